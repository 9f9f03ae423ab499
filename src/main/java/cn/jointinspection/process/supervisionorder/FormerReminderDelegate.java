package cn.jointinspection.process.supervisionorder;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Where the reminder timers of former models lead, which had one on every step. Work that began under such a model keeps its
 * timers; the morning's round reminds of it as of all other work, so nothing is left to do here.
 */
@Component("remindDelegate")
class FormerReminderDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {}
}
