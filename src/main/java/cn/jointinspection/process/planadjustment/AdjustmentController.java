package cn.jointinspection.process.planadjustment;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of {@code plan-adjustment.bpmn} let choose from. */
@RestController
@RequestMapping("/camunda/api/staff/adjustments")
class AdjustmentController {

  private final JointInspections inspections;
  private final AdjustmentFacts facts;
  private final Departments departments;
  private final Actors actors;

  AdjustmentController(JointInspections inspections, AdjustmentFacts facts, Departments departments, Actors actors) {
    this.inspections = inspections;
    this.facts = facts;
    this.departments = departments;
    this.actors = actors;
  }

  record Option(String code, String name) {}

  /** @param departments that inspect */
  record Choice(List<AdjustmentFacts.Item> items, List<Option> departments) {}

  /** The items that the signed-in person's department leads, for the office all; without those that are over. */
  @GetMapping("/choice")
  Choice choice() {
    Actor actor = actors.current();
    return new Choice(
        facts.items(actor.in(Groups.OFFICE) ? inspections.running() : inspections.runningLedBy(actor.groups())),
        departments.all().stream().filter(department -> department.kind() == DepartmentKind.DEPARTMENT)
            .map(department -> new Option(department.code(), department.name())).toList());
  }
}
