package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.supervision.Supervision;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 说明逾期原因: the late department says why, and what it does about it (六). */
@Component
class ExplainLatenessForm extends TaskForm<ExplainLatenessForm.Answers> {

  private final Supervision supervision;
  private final SupervisionFacts facts;

  ExplainLatenessForm(Supervision supervision, SupervisionFacts facts) {
    super(SupervisionOrderProcess.USER_TASK_EXPLAIN_LATENESS, facts::subject);
    this.supervision = supervision;
    this.facts = facts;
  }

  record Answers(
      @NotBlank(message = "请填写逾期原因") @Size(max = 2000, message = "逾期原因不得超过 2000 字") String explanation) {}

  @Override
  public SupervisionFacts.View view(WorkItem item) {
    return facts.view(item);
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    supervision.explain(SupervisionFacts.id(item), answers.explanation(), actor);
    return Map.of();
  }
}
