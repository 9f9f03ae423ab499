package cn.jointinspection.inspection;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import cn.jointinspection.draw.DrawEvents;
import cn.jointinspection.draw.DrawResult;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.draw.RecusalOutcome;
import cn.jointinspection.draw.SubstituteOutcome;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.TaskNature;
import cn.jointinspection.registry.Departments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The object mother: joint inspections of an invented county, brought to the state that a test starts from. */
public class Scene {

  /** Sets the clock of all to nine in the morning of a day. */
  public interface Calendar {
    void today(LocalDate day);
  }

  public static final LocalDate FIRST_DAY = LocalDate.of(2024, 3, 20);
  static final Actor LEAD = new Actor("gajStaff1", "示例经办人甲", Set.of("gaj"));
  static final Actor SCJGJ = new Actor("scjgjStaff1", "示例经办人乙", Set.of("scjgj"));
  static final Actor XFD = new Actor("xfdStaff1", "示例经办人丙", Set.of("xfd"));
  static final Actor OFFICE = new Actor("bgsStaff1", "示例办公室人员", Set.of("bgs"));
  static final Actor DISCIPLINE = new Actor("jjjcStaff1", "示例纪检人员", Set.of("jjjc"));
  static final Actor REVIEWER = new Actor("gajReviewer1", "示例审核人员", Set.of("gajReview"));
  public static final Map<String, List<String>> TEAMS = Map.of(
      "gaj", List.of("GA001", "GA002"), "scjgj", List.of("SJ001", "SJ002"), "xfd", List.of("XF001", "XF002"));

  private static final AtomicInteger ROWS = new AtomicInteger();
  private static final AtomicInteger OBJECTS = new AtomicInteger();

  private final JointInspections inspections;
  private final ObjectInspections objects;
  private final DepartmentChecks checks;
  final Draws draws;
  final DrawEvents drawEvents;
  final Clock clock;
  final Calendar calendar;
  private final JdbcClient jdbc;

  Scene(JointInspections inspections, ObjectInspections objects, DepartmentChecks checks, Draws draws,
      DrawEvents drawEvents, Clock clock, Calendar calendar, JdbcClient jdbc, Departments departments) {
    this.inspections = inspections;
    this.objects = objects;
    this.checks = checks;
    this.draws = draws;
    this.drawEvents = drawEvents;
    this.clock = clock;
    this.calendar = calendar;
    this.jdbc = jdbc;
    jdbc.sql("""
        insert into scope (name) values ('示例旅馆') on conflict do nothing;
        insert into annual_plan (division, division_name, year, title, status, file_name, file_sha256, imported_at,
          imported_by) values ('140826', '示例县', 2024, '示例计划', 'PUBLISHED', 'plan.csv', '0', now(), 'bgsStaff1')""")
        .update();
    for (String department : List.of("gaj", "scjgj", "xfd")) {
      String letters = Map.of("gaj", "GA", "scjgj", "SJ", "xfd", "XF").get(department);
      for (int number = 1; number <= 4; number++) {
        jdbc.sql("""
                insert into inspector (certificate_no, name, department, account, certificate_expires_on, updated_at)
                values (?, ?, ?, ?, \'2026-12-31\', now())""")
            .params(letters + "00" + number, "示例检查员" + letters + number, department, account(letters + "00" + number)).update();
      }
    }
  }

  /** By which the inspector signs in; as in life, it is not his certificate number. */
  public static String account(String certificateNo) {
    return certificateNo.toLowerCase(Locale.ROOT);
  }

  static Actor inspector(String certificateNo) {
    return new Actor(account(certificateNo), "示例检查员" + certificateNo, Set.of());
  }

  /** A plan item of 公安局 with two cooperating departments, March to November; its window is open. */
  String waiting() {
    calendar.today(FIRST_DAY);
    int row = ROWS.incrementAndGet();
    jdbc.sql("""
            insert into plan_item (plan_id, row_no, name, matters, scope_id, ratio_kind, basis_points, times_per_year,
              risk_rule, risk_text, window_from, window_to, lead_department, mode)
            select p.id, ?, '示例旅馆业联合抽查', '示例事项', s.id, 'AT_LEAST', 3000, 1, 'RISING', '', 3, 11, 'gaj',
              'COUNTY_DRAW_COUNTY_CHECK' from annual_plan p, scope s""")
        .param(row).update();
    jdbc.sql("insert into plan_item_matter (plan_id, row_no, seq, matter) select id, ?, 1, '示例事项' from annual_plan")
        .param(row).update();
    String id = "140826-2024-%03d".formatted(row);
    long plan = jdbc.sql("select id from annual_plan").query(Long.class).single();
    inspections.create(new NewJointInspection(id, plan, row, 2024, "示例旅馆业联合抽查", "gaj", List.of("scjgj", "xfd"),
        LocalDate.of(2024, 3, 1), LocalDate.of(2024, 11, 30)));
    return id;
  }

  static Scheme scheme() {
    return schemeOf("gaj", "scjgj", "xfd");
  }

  static Scheme schemeOf(String... departments) {
    return new Scheme("示例联合检查方案", List.of(Method.ON_SITE), null, LocalDate.of(2024, 4, 1), LocalDate.of(2024, 6, 28),
        "dice", "2024年3月25日会场掷骰", 1,
        Arrays.stream(departments).map(d -> new TeamDemand(d, 2, Map.of())).toList(), TaskNature.GENERAL, null);
  }

