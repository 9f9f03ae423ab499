package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspection;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.inspection.TeamMember;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RiskClass;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 接收抽查任务: a department takes on its part of what was drawn, or refuses with a reason (二). */
@Component
class AcceptAssignmentForm extends TaskForm<AcceptAssignmentForm.Answers> {

  private final JointInspections inspections;
  private final ObjectInspections objects;
  private final DepartmentChecks checks;
  private final InspectionFacts facts;

  AcceptAssignmentForm(
      JointInspections inspections, ObjectInspections objects, DepartmentChecks checks, InspectionFacts facts) {
    super(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT, facts::subject);
    this.inspections = inspections;
    this.objects = objects;
    this.checks = checks;
    this.facts = facts;
  }

  /** @param note needed with a refusal */
  record Answers(
      @NotNull(message = "请选择接收或不接收") Boolean accept,
      @Size(max = 1000, message = "说明不得超过 1000 字") String note) {}

  /** @param riskClass null if unrated */
  record Row(int visitNo, String name, String address, String riskClass, String riskLabel, String inspectors) {}

  record View(
      String departmentName, InspectionFacts.Facts inspection, InspectionFacts.SchemeFacts scheme,
      List<Row> objects) {}

  @Override
  public View view(WorkItem item) {
    String department = item.variable(JointInspectionProcess.VARIABLE_DEPARTMENT);
    JointInspection inspection = facts.inspection(item);
    return new View(facts.name(department), facts.of(inspection), facts.scheme(inspection),
        objects.ofJointInspection(inspection.id()).stream().map(object -> row(object, department)).toList());
  }

  private Row row(ObjectInspection object, String department) {
    DepartmentCheck check = checks.get(object.id(), department);
    return new Row(object.visitNo(), object.objectName(), object.objectAddress(), object.riskClass(),
        object.riskClass() == null ? "未评级" : RiskClass.valueOf(object.riskClass()).label(),
        check.team().stream().map(AcceptAssignmentForm::named).collect(Collectors.joining("、")));
  }

  /** With the certificate number, which tells namesakes apart. */
  private static String named(TeamMember member) {
    return member.name() + "（" + member.inspector() + "）";
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    inspections.accept(
        InspectionFacts.id(item),
        item.variable(JointInspectionProcess.VARIABLE_DEPARTMENT),
        answers.accept(), answers.note(), actor);
    return Map.of();
  }
}
