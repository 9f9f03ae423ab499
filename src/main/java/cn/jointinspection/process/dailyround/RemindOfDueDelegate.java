package cn.jointinspection.process.dailyround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RemindOfDueDelegate implements JavaDelegate {

  private final ReminderRound reminders;

  RemindOfDueDelegate(ReminderRound reminders) {
    this.reminders = reminders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reminders.remind();
  }
}
