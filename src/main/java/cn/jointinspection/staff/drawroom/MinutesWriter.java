package cn.jointinspection.staff.drawroom;

import cn.jointinspection.draw.Contribution;
import cn.jointinspection.draw.DecidedShortfall;
import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawEvent;
import cn.jointinspection.draw.DrawRecords;
import cn.jointinspection.draw.DrawWords;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.draw.PublicSource;
import cn.jointinspection.draw.ValueDispute;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.SubstitutionReason;
import cn.jointinspection.plan.AnnualPlan;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the minutes of a draw from the tables: nothing in them is typed by hand. */
@Component
class MinutesWriter {

  private static final Map<String, String> FILES = Map.of("params.json", "抽取参数", "candidates.jsonl", "候选名单",
      "excluded.jsonl", "排除名单", "inspectors.jsonl", "检查人员名单", "recusals.jsonl", "回避名单");

  /** All departments read and sign the minutes; few must know why somebody keeps away (三). */
  private static final String UNTOLD = "按回避制度";

  private final Draws draws;
  private final DrawRecords records;
  private final DrawnVisits visits;
  private final JointInspections inspections;
  private final AnnualPlans plans;
  private final DrawRoom room;

  MinutesWriter(Draws draws, DrawRecords records, DrawnVisits visits, JointInspections inspections, AnnualPlans plans,
      DrawRoom room) {
    this.draws = draws;
    this.records = records;
    this.visits = visits;
    this.inspections = inspections;
    this.plans = plans;
    this.room = room;
  }

  Minutes write(Draw draw) {
    List<Contribution> contributions = draws.contributions(draw.id());
    List<ValueDispute> disputes = records.disputes(draw.id());
    List<DecidedShortfall> shortfalls = records.shortfalls(draw.id());
    List<DrawEvent> events = records.events(draw.id());
    UnaryOperator<String> people = room.people(signed(draw, contributions, disputes, shortfalls, events));
    Minutes.Task task = task(draw, contributions);
    return new Minutes(draw.number(), draw.id(), draw.status().label(), task, frozen(draw),
        contributions.stream().map(c -> nonce(c, people)).toList(), publicValue(draw, disputes, people),
        draw.result() == null ? null : result(draw, shortfalls, events, people),
        draw.abandoned() == null ? null : abandoned(draw.abandoned(), people),
        signatures(task.lead(), task.cooperating()));
  }

  private Minutes.Task task(Draw draw, List<Contribution> contributions) {
    JointInspection inspection = inspections.get(draw.jointInspectionId());
    AnnualPlan plan = plans.get(inspection.plan().id());
    PlanItem item = plans.item(inspection.plan().id(), inspection.plan().rowNo());
    String lead = room.department(inspection.leadDepartment());
    List<String> cooperating = contributions.stream().map(c -> room.department(c.department()))
        .filter(department -> !department.equals(lead)).toList();
    return new Minutes.Task(draw.title(), draw.jointInspectionId(),
        "《" + plan.title() + "》" + (plan.documentNo() == null ? "" : "（" + plan.documentNo() + "）"), item.rowNo(),
        item.ratio().words(), lead, cooperating);
  }

  private Minutes.Frozen frozen(Draw draw) {
    Draw.Frozen frozen = draw.frozen();
    return new Minutes.Frozen(room.local(frozen.at()), frozen.freeze(), frozen.prev(), frozen.candidates(),
        counts(frozen.candidatesByStratum(), DrawWords::stratum),
        counts(frozen.exclusionsByReason(), DrawWords::exclusion), files(draw));
  }

  private Minutes.PublicValue publicValue(Draw draw, List<ValueDispute> disputes, UnaryOperator<String> people) {
    PublicSource source = draw.publicSource();
    return new Minutes.PublicValue(DrawWords.publicKind(source.kind()), source.none(), source.source(),
        value(draw, people), disputes.stream().map(d -> dispute(d, people)).toList());
  }

  private Minutes.Result result(
      Draw draw, List<DecidedShortfall> shortfalls, List<DrawEvent> events, UnaryOperator<String> people) {
    UnaryOperator<String> inspectors = visits.inspectorNames(Stream.concat(
        shortfalls.stream().map(DecidedShortfall::inspector),
        events.stream().flatMap(e -> e.substitution() ? Stream.of() : Stream.of(e.inspector(), e.replacement()))));
    Map<String, String> names = visits.objectNames(draw, mentioned(shortfalls, events));
    Draw.Result result = draw.result();
    return new Minutes.Result(room.local(result.at()), result.seed(), result.transcriptSha256(),
        counts(result.allocation(), DrawWords::stratum), visits.of(draw),
        shortfalls.stream().map(s -> shortfall(s, names, inspectors, people)).toList(),
        events.stream().map(e -> event(e, names, inspectors, people)).toList());
  }

  private Minutes.Abandoned abandoned(Draw.Abandoned abandoned, UnaryOperator<String> people) {
    return new Minutes.Abandoned(room.local(abandoned.at()), people.apply(abandoned.by()), abandoned.reason());
  }

