package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.SubstitutionRequests;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 复核补抽: a person of the office or the discipline body decides second (draw-spec 7). */
@Component
class CountersignSubstitutionForm implements TaskForm<CountersignSubstitutionForm.Answers> {

  private final SubstitutionRequests requests;
  private final ObjectFacts facts;
  private final SubstitutionFacts substitutions;

  CountersignSubstitutionForm(SubstitutionRequests requests, ObjectFacts facts, SubstitutionFacts substitutions) {
    this.requests = requests;
    this.facts = facts;
    this.substitutions = substitutions;
  }

  /** @param note needed for a refusal */
  record Answers(
      @NotNull(message = "请选择同意或不同意补抽") Boolean approve,
      @Size(max = 1000, message = "意见不得超过 1000 字") String note) {}

  @Override
  public String task() {
    return ObjectInspectionProcess.USER_TASK_COUNTERSIGN_SUBSTITUTION;
  }

  @Override
  public String subject(WorkItem item) {
    return facts.subject(item);
  }

  @Override
  public Class<Answers> answers() {
    return Answers.class;
  }

  @Override
  public SubstitutionFacts.View view(WorkItem item) {
    return substitutions.view(item);
  }

  @Override
  public Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    requests.countersign(substitutions.request(item).id(), answers.approve(), answers.note(), actor);
    return Map.of(ObjectInspectionProcess.VARIABLE_SUBSTITUTION_COUNTERSIGNED, answers.approve());
  }
}
