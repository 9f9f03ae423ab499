package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.Notice;
import cn.jointinspection.inspection.NoticeKind;
import cn.jointinspection.inspection.ObjectInspection;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.inspection.TeamMember;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.RecusalReason;
import cn.jointinspection.registry.VisitExemption;
import cn.jointinspection.registry.Visits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 下达检查通知: the lead department's team tells the object of its check, or says why not (三). */
@Component
class GiveNoticeForm extends TaskForm<GiveNoticeForm.Answers> {

  /** High risk exempts by itself. */
  private static final List<ObjectFacts.Option> EXEMPTIONS = Arrays.stream(VisitExemption.values())
      .filter(exemption -> exemption != VisitExemption.HIGH_RISK)
      .map(exemption -> new ObjectFacts.Option(exemption.name(), exemption.label())).toList();

  private final ObjectInspections objects;
  private final ObjectFacts facts;
  private final RecusalFacts recusals;
  private final Visits visits;
  private final DepartmentChecks checks;
  private final Inspectors inspectors;
  private final Clock clock;

  GiveNoticeForm(ObjectInspections objects, ObjectFacts facts, RecusalFacts recusals, Visits visits,
      DepartmentChecks checks, Inspectors inspectors, Clock clock) {
    super(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE, facts::subject);
    this.objects = objects;
    this.facts = facts;
    this.recusals = recusals;
    this.visits = visits;
    this.checks = checks;
    this.inspectors = inspectors;
    this.clock = clock;
  }

  /** @param text wording, or for UNANNOUNCED the reason @param exemption null where the visit counts as any other */
  record Answers(
      @NotNull(message = "请选择通知方式") NoticeKind kind,
      @NotBlank(message = "请填写通知内容；不事先通知的填写理由") @Size(max = 2000, message = "通知内容不得超过 2000 字") String text,
      @NotNull(message = "请填写计划检查日期") LocalDate visitOn,
      VisitExemption exemption,
      @Size(max = 500, message = "不计入年度次数的依据不得超过 500 字") String exemptionReason) {}

  /** @param visits of this year, told of or made @param most the cap of the firm's kind @param last the latest */
  record Cap(int visits, int most, String last) {}

  /** An inspector drawn for this object who cannot check it after his last day (三). @param endsOn last day of his certificate */
  record Ending(String department, String name, LocalDate endsOn) {}

  /** @param endings certificates that end before the last day on which the object may be checked, the first to end first */
  record View(
      ObjectFacts.Facts object, List<ObjectFacts.Option> kinds, List<ObjectFacts.Member> team, List<Ending> endings,
      List<ObjectFacts.Option> recusalReasons, List<RecusalFacts.Open> recusals, Cap cap,
      List<ObjectFacts.Option> exemptions) {}

  @Override
  public View view(WorkItem item) {
    var check = recusals.check(item);
    ObjectFacts.Facts object = facts.of(item);
    return new View(object,
        Arrays.stream(NoticeKind.values()).map(kind -> new ObjectFacts.Option(kind.name(), kind.text())).toList(),
        facts.members(check), endings(object), reasons(), recusals.open(check), cap(item), EXEMPTIONS);
  }

  private List<Ending> endings(ObjectFacts.Facts object) {
    LocalDate last = object.scheme().checkUntil();
    List<String> drawn = checks.ofObject(object.id()).stream().flatMap(check -> check.team().stream())
        .map(TeamMember::inspector).toList();
    return inspectors.of(drawn).values().stream().filter(one -> last == null || one.certificateExpiresOn().isBefore(last))
        .map(one -> new Ending(facts.name(one.department()), one.name(), one.certificateExpiresOn()))
        .sorted(Comparator.comparing(Ending::endsOn).thenComparing(Ending::department).thenComparing(Ending::name)).toList();
  }

  /** Null where the firm's kind has no cap. */
  private Cap cap(WorkItem item) {
    ObjectInspection object = objects.get(item.variable(ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID));
    return visits.of(object.objectNo(), object.jointInspectionId(), LocalDate.now(clock).getYear())
        .map(near -> new Cap(near.visits(), near.most(), near.last())).orElse(null);
  }

  static List<ObjectFacts.Option> reasons() {
    return Arrays.stream(RecusalReason.values())
        .map(reason -> new ObjectFacts.Option(reason.name(), reason.label())).toList();
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    objects.giveNotice(item.variable(ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID),
        new Notice(answers.kind(), answers.text(), answers.visitOn(), answers.exemption(),
            answers.exemption() == null ? null : answers.exemptionReason()), actor);
    return Map.of();
  }
}
