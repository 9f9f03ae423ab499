package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.Acceptance;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.Participation;
import cn.jointinspection.inspection.RefusalDecision;
import cn.jointinspection.platform.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 协调拒收部门: the office asks a department that refused again, or excuses it by filing (二、六). */
@Component
class CoordinateRefusalForm extends TaskForm<CoordinateRefusalForm.Answers> {

  private final JointInspections inspections;
  private final InspectionFacts facts;

  CoordinateRefusalForm(JointInspections inspections, InspectionFacts facts) {
    super(JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL, facts::subject);
    this.inspections = inspections;
    this.facts = facts;
  }

  record Decision(
      @NotBlank(message = "缺少部门") String department,
      @NotNull(message = "请逐个部门选择要求接收或免除") Boolean excuse,
      @NotBlank(message = "请写明协调经过和理由") @Size(max = 1000, message = "理由不得超过 1000 字") String note) {}

  record Answers(@NotEmpty(message = "请逐个部门作出处理") List<@Valid Decision> decisions) {}

  /** @param excuse null until decided */
  record Row(String department, String name, boolean lead, String refusal, Boolean excuse, String note) {}

  record Defaults(List<Row> decisions) {}

  record View(InspectionFacts.Facts inspection, Defaults defaults) {}

  @Override
  public View view(WorkItem item) {
    JointInspection inspection = facts.inspection(item);
    return new View(facts.of(inspection), new Defaults(inspection.participations().stream()
        .filter(participation -> participation.acceptance() == Acceptance.REFUSED).map(this::row).toList()));
  }

  private Row row(Participation participation) {
    return new Row(participation.department(), facts.name(participation.department()), participation.lead(),
        participation.acceptanceNote(), participation.lead() ? Boolean.FALSE : null, "");
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    String id = InspectionFacts.id(item);
    answers.decisions().forEach(decision -> inspections.coordinateRefusal(id, decision.department(),
        decision.excuse() ? RefusalDecision.EXCUSE : RefusalDecision.INSIST, decision.note(), actor));
    return Map.of();
  }
}
