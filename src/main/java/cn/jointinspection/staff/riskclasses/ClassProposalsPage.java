package cn.jointinspection.staff.riskclasses;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.inspection.ClassProposal;
import cn.jointinspection.inspection.ClassProposal.Status;
import cn.jointinspection.inspection.ClassProposals;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.staff.StaffRefused.OnlyRegistrarsDecideClasses;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What results propose for risk classes (守信激励、失信惩戒, 五): many come from one joint inspection, so the registrar decides
 * them on one page with their evidence, not as a task each. The office and the discipline body read it.
 */
@Controller
class ClassProposalsPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/class-proposals";

  private static final int PAGE_SIZE = 50;

  private final Actors actors;
  private final ClassProposals proposals;
  private final InspectionObjects objects;
  private final Departments departments;

  ClassProposalsPage(Actors actors, ClassProposals proposals, InspectionObjects objects, Departments departments) {
    this.actors = actors;
    this.proposals = proposals;
    this.objects = objects;
    this.departments = departments;
  }

  /**
   * A proposal as it is shown.
   *
   * @param now the object's class; null for none
   * @param next the class that follows; null where there is none to go to
   */
  record Row(ClassProposal proposal, String department, RiskClass now, RiskClass next) {}

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @RequestParam(defaultValue = "OPEN") Status status,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
      Model model) {
    Actor reader = actors.current();
    if (!isFor(reader)) {
      throw new OnlyRegistrarsDecideClasses();
    }
    Page<ClassProposal> found = proposals.list(status, page, PAGE_SIZE);
    Map<String, InspectionObject> now =
        objects.byNumber(found.items().stream().map(ClassProposal::objectNo).distinct().toList());
    model.addAttribute("status", status);
    model.addAttribute("states", Status.values());
    model.addAttribute("decides", reader.in(Groups.REGISTRARS));
    model.addAttribute("found", found.map(proposal -> row(proposal, now.get(proposal.objectNo()))));
    return "staff/class-proposals";
  }

  private Row row(ClassProposal proposal, InspectionObject object) {
    RiskClass now = object == null ? null : object.riskClass();
    RiskClass next = proposal.effect().from(now);
    return new Row(proposal, departments.byCode(proposal.evidence().department()).name(), now, next == now ? null : next);
  }

  @Override
  public boolean isFor(Actor actor) {
    return actor.in(Groups.REGISTRARS) || actor.in(Groups.OFFICE) || actor.in(Groups.DISCIPLINE);
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "等级建议";
  }

  @Override
  public String description() {
    return "检查结果建议上调、下调的信用风险等级，由名录登记人员决定";
  }

  @Override
  public StaffSection section() {
    return StaffSection.RISK;
  }

  @Override
  public int position() {
    return 24;
  }
}
