package cn.jointinspection.supervision;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.supervision.SupervisionRefused.NotTheLateDepartment;
import cn.jointinspection.supervision.SupervisionRefused.OnlyTheSupervisorDecides;
import cn.jointinspection.supervision.SupervisionRefused.SupervisionNoteMissing;
import cn.jointinspection.supervision.SupervisionRefused.UnknownSupervisionOrder;
import cn.jointinspection.supervision.SupervisionRefused.WrongSupervisionStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an expired deadline becomes: a supervision order (督办). The late department explains; the
 * supervisor closes the order by the record, 尽职照单免责、失职照单问责 (clause 六). The late work itself stays open.
 *
 * <p>{@link #explain}, {@link #askAgain} and {@link #decide} throw {@link UnknownSupervisionOrder},
 * {@link WrongSupervisionStatus}, {@link NotTheLateDepartment}, {@link OnlyTheSupervisorDecides},
 * {@link SupervisionNoteMissing} or {@link ChangedMeanwhile}, and then have changed nothing.
 */
@Service
@Transactional
public class Supervision {

  private static final Actor CLOCK = new Actor("system", "系统（期限届满）", Set.of());

  private final SupervisionTable table;

  Supervision(SupervisionTable table) {
    this.table = table;
  }

  /**
   * Opens the order for a missed deadline: one for each lateness, however often the timer ticks.
   *
   * @param step name of the time limit that is over, as in the table of limits
   * @param jointInspectionId null where the work belongs to none
   * @param subject what is late, in words for people
   * @param dueAt the deadline that was missed
   * @param escalatesTo code of the body that decides; where it is late itself, the office's lateness goes to the
   *     discipline body and everybody else's to the office
   * @return the order's id; empty if this lateness has its order already
   */
  public Optional<Long> open(
      String step, String businessKey, String jointInspectionId, String department, String subject, Instant dueAt,
      String escalatesTo) {
    String supervisor = escalatesTo.equals(department) ? other(department) : escalatesTo;
    Optional<Long> id =
        table.insert(step, businessKey, jointInspectionId, department, subject, dueAt, supervisor);
    id.ifPresent(order -> table.addStep(order, SupervisionAction.OPENED, null, CLOCK));
    return id;
  }

  /** The late department gives its reason. */
  public void explain(long id, String explanation, Actor actor) {
    SupervisionOrder order = get(id);
    if (order.status() != SupervisionStatus.OPEN) {
      throw new WrongSupervisionStatus(id, order.status(), SupervisionAction.EXPLAINED.text(), SupervisionStatus.OPEN);
    }
    if (!actor.in(order.department())) {
      throw new NotTheLateDepartment(id, order.departmentName());
    }
    String words = require(explanation, id, SupervisionAction.EXPLAINED);
    table.update(order, SupervisionStatus.EXPLAINED, false);
    table.addStep(id, SupervisionAction.EXPLAINED, words, actor);
  }

  /** The supervisor wants to know more before deciding. */
  public void askAgain(long id, String question, Actor actor) {
    SupervisionOrder order = get(id);
    if (order.status() != SupervisionStatus.EXPLAINED) {
      throw new WrongSupervisionStatus(
          id, order.status(), SupervisionAction.ASKED_AGAIN.text(), SupervisionStatus.EXPLAINED);
    }
    onlySupervisor(order, actor);
    String words = require(question, id, SupervisionAction.ASKED_AGAIN);
    table.update(order, SupervisionStatus.OPEN, false);
    table.addStep(id, SupervisionAction.ASKED_AGAIN, words, actor);
  }

  /**
   * The supervisor closes the order, and may do so without an explanation, for a department that gives none.
   *
   * @param note the grounds
   */
  public void decide(long id, Decision decision, String note, Actor actor) {
    SupervisionOrder order = get(id);
    SupervisionAction action = SupervisionAction.valueOf(decision.name());
    if (order.closedAt() != null) {
      throw new WrongSupervisionStatus(id, order.status(), action.text(), SupervisionStatus.EXPLAINED);
    }
    onlySupervisor(order, actor);
    String words = require(note, id, action);
    table.update(order, SupervisionStatus.valueOf(decision.name()), true);
    table.addStep(id, action, words, actor);
  }

  /** @throws UnknownSupervisionOrder if there is none */
  @Transactional(readOnly = true)
  public SupervisionOrder get(long id) {
    return table.find(id).orElseThrow(() -> new UnknownSupervisionOrder(id));
  }

  /**
   * Undecided orders, longest overdue first, without their reminders and steps.
   *
   * @param departments only those against one of these; null for all
   * @param page counted from 1
   */
  @Transactional(readOnly = true)
  public Page<SupervisionOrder> open(Collection<String> departments, int page, int size) {
    return table.page(departments, false, page, size);
  }

  /**
   * Decided orders, newest first, without their reminders and steps.
   *
   * @param departments only those against one of these; null for all
   * @param page counted from 1
   */
  @Transactional(readOnly = true)
  public Page<SupervisionOrder> decided(Collection<String> departments, int page, int size) {
    return table.page(departments, true, page, size);
  }

  /** Whether a business key is the number of an order that is itself about an order. */
  @Transactional(readOnly = true)
  public boolean isAboutAnOrder(String businessKey) {
    return SupervisionOrder.idOf(businessKey).map(id -> get(id).aboutAnOrder()).orElse(false);
  }

  private static String other(String department) {
    return Bodies.OFFICE.equals(department) ? Bodies.DISCIPLINE : Bodies.OFFICE;
  }

  private static void onlySupervisor(SupervisionOrder order, Actor actor) {
    if (!actor.in(order.supervisor())) {
      throw new OnlyTheSupervisorDecides(order.id());
    }
  }

  private static String require(String text, long id, SupervisionAction action) {
    if (text == null || text.isBlank()) {
      throw new SupervisionNoteMissing(id, action.text());
    }
    return text.strip();
  }
}
