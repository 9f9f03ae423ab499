package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.FollowUpCode;
import cn.jointinspection.inspection.ResultEntry;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 录入检查结果: whoever checked enters the result (谁检查、谁录入, 三). */
@Component
class EnterResultForm extends TaskForm<EnterResultForm.Answers> {

  private final DepartmentChecks checks;
  private final ObjectFacts facts;
  private final Departments departments;

  EnterResultForm(DepartmentChecks checks, ObjectFacts facts, Departments departments) {
    super(ObjectInspectionProcess.USER_TASK_ENTER_RESULT, facts::subject);
    this.checks = checks;
    this.facts = facts;
    this.departments = departments;
  }

  record Result(
      @NotBlank(message = "缺少检查结果") String code, @Size(max = 1000, message = "结果说明不得超过 1000 字") String note) {}

  /** @param closedOn null while open */
  record FollowUp(
      @NotNull(message = "缺少后续处理") FollowUpCode code,
      @Size(max = 1000, message = "后续处理说明不得超过 1000 字") String note, String targetDepartment, LocalDate closedOn) {}

  record Answers(
      @NotEmpty(message = "请选择检查结果") List<@Valid Result> results,
      @Size(max = 1000, message = "公示说明不得超过 1000 字") String statement,
      @NotEmpty(message = "请选择后续处理") List<@Valid FollowUp> followUps) {}

  record ResultRow(String code, String text, boolean exclusive, boolean needsNote, boolean chosen, String note) {}

  record FollowUpRow(
      String code, String text, boolean needsNote, boolean chosen, String note, String targetDepartment) {}

  record Defaults(List<ResultRow> results, String statement, List<FollowUpRow> followUps) {}

  /** @param returned why the review sent it back; null if it did not */
  record View(
      ObjectFacts.Facts object, ObjectFacts.CheckFacts check, String returned, List<ObjectFacts.Option> bodies,
      Defaults defaults) {}

  @Override
  public View view(WorkItem item) {
    DepartmentCheck check = facts.check(item);
    ResultEntry before = checks.entered(check.id());
    return new View(facts.of(item), facts.of(check),
        check.status() == CheckStatus.RETURNED ? check.review().note() : null,
        departments.all().stream()
            .filter(body -> body.kind() == DepartmentKind.DEPARTMENT && !body.code().equals(check.department()))
            .map(body -> new ObjectFacts.Option(body.code(), body.name())).toList(),
        new Defaults(results(before), before == null ? "" : before.statement(), followUps(before)));
  }

  private List<ResultRow> results(ResultEntry before) {
    return checks.resultCodes().stream().map(code -> {
      var chosen = before == null ? null
          : before.results().stream().filter(r -> r.code().equals(code.code())).findFirst().orElse(null);
      return new ResultRow(code.code(), code.text(), code.exclusive(), code.needsNote(), chosen != null,
          chosen == null ? "" : chosen.note());
    }).toList();
  }

  private static List<FollowUpRow> followUps(ResultEntry before) {
    return Arrays.stream(FollowUpCode.values()).map(code -> {
      var chosen = before == null ? null
          : before.followUps().stream().filter(f -> f.code() == code).findFirst().orElse(null);
      return new FollowUpRow(code.name(), code.text(), code == FollowUpCode.OTHER, chosen != null,
          chosen == null ? "" : chosen.note(), chosen == null ? null : chosen.targetDepartment());
    }).toList();
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    checks.enterResult(facts.checkId(item), new ResultEntry(
        answers.results().stream().map(r -> new ResultEntry.Result(r.code(), r.note())).toList(),
        answers.statement(),
        answers.followUps().stream()
            .map(f -> new ResultEntry.FollowUp(f.code(), f.note(), f.targetDepartment(), f.closedOn())).toList()),
        actor);
    return Map.of();
  }
}