  String cosigning() {
    String id = waiting();
    inspections.launch(id, scheme(), LEAD);
    return id;
  }

  String drawing() {
    String id = cosigning();
    inspections.cosign(id, "scjgj", true, null, SCJGJ);
    inspections.cosign(id, "xfd", true, null, XFD);
    return id;
  }

  /** With so many objects drawn. */
  String accepting(int drawn) {
    String id = drawing();
    var selected = new ArrayList<DrawResult.Selected>();
    var teams = new HashMap<String, Map<String, List<String>>>();
    for (int visit = 1; visit <= drawn; visit++) {
      String objectNo = newObject();
      selected.add(new DrawResult.Selected(visit, objectNo, "B"));
      teams.put(objectNo, TEAMS);
    }
    String draw = "D-" + id;
    jdbc.sql("""
            insert into draw (id, number, joint_inspection_id, year, title, prev, "freeze", frozen_at, frozen_by,
              candidate_count, candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status, seed,
              transcript_sha256)
            select ?, coalesce(max(number), 0) + 1, ?, 2024, '示例', repeat('0', 64), repeat('0', 64), now(),
              'gajStaff1', 1, '{}', '{}', 'dice', '示例', 'DRAWN', '0', '0' from draw""")
        .params(draw, id).update();
    when(draws.result(draw)).thenReturn(new DrawResult(draw, selected, teams));
    inspections.recordDraw(id, draw);
    return id;
  }

  public String newObject() {
    String objectNo = "140826:SL-%05d".formatted(OBJECTS.incrementAndGet());
    jdbc.sql("""
            insert into inspection_object (object_no, name, category, address, risk_class, updated_at)
            values (?, ?, '企业', '示例镇示例路1号', 'B', now())""")
        .params(objectNo, "示例旅馆" + objectNo).update();
    return objectNo;
  }

  public String inspecting(int drawn) {
    String id = accepting(drawn);
    inspections.accept(id, "gaj", true, null, LEAD);
    inspections.accept(id, "scjgj", true, null, SCJGJ);
    inspections.accept(id, "xfd", true, null, XFD);
    return id;
  }

  /** All drawn objects started; ids in order of visits. */
  public List<String> started(int drawn) {
    return inspections.startable(inspecting(drawn), drawn).stream().map(ObjectInspection::id).toList();
  }

  String noticed() {
    String id = started(1).get(0);
    notice(id);
    return id;
  }

  void notice(String objectInspection) {
    objects.giveNotice(objectInspection, new Notice(NoticeKind.WRITTEN, "示例通知", LocalDate.now(clock).plusDays(2)),
        inspector("GA001"));
  }

  static CheckRecord record(LocalDate day, String... present) {
    return record(day, Outcome.NO_PROBLEM, present);
  }

  static CheckRecord record(LocalDate day, Outcome outcome, String... present) {
    return new CheckRecord(Method.ON_SITE, day, "示例检查记录",
        List.of(new Finding("示例事项", outcome, outcome == Outcome.PROBLEM ? "示例问题" : null)), List.of(), List.of(present));
  }

  void check(String objectInspection, String department) {
    List<String> team = TEAMS.get(department);
    checks.recordCheck(checks.get(objectInspection, department).id(),
        record(LocalDate.now(clock), team.toArray(String[]::new)), inspector(team.get(0)));
  }

  /** All departments have checked today; the joint check is complete. */
  void checked(String objectInspection) {
    objects.pendingDepartments(objectInspection).forEach(department -> check(objectInspection, department));
    objects.completeJointCheck(objectInspection);
  }

  static ResultEntry noProblem() {
    return new ResultEntry(List.of(new ResultEntry.Result(ResultCode.NO_PROBLEM, null)), null,
        List.of(new ResultEntry.FollowUp(FollowUpCode.NONE, null, null, null)));
  }

  long entered(String objectInspection, String department) {
    long check = checks.get(objectInspection, department).id();
    checks.enterResult(check, noProblem(), inspector(TEAMS.get(department).get(0)));
    return check;
  }

  void published(String objectInspection, String department) {
    long check = entered(objectInspection, department);
    checks.review(check, true, null, new Actor("reviewer", "示例审核人员", Set.of(department + "Review")));
    checks.markPublished(check);
  }

  /** All departments have published; only {@code finishObject} is left. */
  void allPublished(String objectInspection) {
    checked(objectInspection);
    objects.departmentsToPublish(objectInspection).forEach(department -> published(objectInspection, department));
  }

  public void redraws(String certificateNo, String replacement) {
    when(drawEvents.recordRecusal(any(), any(), eq(certificateNo), any(), any(), any()))
        .thenReturn(new RecusalOutcome(replacement, 1));
  }

  public void substitutes(String objectNo, String replacement) {
    when(drawEvents.recordSubstitute(any(), eq(objectNo), any(), any(), any(), any())).thenReturn(
        new SubstituteOutcome(replacement, "B", replacement == null ? Map.of() : TEAMS, 1));
  }

  List<String> actions(String jointInspection) {
    return inspections.journal(jointInspection).stream().map(JournalEntry::action).toList();
  }
}
