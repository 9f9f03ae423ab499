package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.JournalEntry;
import cn.jointinspection.referral.Referrals;
import cn.jointinspection.supervision.Supervision;
import cn.jointinspection.supervision.SupervisionOrder;
import cn.jointinspection.supervision.YearClosings;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** An order with the record on which it is decided (尽职照单免责、失职照单问责, 六). */
@Component
public class SupervisionFacts {

  /** How the names of the time limits of a referral begin. */
  private static final String REFERRAL_STEPS = "referral";

  private final Supervision supervision;
  private final JointInspections inspections;
  private final Referrals referrals;
  private final WorkItemTimes workItems;

  SupervisionFacts(Supervision supervision, JointInspections inspections, Referrals referrals,
      WorkItemTimes workItems) {
    this.supervision = supervision;
    this.inspections = inspections;
    this.referrals = referrals;
    this.workItems = workItems;
  }

  /**
   * @param explained whether the department's explanation is there to be asked about
   * @param record what was done in the late work, oldest first
   * @param tasks every work item of the late work, with its times, oldest first
   */
  public record Facts(
      String number, String subject, String department, Instant dueAt, Instant openedAt, String status,
      boolean explained, List<Reminder> reminders, List<Entry> steps, List<Entry> record,
      List<WorkItemTimes.Times> tasks) {}

  /**
   * @param kind before, on or after the last day, in words
   * @param told names of those it went to
   */
  record Reminder(Instant at, String kind, List<String> told) {}

  record Entry(Instant at, String actorName, String action, String note) {}

  record View(Facts order) {}

  View view(WorkItem item) {
    return new View(of(id(item)));
  }

  public Facts of(long id) {
    SupervisionOrder order = supervision.get(id);
    return new Facts(SupervisionOrder.number(order.id()), order.subject(), order.departmentName(), order.dueAt(),
        order.openedAt(), order.status().text(), order.explained(),
        order.reminders().stream().map(reminder -> new Reminder(reminder.at(), reminder.kind().text(),
            reminder.told())).toList(),
        order.steps().stream()
            .map(step -> new Entry(step.at(), step.actorName(), step.action().text(), step.note())).toList(),
        record(order), workItems.of(order.businessKey()));
  }

  /** The whole record of an order, as it is kept. */
  String text(long id) {
    return SupervisionRecordFormat.write(of(id));
  }

  /** A record that was kept, by whichever version of the program. */
  public Facts read(String text) {
    return SupervisionRecordFormat.read(text);
  }

  String subject(WorkItem item) {
    return supervision.get(id(item)).subject();
  }

  static long id(WorkItem item) {
    return Long.parseLong(item.variable(SupervisionOrderProcess.VARIABLE_SUPERVISION_ORDER_ID));
  }

  private List<Entry> record(SupervisionOrder order) {
    if (order.jointInspectionId() == null) {
      return List.of();
    }
    if (order.step().startsWith(REFERRAL_STEPS)) {
      return referrals.get(order.businessKey()).steps().stream()
          .map(step -> new Entry(step.at(), step.actorName(), step.action().text(), step.note())).toList();
    }
    return journal(order).stream()
        .map(entry -> new Entry(entry.at(), entry.actorName(), entry.action(), entry.detail()))
        .toList();
  }

  /**
   * Steps of the late object and department, and of the joint inspection as a whole; not those of other objects, unless
   * the order is about all that the department had not published when the year closed.
   */
  private List<JournalEntry> journal(SupervisionOrder order) {
    String object = order.step().equals(YearClosings.STEP) ? null : order.businessKey();
    return inspections.journal(order.jointInspectionId(), object, order.department());
  }
}
