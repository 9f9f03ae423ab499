package cn.jointinspection.process.dailyround;

import cn.jointinspection.process.RecentDays;
import cn.jointinspection.process.Urgency;
import cn.jointinspection.process.supervision.TaskReminders;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminders on a task's last day and, for as long as it is overdue, on every third working day after. The reminder before
 * is a timer of the model.
 */
@Service
class OverdueRound {

  /** Working days from one reminder of overdue work to the next. */
  private static final int EVERY = 3;
  private static final int BATCH = 100;

  private final OpenTaskTable tasks;
  private final TaskReminders reminders;
  private final RecentDays days;
  private final TransactionTemplate eachBatch;

  OverdueRound(OpenTaskTable tasks, TaskReminders reminders, RecentDays days,
      PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.reminders = reminders;
    this.days = days;
    this.eachBatch = new TransactionTemplate(transactions);
    this.eachBatch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * May be repeated, on the same day too, and may have been left out for weeks: whoever was not reminded for three working
   * days is reminded now, once.
   */
  void remind() {
    Urgency urgency = days.urgency();
    LocalDate today = days.today();
    LocalDate since = days.before(EVERY - 1);
    boolean overdueToo = days.isWorkingDay();
    String after = "";
    List<String> batch = tasks.toRemind(urgency, since, overdueToo, after, BATCH);
    while (!batch.isEmpty()) {
      List<String> ids = batch;
      eachBatch.executeWithoutResult(transaction -> reminders.remind(ids, today));
      after = ids.get(ids.size() - 1);
      batch = tasks.toRemind(urgency, since, overdueToo, after, BATCH);
    }
  }
}
