package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.CheckRecord;
import cn.jointinspection.inspection.Checklists;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.Finding;
import cn.jointinspection.inspection.Method;
import cn.jointinspection.inspection.Outcome;
import cn.jointinspection.inspection.PointAnswer;
import cn.jointinspection.inspection.SubstitutionReason;
import cn.jointinspection.inspection.SubstitutionRequest;
import cn.jointinspection.inspection.SubstitutionRequests;
import cn.jointinspection.inspection.Verdict;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.CheckPoint;
import cn.jointinspection.registry.Matter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 实施检查并记录: the drawn inspectors record their check, or report that the object does not exist any more (三). */
@Component
class RecordCheckForm extends TaskForm<RecordCheckForm.Answers> {

  private final DepartmentChecks checks;
  private final Checklists checklists;
  private final SubstitutionRequests substitutions;
  private final ObjectFacts facts;
  private final RecusalFacts recusals;

  RecordCheckForm(DepartmentChecks checks, Checklists checklists, SubstitutionRequests substitutions,
      ObjectFacts facts, RecusalFacts recusals) {
    super(ObjectInspectionProcess.USER_TASK_RECORD_CHECK, facts::subject);
    this.checks = checks;
    this.checklists = checklists;
    this.substitutions = substitutions;
    this.facts = facts;
    this.recusals = recusals;
  }

  /** @param note needed with a problem */
  record Judged(
      @NotBlank(message = "缺少抽查事项") String matter,
      @NotNull(message = "请逐项选择检查情况") Outcome outcome,
      @Size(max = 1000, message = "问题说明不得超过 1000 字") String note) {}

  /** @param number in the point's unit */
  record Answered(long pointId, Verdict verdict, BigDecimal number, String note) {}

  /** @param answers nullable where no matter has a checklist */
  record Check(
      @NotNull(message = "请选择检查方式") Method method,
      @NotNull(message = "请填写检查日期") LocalDate checkedOn,
      @NotBlank(message = "请填写检查记录") @Size(max = 8000, message = "检查记录不得超过 8000 字") String record,
      @NotNull(message = "请逐项填写检查情况") List<@Valid Judged> findings,
      List<Answered> answers,
      @NotNull(message = "请勾选到场检查人员") List<String> present) {}

  /** @param evidenceId nullable */
  record Gone(
      @NotNull(message = "请选择对象不存在的原因") SubstitutionReason reason,
      @NotBlank(message = "请写明现场情况") @Size(max = 2000, message = "现场情况不得超过 2000 字") String note,
      UUID evidenceId) {}

  /** Exactly one of the two, by {@code objectGone}. */
  record Answers(@NotNull(message = "请选择检查对象是否存在") Boolean objectGone, @Valid Check check, @Valid Gone gone) {

    @AssertTrue(message = "请填写检查情况，或写明对象不存在的情况")
    boolean isComplete() {
      return objectGone == null || (objectGone ? gone != null : check != null);
    }
  }

  /** @param kind name of the {@link cn.jointinspection.registry.AnswerKind}; the answer is null until given */
  record PointRow(
      long pointId, int position, String text, String basis, String kind, String unit, Verdict verdict, BigDecimal number,
      String note) {

    static PointRow of(CheckPoint point) {
      return new PointRow(point.id(), point.position(), point.text(), point.basis(), point.answer().name(), point.unit(),
          null, null, "");
    }
  }

  /** @param outcome null until chosen @param points of the department's list; empty where it has none */
  record MatterRow(String matter, Outcome outcome, String note, List<PointRow> points) {}

  /** @param inspector certificate number */
  record PresentRow(String inspector, String name, boolean leads, boolean present) {}

  record Defaults(boolean objectGone, Method method, List<MatterRow> findings, List<PresentRow> team) {}

  /** @param refusal why an earlier request for substitution was refused; null if none was */
  record View(
      ObjectFacts.Facts object, ObjectFacts.CheckFacts check, List<ObjectFacts.Option> methods,
      List<ObjectFacts.Option> outcomes, List<ObjectFacts.Option> verdicts, List<ObjectFacts.Option> goneReasons, List<ObjectFacts.Option> recusalReasons,
      List<RecusalFacts.Open> recusals, String refusal, Defaults defaults) {}

  @Override
  public View view(WorkItem item) {
    DepartmentCheck check = facts.check(item);
    return new View(facts.of(item), facts.of(check),
        Arrays.stream(Method.values()).map(m -> new ObjectFacts.Option(m.name(), m.text())).toList(),
        Arrays.stream(Outcome.values()).map(o -> new ObjectFacts.Option(o.name(), o.text())).toList(),
        Arrays.stream(Verdict.values()).map(v -> new ObjectFacts.Option(v.name(), v.text())).toList(),
        Arrays.stream(SubstitutionReason.values()).map(r -> new ObjectFacts.Option(r.name(), r.text())).toList(),
        GiveNoticeForm.reasons(), recusals.open(check),
        substitutions.newest(facts.object(item).id()).map(SubstitutionRequest::decisionNote).orElse(null),
        new Defaults(false, Method.ON_SITE,
            rows(facts.matters(item), checklists.asked(facts.object(item).jointInspectionId(), check.department())),
            check.team().stream().map(m -> new PresentRow(m.inspector(), m.name(), m.leads(), true)).toList()));
  }

  private static List<MatterRow> rows(List<String> matters, List<Matter> asked) {
    return matters.stream().map(name -> new MatterRow(name, null, "", asked.stream()
        .filter(matter -> matter.name().equals(name)).flatMap(matter -> matter.points().stream()).map(PointRow::of)
        .toList())).toList();
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    if (answers.objectGone()) {
      substitutions.request(facts.object(item).id(), answers.gone().reason(), answers.gone().note(),
          answers.gone().evidenceId(), actor);
    } else {
      checks.recordCheck(facts.checkId(item), record(answers.check()), actor);
    }
    return Map.of(ObjectInspectionProcess.VARIABLE_OBJECT_GONE, answers.objectGone());
  }

  private static CheckRecord record(Check check) {
    return new CheckRecord(check.method(), check.checkedOn(), check.record(),
        check.findings().stream().map(f -> new Finding(f.matter(), f.outcome(), f.note())).toList(),
        check.answers() == null ? List.of() : check.answers().stream()
            .map(a -> new PointAnswer(a.pointId(), a.verdict(), a.number(), a.note())).toList(),
        check.present());
  }
}
