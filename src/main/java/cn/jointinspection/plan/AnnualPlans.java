package cn.jointinspection.plan;

import cn.jointinspection.plan.PlanRefused.NoSuchPlan;
import cn.jointinspection.plan.PlanRefused.NoSuchPlanItem;
import cn.jointinspection.plan.PlanRefused.OnePublishedPlanPerYear;
import cn.jointinspection.plan.PlanRefused.PlanFileRefused;
import cn.jointinspection.plan.PlanRefused.PlanMustBeDraft;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Sha256;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Scopes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The annual plans (年度抽查计划): imported as drafts, examined by the office, then in force and public (二). */
@Service
public class AnnualPlans {

  private final PlanTables tables;
  private final Departments departments;
  private final Scopes scopes;
  private final Clock clock;

  AnnualPlans(PlanTables tables, Departments departments, Scopes scopes, Clock clock) {
    this.tables = tables;
    this.departments = departments;
    this.scopes = scopes;
    this.clock = clock;
  }

  /**
   * Reads a plan file and stores it as a draft; all of it or nothing.
   *
   * @return id of the plan
   * @throws PlanFileRefused with every problem of the file
   */
  @Transactional
  public long importPlan(PlanFile file, Actor by) {
    return store(file, read(file), by);
  }

  /** @throws PlanFileRefused with every problem of the file */
  PlanRows read(PlanFile file) {
    return PlanFileReader.read(file, departments.names());
  }

  /** Stores what was read of a file as a draft; id of the plan. */
  long store(PlanFile file, PlanRows rows, Actor by) {
    long id = tables.insert(file, Sha256.hex(file.bytes()), rows.missing(), clock.instant(), by.userId());
    for (PlanRow row : rows.rows()) {
      tables.insert(id, row, scopes.idOf(row.scope()));
    }
    return id;
  }

  /** @throws NoSuchPlan when there is none with this id */
  @Transactional(readOnly = true)
  public AnnualPlan get(long id) {
    return tables.plan(id).orElseThrow(() -> new NoSuchPlan(id));
  }

  /**
   * The items of a plan by number.
   *
   * @throws NoSuchPlan when there is no such plan
   */
  @Transactional(readOnly = true)
  public List<PlanItem> items(long planId) {
    AnnualPlan plan = get(planId);
    return tables.items(plan.id(), scopes.names()::get);
  }

  /**
   * One item of a plan.
   *
   * @throws NoSuchPlan when there is no such plan
   * @throws NoSuchPlanItem when the plan holds no row of this number
   */
  @Transactional(readOnly = true)
  public PlanItem item(long planId, int rowNo) {
    AnnualPlan plan = get(planId);
    return tables.item(planId, rowNo, scopes::nameOf).orElseThrow(() -> new NoSuchPlanItem(plan, rowNo));
  }

  /** The plan in force in a year. */
  @Transactional(readOnly = true)
  public Optional<AnnualPlan> published(int year) {
    return tables.published(year);
  }

  /**
   * Puts a draft in force.
   *
   * @param note the office's note; may be null
   * @throws NoSuchPlan when there is no such plan
   * @throws PlanMustBeDraft when it is published or discarded already
   * @throws OnePublishedPlanPerYear when the year has a plan in force
   * @throws ChangedMeanwhile when somebody else was faster
   */
  @Transactional
  public void publish(long id, String note, Actor by) {
    AnnualPlan plan = draft(id);
    try {
      examine(plan, PlanStatus.PUBLISHED, note, by);
    } catch (DuplicateKeyException anotherIsInForce) {
      throw new OnePublishedPlanPerYear(plan);
    }
  }

  /**
   * Refuses a draft; it is kept for the record.
   *
   * @param note the office's reason; may be null
   * @throws NoSuchPlan when there is no such plan
   * @throws PlanMustBeDraft when it is published or discarded already
   * @throws ChangedMeanwhile when somebody else was faster
   */
  @Transactional
  public void discard(long id, String note, Actor by) {
    examine(draft(id), PlanStatus.DISCARDED, note, by);
  }

  /** @throws PlanMustBeDraft when it is published or discarded already */
  public void requireDraft(long id) {
    draft(id);
  }

  private AnnualPlan draft(long id) {
    AnnualPlan plan = get(id);
    if (plan.status() != PlanStatus.DRAFT) {
      throw new PlanMustBeDraft(plan);
    }
    return plan;
  }

  private void examine(AnnualPlan plan, PlanStatus status, String note, Actor by) {
    if (tables.examine(plan, status, note, clock.instant(), by.userId()) != 1) {
      throw new ChangedMeanwhile("《" + plan.title() + "》");
    }
  }
}
