package cn.jointinspection.process.dailyround;

import cn.jointinspection.deadlines.RecentDays;
import cn.jointinspection.deadlines.Urgency;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Raises the priority of open tasks as their dates near; lowers it where a date was put off. */
@Service
class Priorities {

  private static final int BATCH = 1000;

  private final OpenTaskTable tasks;
  private final RecentDays days;
  private final TransactionTemplate eachBatch;

  Priorities(OpenTaskTable tasks, RecentDays days, PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.days = days;
    this.eachBatch = new TransactionTemplate(transactions);
    this.eachBatch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Writes only the tasks whose priority changes, in short transactions that hold up nobody for long. May be repeated and
   * may have been left out for weeks: the priority depends on the task's dates and on today alone.
   *
   * @return how many tasks changed
   */
  int raise() {
    Urgency urgency = days.urgency();
    int all = 0;
    int changed;
    do {
      changed = eachBatch.execute(batch -> tasks.setPriorities(urgency, BATCH));
      all += changed;
    } while (changed > 0);
    return all;
  }
}
