package cn.jointinspection.process.yearclosing;

import cn.jointinspection.engine.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseYearDelegate implements JavaDelegate {

  private final YearClose yearClose;

  CloseYearDelegate(YearClose yearClose) {
    this.yearClose = yearClose;
  }

  @Override
  public void execute(DelegateExecution execution) {
    int year = Integer.parseInt(MissingVariable.require(execution, YearClosingProcess.VARIABLE_YEAR));
    execution.setVariable(YearClosingProcess.VARIABLE_ANYTHING_LEFT, yearClose.close(year));
  }
}
