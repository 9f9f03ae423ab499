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
class CosignSchemeForm extends TaskForm<CosignSchemeForm.Answers> {

  private final JointInspections inspections;
  private final InspectionFacts facts;
  private final Candidates candidates;

  CosignSchemeForm(JointInspections inspections, InspectionFacts facts, Candidates candidates) {
    super(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, facts::subject);
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
  public View view(WorkItem item) {
    JointInspection inspection = facts.inspection(item);
    return new View(facts.name(item.variable(JointInspectionProcess.VARIABLE_DEPARTMENT)), facts.of(inspection),
        candidates.of(facts.item(inspection)), facts.scheme(inspection));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    inspections.cosign(
        InspectionFacts.id(item),
        item.variable(JointInspectionProcess.VARIABLE_DEPARTMENT),
        answers.agree(), answers.note(), actor);
    return Map.of();
  }
}
