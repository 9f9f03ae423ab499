package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.SubstitutionRequests;
import cn.jointinspection.platform.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 审批补抽: a reviewer of the lead department decides first (draw-spec 7). */
@Component
class ApproveSubstitutionForm extends TaskForm<SubstitutionFacts.Decision> {

  private final SubstitutionRequests requests;
  private final SubstitutionFacts substitutions;

  ApproveSubstitutionForm(SubstitutionRequests requests, ObjectFacts facts, SubstitutionFacts substitutions) {
    super(ObjectInspectionProcess.USER_TASK_APPROVE_SUBSTITUTION, facts::subject);
    this.requests = requests;
    this.substitutions = substitutions;
  }

  @Override
  public SubstitutionFacts.View view(WorkItem item) {
    return substitutions.view(item);
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, SubstitutionFacts.Decision decision, Actor actor) {
    requests.approve(substitutions.request(item).id(), decision.approve(), decision.note(), actor);
    return Map.of(ObjectInspectionProcess.VARIABLE_SUBSTITUTION_APPROVED, decision.approve());
  }
}
