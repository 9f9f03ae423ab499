package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 会签联合检查方案: a cooperating department agrees, or refuses with a reason (二). */
@Component
class CosignSchemeForm implements TaskForm<CosignSchemeForm.Answers> {

  private final JointInspections inspections;
  private final InspectionFacts facts;
  private final Candidates candidates;

  CosignSchemeForm(JointInspections inspections, InspectionFacts facts, Candidates candidates) {
    this.inspections = inspections;
    this.facts = facts;
    this.candidates = candidates;
  }

  /** @param note needed with a refusal */
  record Answers(
      @NotNull(message = "请选择同意或不同意") Boolean agree,
      @Size(max = 1000, message = "意见不得超过 1000 字") String note) {}

  record View(
      String departmentName, InspectionFacts.Facts inspection, Candidates.Counts counts,
      InspectionFacts.SchemeFacts scheme) {}

  @Override
  public String task() {
    return JointInspectionProcess.USER_TASK_COSIGN_SCHEME;
  }

  @Override
  public String subject(WorkItem item) {
    return inspections.get(item.variable(JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID)).title();
  }

  @Override
  public Class<Answers> answers() {
    return Answers.class;
  }

  @Override
  public View view(WorkItem item) {
    JointInspection inspection =
        inspections.get(item.variable(JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID));
    return new View(facts.name(item.variable(JointInspectionProcess.VARIABLE_DEPARTMENT)), facts.of(inspection),
        candidates.of(facts.item(inspection)), facts.scheme(inspection));
  }

  @Override
  public Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    inspections.cosign(
        item.variable(JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID),
        item.variable(JointInspectionProcess.VARIABLE_DEPARTMENT),
        answers.agree(), answers.note(), actor);
    return Map.of();
  }
}
