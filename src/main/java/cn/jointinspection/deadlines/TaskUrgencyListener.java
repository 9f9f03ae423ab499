package cn.jointinspection.deadlines;

import cn.jointinspection.engine.UserTaskListener;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Gives a new task the priority of its dates at once; the daily round raises it from then on. */
@Component
class TaskUrgencyListener implements UserTaskListener {

  private final RecentDays days;

  TaskUrgencyListener(@Lazy RecentDays days) {
    this.days = days;
  }

  @Override
  public String event() {
    return EVENTNAME_CREATE;
  }

  @Override
  public void notify(DelegateTask task) {
    task.setPriority(days.urgency().priority(instant(task.getFollowUpDate()), instant(task.getDueDate())));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
