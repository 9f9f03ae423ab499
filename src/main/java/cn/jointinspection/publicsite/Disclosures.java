package cn.jointinspection.publicsite;

import cn.jointinspection.inspection.CheckReport;
import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.FollowUpCode;
import cn.jointinspection.platform.Page;
import cn.jointinspection.publicsite.PublicSiteRefused.OnlyApprovedResultsArePublished;
import cn.jointinspection.registry.Departments;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes results of department checks and lets the public read them (clauses 三 and 五). */
@Service
@Transactional
public class Disclosures {

  private final DepartmentChecks checks;
  private final Departments departments;
  private final DisclosureTable table;

  Disclosures(DepartmentChecks checks, Departments departments, DisclosureTable table) {
    this.checks = checks;
    this.departments = departments;
    this.table = table;
  }

  /**
   * Publishes a copy of the approved result. Publishing twice changes nothing: there is one disclosure for each check.
   *
   * @return id of the disclosure
   * @throws OnlyApprovedResultsArePublished if the result is not approved
   */
  public long publish(long checkId) {
    return table.idOf(checkId).orElseGet(() -> copy(checks.report(checkId)));
  }

  private long copy(CheckReport check) {
    CheckStatus status = CheckStatus.valueOf(check.status());
    if (status != CheckStatus.APPROVED) {
      throw new OnlyApprovedResultsArePublished(check.department().name(), check.object().name(), status);
    }
    List<Disclosure.Result> results =
        check.result().codes().stream().map(r -> new Disclosure.Result(r.code(), r.text(), r.note())).toList();
    List<Disclosure.FollowUp> followUps = check.result().followUps().stream().map(this::forThePublic).toList();
    return table.insert(check, results, followUps).or(() -> table.idOf(check.checkId())).orElseThrow();
  }

  private Disclosure.FollowUp forThePublic(CheckReport.FollowUp followUp) {
    String note = FollowUpCode.OTHER.name().equals(followUp.code()) ? followUp.note() : null;
    String department = followUp.targetDepartment() == null
        ? null
        : departments.byCode(followUp.targetDepartment()).name();
    return new Disclosure.FollowUp(followUp.code(), followUp.text(), note, department);
  }

  /** @return empty if nothing of this id is published */
  @Transactional(readOnly = true)
  public Optional<Disclosure> find(long id) {
    return table.find(id);
  }

  /** The newest, newest first. */
  @Transactional(readOnly = true)
  public List<Disclosure> latest(int size) {
    return table.page(DisclosureQuery.of(null), 0, size);
  }

  /**
   * @param typed part of an object's name, or the beginning of its credit code or number; null or blank finds all
   * @param page counted from 1; beyond the last it is empty
   */
  @Transactional(readOnly = true)
  public Page<Disclosure> search(String typed, int page, int size) {
    DisclosureQuery query = DisclosureQuery.of(typed);
    return new Page<>(table.page(query, Page.offset(page, size), size), page, size, table.count(query));
  }

  /**
   * Walks through all that is found without skipping or repeating, whatever is published meanwhile.
   *
   * @param typed as in {@link #search}
   * @param before id of the last one seen; null to start with the newest
   */
  @Transactional(readOnly = true)
  public List<Disclosure> walk(String typed, Long before, int size) {
    return table.before(DisclosureQuery.of(typed), before == null ? Long.MAX_VALUE : before, size);
  }
}
