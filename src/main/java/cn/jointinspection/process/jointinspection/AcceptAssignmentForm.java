package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 接收抽查任务: a department takes on its part of what was drawn, or refuses with a reason (二). */
@Component
class AcceptAssignmentForm extends TaskForm<AcceptAssignmentForm.Answers> {

  private final JointInspections inspections;
  private final AssignedObjects assigned;
  private final InspectionFacts facts;

  AcceptAssignmentForm(JointInspections inspections, AssignedObjects assigned, InspectionFacts facts) {
    super(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT, facts::subject);
    this.inspections = inspections;
    this.assigned = assigned;
    this.facts = facts;
  }

  /** @param note needed with a refusal */
  record Answers(
      @NotNull(message = "请选择接收或不接收") Boolean accept,
      @Size(max = 1000, message = "说明不得超过 1000 字") String note) {}

  /** @param objects the first page; the others are asked for with {@link AssignedObjectsController} */
  record View(
      String departmentName, InspectionFacts.Facts inspection, InspectionFacts.SchemeFacts scheme,
      Page<AssignedObjects.Row> objects) {}

  @Override
  public View view(WorkItem item) {
    String department = item.variable(JointInspectionProcess.VARIABLE_DEPARTMENT);
    JointInspection inspection = facts.inspection(item);
    return new View(facts.name(department), facts.of(inspection), facts.scheme(inspection),
        assigned.page(inspection.id(), department, "", 1));
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
