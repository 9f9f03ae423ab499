package cn.jointinspection.referral;

import static cn.jointinspection.referral.ReferralStatus.ACCEPTED;
import static cn.jointinspection.referral.ReferralStatus.CLOSED;
import static cn.jointinspection.referral.ReferralStatus.DRAFT;
import static cn.jointinspection.referral.ReferralStatus.HANDLED;
import static cn.jointinspection.referral.ReferralStatus.RETURNED;
import static cn.jointinspection.referral.ReferralStatus.SENT;
import static cn.jointinspection.referral.ReferralStatus.WITHDRAWN;

import cn.jointinspection.inspection.CheckReport;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.referral.ReferralRefused.NotABodyInCharge;
import cn.jointinspection.referral.ReferralRefused.NotThisDepartmentsStep;
import cn.jointinspection.referral.ReferralRefused.ReferralNoteMissing;
import cn.jointinspection.referral.ReferralRefused.ReferralToItself;
import cn.jointinspection.referral.ReferralRefused.UnknownReferral;
import cn.jointinspection.referral.ReferralRefused.WrongReferralStatus;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals (抄告移交): a violation found in a check goes to the body in charge, which accepts or returns it, acts, and
 * reports back (谁主管谁监管、谁管辖谁负责, clause 五). Every step checks whose turn it is and is kept.
 *
 * <p>All methods that change something throw {@link UnknownReferral}, {@link WrongReferralStatus},
 * {@link NotThisDepartmentsStep}, {@link ReferralNoteMissing} or {@link ChangedMeanwhile}, and then have changed
 * nothing.
 */
@Service
@Transactional
public class Referrals {

  private final ReferralTable table;
  private final DepartmentChecks checks;
  private final Departments departments;
  private final Clock clock;

  Referrals(ReferralTable table, DepartmentChecks checks, Departments departments, Clock clock) {
    this.table = table;
    this.checks = checks;
    this.departments = departments;
    this.clock = clock;
  }

  /**
   * Registers a referral from the department of the check. Nothing is sent yet.
   *
   * @param targetDepartment code of the body in charge
   * @param violation what was found, in the words of the department that found it
   * @return its number, {@code CG-<year>-<4 digits>}; numbers of a year, Shanghai time, have no gaps
   * @throws cn.jointinspection.registry.RegistryRefused.UnknownDepartment if nobody has the target's code
   * @throws NotABodyInCharge if the target does not inspect
   * @throws ReferralToItself if the target is the department of the check
   */
  public String open(long checkId, String targetDepartment, String violation, Actor actor) {
    CheckReport check = checks.report(checkId);
    Department target = bodyInCharge(targetDepartment, check.department().code(),
        check.joint().id() + " " + check.object().name());
    int year = LocalDate.now(clock).getYear();
    String id = "CG-%d-%04d".formatted(year, table.nextNumber(year));
    String words = require(violation, id, ReferralAction.OPENED);
    var origin = new Referral.Origin(checkId, check.joint().id(), check.object().inspectionId(), check.object().no(),
        check.object().name());
    table.insert(new Referral(id, origin, departments.byCode(check.department().code()), target, words, null, DRAFT, null,
        clock.instant(), null, 0, List.of()));
    table.addStep(id, ReferralAction.OPENED, target.code(), words, actor);
    return id;
  }

  /** The department that found the violation issues the letter (抄告函). */
  public void send(String id, String letter, Actor actor) {
    Referral referral = at(id, DRAFT, ReferralAction.SENT);
    onlyFrom(referral, ReferralAction.SENT, actor);
    String words = require(letter, id, ReferralAction.SENT);
    table.update(change(referral, SENT, referral.to(), words, referral.outcome()));
    table.addStep(id, ReferralAction.SENT, referral.from().code(), words, actor);
  }

  /**
   * The target accepts the referral as within its charge, or returns it.
   *
   * @param note reason of a return; may be null or blank with an acceptance
   */
  public void receive(String id, boolean accept, String note, Actor actor) {
    ReferralAction action = accept ? ReferralAction.ACCEPTED : ReferralAction.RETURNED;
    Referral referral = at(id, SENT, action);
    onlyTo(referral, action, actor);
    String words = accept ? blankToNull(note) : require(note, id, action);
    table.update(change(referral, accept ? ACCEPTED : RETURNED, referral.to(), referral.letter(),
        referral.outcome()));
    table.addStep(id, action, referral.to().code(), words, actor);
  }

