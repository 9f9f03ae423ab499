package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.CheckReport;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 审核检查结果: another person of the department approves what will be public, or sends it back (三、五). */
@Component
class ReviewResultForm extends TaskForm<ReviewResultForm.Answers> {

  private final DepartmentChecks checks;
  private final ObjectFacts facts;

  ReviewResultForm(DepartmentChecks checks, ObjectFacts facts) {
    super(ObjectInspectionProcess.USER_TASK_REVIEW_RESULT, facts::subject);
    this.checks = checks;
    this.facts = facts;
  }

  /** @param note needed to send it back */
  record Answers(
      @NotNull(message = "请选择通过或退回") Boolean approve,
      @Size(max = 1000, message = "审核意见不得超过 1000 字") String note) {}

  /** @param target name of the body in charge; null unless referred */
  record FollowUpRow(String text, String note, String target) {}

  record View(
      ObjectFacts.Facts object, ObjectFacts.CheckFacts check, List<CheckReport.Result> results,
      List<FollowUpRow> followUps, String statement, String enteredBy) {}

  @Override
  public View view(WorkItem item) {
    DepartmentCheck check = facts.check(item);
    CheckReport report = checks.report(check.id());
    return new View(facts.of(item), facts.of(check), report.result().codes(),
        report.result().followUps().stream().map(followUp -> new FollowUpRow(followUp.text(), followUp.note(),
            followUp.targetDepartment() == null ? null : facts.name(followUp.targetDepartment()))).toList(),
        report.result().statement(), ObjectFacts.personName(check, check.entry().by()));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    checks.review(facts.checkId(item), answers.approve(), answers.note(), actor);
    return Map.of(ObjectInspectionProcess.VARIABLE_RESULT_APPROVED, answers.approve());
  }
}
