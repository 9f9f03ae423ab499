package cn.jointinspection.process.dailyround;

import cn.jointinspection.process.yearclosing.YearEnds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CountDownDelegate implements JavaDelegate {

  private final YearEnds yearEnds;

  CountDownDelegate(YearEnds yearEnds) {
    this.yearEnds = yearEnds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    yearEnds.countDown();
  }
}