  /** All accounts that the minutes name. */
  private static Stream<String> signed(Draw draw, List<Contribution> contributions, List<ValueDispute> disputes,
      List<DecidedShortfall> shortfalls, List<DrawEvent> events) {
    return Stream.of(
            draw.abandoned() == null ? Stream.<String>of() : Stream.of(draw.abandoned().by()),
            signatures(draw).map(Draw.Signature::by),
            contributions.stream().map(Contribution::contributedBy),
            disputes.stream().flatMap(d -> Stream.of(d.enteredBy(), d.disputedBy())),
            shortfalls.stream().map(DecidedShortfall::decidedBy),
            events.stream().flatMap(e -> Stream.of(e.approvedBy(), e.countersignedBy())))
        .flatMap(accounts -> accounts);
  }

  private Minutes.Nonce nonce(Contribution contribution, UnaryOperator<String> people) {
    return new Minutes.Nonce(room.department(contribution.department()), people.apply(contribution.contributedBy()),
        room.local(contribution.contributedAt()), contribution.nonce());
  }

  private List<Minutes.FrozenFile> files(Draw draw) {
    return records.files(draw.id()).stream().filter(file -> FILES.containsKey(file.name()))
        .map(file -> new Minutes.FrozenFile(FILES.get(file.name()), file.name(), file.sha256())).toList();
  }

  /** Null if none stands. */
  private Minutes.Value value(Draw draw, UnaryOperator<String> people) {
    Draw.PublicValue value = draw.publicValue();
    if (value == null || value.entered() == null) {
      return null;
    }
    Draw.Signature entered = value.entered();
    Draw.Signature witness = value.confirmed();
    return new Minutes.Value(value.value(), room.department(entered.body()), people.apply(entered.by()),
        room.local(entered.at()), witness == null ? null : room.department(witness.body()),
        witness == null ? null : people.apply(witness.by()), witness == null ? null : room.local(witness.at()));
  }

  private static Stream<Draw.Signature> signatures(Draw draw) {
    return draw.publicValue() == null ? Stream.of()
        : Stream.of(draw.publicValue().entered(), draw.publicValue().confirmed()).filter(Objects::nonNull);
  }

  private Minutes.Dispute dispute(ValueDispute dispute, UnaryOperator<String> people) {
    return new Minutes.Dispute(dispute.value(), people.apply(dispute.enteredBy()), room.local(dispute.enteredAt()),
        room.department(dispute.disputedBody()), people.apply(dispute.disputedBy()), room.local(dispute.disputedAt()),
        dispute.reason());
  }

  private static List<String> mentioned(List<DecidedShortfall> shortfalls, List<DrawEvent> events) {
    return Stream.concat(shortfalls.stream().map(DecidedShortfall::objectNo),
        events.stream().flatMap(e -> e.substitution() && e.replacement() != null
            ? Stream.of(e.objectNo(), e.replacement()) : Stream.of(e.objectNo()))).distinct().toList();
  }

  private Minutes.Shortfall shortfall(DecidedShortfall s, Map<String, String> names, UnaryOperator<String> inspectors,
      UnaryOperator<String> people) {
    String missing = s.missing().equals("count") ? "人数不足" : "缺少“" + s.missing() + "”";
    String decision = s.decision() == null ? "待决定"
        : s.decision().equals("WAIVED") ? "按现有人员检查" : "指定 " + inspectors.apply(s.inspector());
    return new Minutes.Shortfall(names.get(s.objectNo()), room.department(s.department()), missing, decision, s.reason(),
        people.apply(s.decidedBy()), room.local(s.decidedAt()));
  }

  private Minutes.Event event(DrawEvent e, Map<String, String> names, UnaryOperator<String> inspectors,
      UnaryOperator<String> people) {
    UnaryOperator<String> words = e.substitution() ? names::get : inspectors;
    String out = e.substitution() ? e.objectNo() : e.inspector();
    String change = words.apply(out) + " → " + (e.replacement() == null ? "无人（户）可补" : words.apply(e.replacement()));
    String reason = e.substitution()
        ? SubstitutionReason.valueOf(e.reason()).text() : UNTOLD;
    String approved = Stream.of(e.approvedBy(), e.countersignedBy()).filter(user -> user != null).map(people)
        .reduce((first, second) -> first + "、" + second).orElseThrow();
    return new Minutes.Event(e.seq(), e.substitution() ? "补抽" : "回避", room.local(e.recordedAt()),
        names.get(e.objectNo()), change, reason, approved);
  }

  private List<String> signatures(String lead, List<String> cooperating) {
    List<String> signatures = new ArrayList<>();
    signatures.add(lead + "（发起部门）");
    cooperating.forEach(department -> signatures.add(department + "（配合部门）"));
    signatures.add(room.department(Groups.OFFICE));
    signatures.add("见证人");
    signatures.add(room.department(Groups.DISCIPLINE));
    return signatures;
  }

  private static List<LiveDraw.Count> counts(Map<String, Integer> counts, UnaryOperator<String> words) {
    return counts.entrySet().stream().map(e -> new LiveDraw.Count(words.apply(e.getKey()), e.getValue())).toList();
  }
}