  /**
   * Sends a returned referral to another body, for which a new letter is then issued.
   *
   * @param newTarget code of the other body
   * @param note why
   * @throws NotABodyInCharge if it does not inspect
   * @throws ReferralToItself if it is the department that found the violation
   */
  public void redirect(String id, String newTarget, String note, Actor actor) {
    Referral referral = at(id, RETURNED, ReferralAction.REDIRECTED);
    onlyFrom(referral, ReferralAction.REDIRECTED, actor);
    String words = require(note, id, ReferralAction.REDIRECTED);
    Department target = bodyInCharge(newTarget, referral.from().code(), id);
    table.update(change(referral, DRAFT, target, null, null));
    table.addStep(id, ReferralAction.REDIRECTED, target.code(), words, actor);
  }

  /**
   * Takes a returned referral back: it ends.
   *
   * @param note why
   */
  public void withdraw(String id, String note, Actor actor) {
    Referral referral = at(id, RETURNED, ReferralAction.WITHDRAWN);
    onlyFrom(referral, ReferralAction.WITHDRAWN, actor);
    String words = require(note, id, ReferralAction.WITHDRAWN);
    table.update(change(referral, WITHDRAWN, referral.to(), referral.letter(), referral.outcome()));
    table.addStep(id, ReferralAction.WITHDRAWN, referral.from().code(), words, actor);
  }

  /**
   * The body in charge has acted and reports back.
   *
   * @param outcome what was done, for the department that found the violation
   */
  public void handle(String id, String outcome, Actor actor) {
    Referral referral = at(id, ACCEPTED, ReferralAction.HANDLED);
    onlyTo(referral, ReferralAction.HANDLED, actor);
    String words = require(outcome, id, ReferralAction.HANDLED);
    table.update(change(referral, HANDLED, referral.to(), referral.letter(), words));
    table.addStep(id, ReferralAction.HANDLED, referral.to().code(), words, actor);
  }

  /**
   * The department that found the violation takes note of the outcome, which ends the referral, or asks again.
   *
   * @param note the question when asking again; may be null or blank with an acceptance
   */
  public void acknowledge(String id, boolean accept, String note, Actor actor) {
    ReferralAction action = accept ? ReferralAction.CLOSED : ReferralAction.ASKED_AGAIN;
    Referral referral = at(id, HANDLED, action);
    onlyFrom(referral, action, actor);
    String words = accept ? blankToNull(note) : require(note, id, action);
    table.update(change(referral, accept ? CLOSED : ACCEPTED, referral.to(), referral.letter(),
        referral.outcome()));
    table.addStep(id, action, referral.from().code(), words, actor);
  }

  /** @throws UnknownReferral if there is none of this number */
  @Transactional(readOnly = true)
  public Referral get(String id) {
    return table.find(id).orElseThrow(() -> new UnknownReferral(id));
  }

  /** The letter as proposed to the department that issues it; it may be changed before {@link #send}. */
  @Transactional(readOnly = true)
  public String proposedLetter(String id) {
    Referral referral = get(id);
    return ReferralLetter.propose(referral, checks.report(referral.origin().checkId()), LocalDate.now(clock));
  }

  private Referral at(String id, ReferralStatus needed, ReferralAction action) {
    Referral referral = get(id);
    if (referral.status() != needed) {
      throw new WrongReferralStatus(id, referral.status(), action.text(), needed);
    }
    return referral;
  }

  private static void onlyFrom(Referral referral, ReferralAction action, Actor actor) {
    if (!actor.in(referral.from().code())) {
      throw new NotThisDepartmentsStep(referral.id(), action.text(), referral.from().name());
    }
  }

  private static void onlyTo(Referral referral, ReferralAction action, Actor actor) {
    if (!actor.in(referral.to().code())) {
      throw new NotThisDepartmentsStep(referral.id(), action.text(), referral.to().name());
    }
  }

  private Department bodyInCharge(String code, String from, String where) {
    Department target = departments.byCode(code);
    if (target.code().equals(from)) {
      throw new ReferralToItself(target.name(), where);
    }
    if (target.kind() != DepartmentKind.DEPARTMENT) {
      throw new NotABodyInCharge(target.name(), where);
    }
    return target;
  }

  private Referral change(Referral old, ReferralStatus status, Department target, String letter, String outcome) {
    boolean ended = status == CLOSED || status == WITHDRAWN;
    return new Referral(old.id(), old.origin(), old.from(), target, old.violation(), letter, status, outcome,
        old.createdAt(), ended ? clock.instant() : null, old.version(), old.steps());
  }

  private static String require(String text, String id, ReferralAction action) {
    if (text == null || text.isBlank()) {
      throw new ReferralNoteMissing(id, action.text());
    }
    return text.strip();
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
