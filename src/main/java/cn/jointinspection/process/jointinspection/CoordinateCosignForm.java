package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.Cosign;
import cn.jointinspection.inspection.CosignDecision;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 协调会签意见: the office sends the scheme back, or lets the others go on (二、六). */
@Component
class CoordinateCosignForm extends TaskForm<CoordinateCosignForm.Answers> {

  private final JointInspections inspections;
  private final InspectionFacts facts;

  CoordinateCosignForm(JointInspections inspections, InspectionFacts facts) {
    super(JointInspectionProcess.USER_TASK_COORDINATE_COSIGN, facts::subject);
    this.inspections = inspections;
    this.facts = facts;
  }

  record Answers(
      @NotNull(message = "请选择退回修改或备案继续") Boolean backToLead,
      @NotBlank(message = "请写明协调经过和理由") @Size(max = 1000, message = "理由不得超过 1000 字") String note) {}

  record View(
      InspectionFacts.Facts inspection, InspectionFacts.SchemeFacts scheme, List<InspectionFacts.Named> refusals,
      String refuserNames) {}

  @Override
  public View view(WorkItem item) {
    JointInspection inspection = facts.inspection(item);
    List<InspectionFacts.Named> refusals = refusals(inspection);
    return new View(facts.of(inspection), facts.scheme(inspection), refusals,
        refusals.stream().map(InspectionFacts.Named::name).collect(Collectors.joining("、")));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    JointInspection inspection = facts.inspection(item);
    CosignDecision decision = answers.backToLead() ? CosignDecision.BACK_TO_LEAD : CosignDecision.EXCUSE;
    refusals(inspection).forEach(refusal ->
        inspections.coordinateCosign(inspection.id(), refusal.department(), decision, answers.note(), actor));
    return Map.of(JointInspectionProcess.VARIABLE_SCHEME_RETURNED, answers.backToLead());
  }

  private List<InspectionFacts.Named> refusals(JointInspection inspection) {
    return inspection.participations().stream().filter(p -> p.cosign() == Cosign.REFUSED)
        .map(facts::cosignRefusal).toList();
  }
}
