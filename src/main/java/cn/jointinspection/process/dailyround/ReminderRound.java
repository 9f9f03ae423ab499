package cn.jointinspection.process.dailyround;

import cn.jointinspection.deadlines.RecentDays;
import cn.jointinspection.deadlines.Urgency;
import cn.jointinspection.process.dailyround.OpenTaskTable.Due;
import cn.jointinspection.process.supervisionorder.WorkReminders;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All reminders of open work: once before its last day, on it, and, for as long as it is overdue, every few working days
 * after, as the table of limits says (六).
 */
@Service
public class ReminderRound {

  private static final int BATCH = 500;

  private final OpenTaskTable tasks;
  private final WorkReminders reminders;
  private final RecentDays days;
  private final TransactionTemplate eachBatch;

  ReminderRound(OpenTaskTable tasks, WorkReminders reminders, RecentDays days,
      PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.reminders = reminders;
    this.days = days;
    this.eachBatch = new TransactionTemplate(transactions);
    this.eachBatch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * May be repeated, on the same day too, and may have been left out for weeks: whoever was not reminded for as many working
   * days as the table of limits says is reminded now, once.
   */
  public void remind() {
    tasks();
    reminders.stages().forEach(this::stages);
  }

  private void tasks() {
    Urgency urgency = days.urgency();
    boolean overdueToo = days.isWorkingDay();
    List<Due> batch = tasks.toRemind(urgency, overdueToo, "", BATCH);
    while (!batch.isEmpty()) {
      Map<String, LocalDate> lastReminded = new HashMap<>();
      batch.forEach(due -> lastReminded.put(due.id(), due.lastReminded()));
      eachBatch.executeWithoutResult(transaction -> reminders.remind(lastReminded));
      batch = tasks.toRemind(urgency, overdueToo, batch.get(batch.size() - 1).id(), BATCH);
    }
  }

  private void stages(WorkReminders.Stage stage) {
    String last = "";
    while (last != null) {
      String after = last;
      last = eachBatch.execute(transaction -> reminders.remind(stage, after, BATCH));
    }
  }
}
