package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.SubstitutionRequests;
import cn.jointinspection.platform.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 复核补抽: a person of the office or the discipline body decides second (draw-spec 7). */
@Component
class CountersignSubstitutionForm extends TaskForm<SubstitutionFacts.Decision> {

  private final SubstitutionRequests requests;
  private final SubstitutionFacts substitutions;

  CountersignSubstitutionForm(SubstitutionRequests requests, ObjectFacts facts, SubstitutionFacts substitutions) {
    super(ObjectInspectionProcess.USER_TASK_COUNTERSIGN_SUBSTITUTION, facts::subject);
    this.requests = requests;
    this.substitutions = substitutions;
  }

  @Override
  public SubstitutionFacts.View view(WorkItem item) {
    return substitutions.view(item);
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, SubstitutionFacts.Decision decision, Actor actor) {
    requests.countersign(substitutions.request(item).id(), decision.approve(), decision.note(), actor);
    return Map.of(ObjectInspectionProcess.VARIABLE_SUBSTITUTION_COUNTERSIGNED, decision.approve());
  }
}
