package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.engine.forms.TaskForms;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.EarlierResults;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.yearclosing.YearClosingProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** What a page or a form asks the database does not grow with the number of rows. */
@DisplayName("十行和一千行，页面和表单问数据库的次数一样多")
@Import(StatementCount.class)
class ReadsTest extends HttpTest {

  private static final int FEW = 10;
  private static final int MANY = 1000;
  /** More than one page holds. */
  private static final int SOME = 120;
  private static final Pattern ORDER = Pattern.compile("DB-\\d+");
  private static final Pattern LINE = Pattern.compile("<td>示例抽查1</td>");
  /** Rows of a plan are numbered up to 999. */
  private static final int MOST_ITEMS = 900;

  private static final String JOINT = "140826-2024-001";
  private static final String CALENDAR_SECRET = "reads";

  /** Without login. */
  private static final List<String> PUBLIC = List.of(
      "/", "/disclosures", "/disclosures?q=示例&page=1", "/disclosures/{disclosure}", "/plan?year=2024", "/open-data",
      "/public/api/disclosures?size=200", "/public/api/disclosures/{disclosure}", "/public/api/plan?year=2024",
      "/matters", "/matters?q=示例", "/matters/gaj", "/matters/gaj/1", "/public/api/matters", "/public/api/matters/gaj",
      "/public/api/matters.csv", "/draws", "/draws/1", "/public/api/draws?size=200", "/public/api/draws/1",
      "/public/api/draws/1/files/params.json", "/calendar/gaj/" + CALENDAR_SECRET + ".ics");

  /** For staff, each as the office, a department's clerk and the registrar; some are refused to the one or the other. */
  private static final List<String> STAFF = List.of(
      "/desk", "/supervision", "/supervision?open=2&decided=2", "/supervision/{order}", "/supervision/{yearEnd}", "/year-end", "/year-end/2023/gaj",
      "/year-end/2024/gaj", "/holidays", "/holidays/drafts/{upload}", "/time-limits", "/time-limits/edit",
      "/time-limits/recomputations/{recomputation}", "/department-names", "/visit-caps",
      "/visit-caps/export.xlsx", "/visit-caps/export.csv", "/recusals/export.xlsx", "/recusals/export.csv", "/people/export.xlsx",
      "/people/export.csv", "/calendar-feeds", "/adjustments/choice",
      "/draws", "/draws/1", "/draws/1/progress", "/draws/1/result", "/draws/1/minutes", "/tasks/{task}/objects",
      "/tasks/{task}/objects?search=示例旅馆1", "/clock", "/first-day", "/objects", "/objects?q=示例旅馆1&department=gaj",
      "/objects/detail?no=140826:1", "/objects/detail?no=140826:1&on=2024-03-20", "/objects/export.xlsx?q=示例旅馆1", "/objects/export.csv", "/inspectors",
      "/inspectors?department=gaj&q=gaj", "/inspectors/detail?no=gaj1",
      "/inspectors/export.xlsx?department=gaj", "/inspectors/export.csv?department=gaj", "/password",
      "/matters", "/matters?department=gaj", "/matters/export.xlsx?department=gaj", "/matters/export.csv?department=gaj",
      "/risk-classes", "/risk-classes?department=gaj", "/risk-classes/objects?gap=UNRATED", "/class-proposals",
      "/class-proposals?status=REFUSED",
      "/people", "/people?text=示例&role=CLERK", "/people/reads1", "/registry-changes", "/registry-changes/{change}",
      "/registry-changes/{change}/progress", "/registry-changes/edit?kind=OBJECTS&no=140826:1", "/registry-changes/edit?kind=MATTERS", "/objects/duplicates", "/recusals");

  /** One thing each, whatever there is besides; what a task shows is asked of its form. */
  private static final Set<String> ONE_THING = Set.of(
      "/verify", "/public/api/**", "/camunda/api/staff/tasks/{taskId}", "/camunda/api/staff/plans/uploads/{id}",
      "/camunda/api/staff/tasks/{taskId}/evidence/{evidenceId}", "/camunda/api/staff/time-limits/drafts/{id}",
      "/camunda/api/staff/time-limits/versions/{version}", "/camunda/api/staff/time-limits/versions/{version}/time-limits.dmn",
      "/camunda/api/staff/registry-changes/{id}/file", "/camunda/api/staff/registry-changes/{id}/marked",
      "/camunda/api/staff/registry-changes/templates/{kind}", "/camunda/api/staff/people/new", "/camunda/api/staff/people/slips", "/camunda/api/staff/people/imports/{id}");

  /** The export goes through its rows in pieces; the other test counts them. */
  private static final String EXPORT = "/public/api/disclosures.csv";

  @Autowired StatementCount statements;
  @Autowired TaskForms forms;
  @Autowired DepartmentChecks checks;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @AfterEach
  void leaveTheEngineAlone() {
    identity.clearAuthentication();
    jdbc.sql("""
        delete from act_ru_identitylink where id_ like 'reads%'; delete from act_ru_task where id_ like 'reads%';
        delete from act_hi_taskinst where id_ like 'reads%'; delete from act_hi_procinst where id_ = 'reads'""").update();
    jdbc.sql("update act_ru_task set task_def_key_ = null").update();
    tasks.createTaskQuery().list().forEach(task -> tasks.deleteTask(task.getId(), true));
  }

  @Test
  @DisplayName("公示网站、接口、工作台、日历和每一个待办表单")
  void theSameForTenAndForAThousand() {
    people();
    Task task = acceptance();
    rows(FEW);
    Map<String, Integer> few = counted(task);
    rows(MANY);

    Map<String, Integer> many = counted(task);

    assertThat(many).isEqualTo(few);
  }

  @Test
  @DisplayName("导出每五百行问一次")
  void theExportGoesInPieces() {
    rows(FEW);
    send(request("GET", EXPORT, null));
    int few = statements.during(() -> send(request("GET", EXPORT, null)));
    rows(MANY);

    assertThat(statements.during(() -> send(request("GET", EXPORT, null)))).isEqualTo(few + 1);
  }

  @Test
  @DisplayName("没有一个页面、接口或表单被漏掉")
  void nothingIsLeftOut() {
    Set<String> asked = new TreeSet<>(PUBLIC);
    STAFF.forEach(path -> asked.add("/camunda/api/staff" + path));
    asked.add(EXPORT);
    Set<String> forgotten = new TreeSet<>();
    for (var mapping : requestMappingHandlerMapping.getHandlerMethods().entrySet()) {
      RequestMappingInfo info = mapping.getKey();
      boolean reads = info.getMethodsCondition().getMethods().isEmpty()
          || info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
      if (reads && mapping.getValue().getBeanType().getName().startsWith("cn.jointinspection.")) {
        info.getPathPatternsCondition().getPatterns().stream()
            .filter(pattern -> !ONE_THING.contains(pattern.getPatternString()))
            .filter(pattern -> asked.stream().noneMatch(path -> matches(pattern, path)))
            .forEach(pattern -> forgotten.add(pattern.getPatternString()));
      }
    }

    assertThat(forgotten).isEmpty();
  }

  @Test
  @DisplayName("督办台账分页：写明共几条，前后翻得到，一张不漏，一张不重")
  void everyOrderIsOnOnePage() {
    people();
    rows(SOME);
    Session office = signIn("bgsStaff1");

    String first = office.get("/camunda/api/staff/supervision").body();
    assertThat(first).contains("共 <span>3</span> 页，<span>121</span> 条", "href=\"?open=2\"", "href=\"?decided=2\"", "下一页")
        .doesNotContain("上一页");
    Set<String> open = new TreeSet<>();
    for (int page = 1; page <= 3; page++) {
      String body = office.get("/camunda/api/staff/supervision?decided=9&open=" + page).body();
      ORDER.matcher(body).results().forEach(order -> assertThat(open.add(order.group())).as(order.group()).isTrue());
    }
    assertThat(open).hasSize(SOME + 1);
    assertThat(office.get("/camunda/api/staff/supervision?open=0").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("年末清单：总页只列每部门前二十项，写明全部在哪里；全部清单不给别的部门看")
  void theYearEndListsAllOnPages() {
    people();
    county.account("xfdStaff1", "xfd");
    rows(SOME);
    Session office = signIn("bgsStaff1");

    assertThat(office.get("/camunda/api/staff/year-end").body())
        .contains("查看全部 " + SOME + " 项", "/camunda/api/staff/year-end/2023/gaj");
    assertThat(office.get("/camunda/api/staff/year-end/2023/gaj").body())
        .contains("公安局未公示清单", SOME + " 项", "共 <span>2</span> 页");
    assertThat(LINE.matcher(office.get("/camunda/api/staff/year-end/2023/gaj?page=2").body()).results()).hasSize(SOME - 100);
    assertThat(signIn("xfdStaff1").get("/camunda/api/staff/year-end/2023/gaj").body()).contains("只供该部门");
    assertThat(office.get("/camunda/api/staff/year-end/1999/gaj").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("接收抽查任务：对象分页，按名称和人员都查得到；看不到任务的人看不到名单")
  void whatIsToBeTakenOnComesInPages() {
    people();
    county.account("xfdStaff1", "xfd");
    Task task = acceptance();
    rows(SOME);
    Session police = signIn("gajStaff1");
    String objects = "/camunda/api/staff/tasks/" + task.getId() + "/objects";

    assertThat(tree(police.get(objects)).at("/items")).hasSize(100);
    assertThat(tree(police.get(objects + "?page=2")).at("/items")).hasSize(SOME - 100);
    assertThat(tree(police.get(objects + "?page=2")).at("/total").asInt()).isEqualTo(SOME);
    assertThat(tree(police.get(filled(objects + "?search=示例旅馆1", Map.of()))).at("/total").asInt()).isEqualTo(32);
    assertThat(tree(police.get(objects + "?search=gaj2")).at("/total").asInt()).isEqualTo(SOME);
    assertThat(tree(police.get(objects + "?search=gaj3")).at("/total").asInt()).isZero();
    assertThat(signIn("xfdStaff1").get(objects).body()).doesNotContain("示例旅馆");
  }

  @Test
  @DisplayName("对象的已公示结果：表单列最近二十条，写明共多少条，其余在公示网站")
  void earlierResultsAreCounted() {
    rows(SOME);

    EarlierResults earlier = checks.earlierResults("140826:1");

    assertThat(earlier.total()).isEqualTo(SOME - 1);
    assertThat(earlier.newest()).hasSize(EarlierResults.MOST)
        .allSatisfy(one -> assertThat(one.results()).containsExactly("未发现问题"));
    assertThat(anonymous("GET", filled("/disclosures?q=140826:1", Map.of())).body())
        .contains("<strong>" + (SOME - 1) + "</strong>");
  }

  private static boolean matches(PathPattern pattern, String path) {
    return pattern.matches(PathContainer.parsePath(path.replaceAll("\\?.*", "").replaceAll("\\{\\w+}", "1")));
  }

  private void people() {
    county.account("bgsStaff1", "bgs");
    county.account("gajStaff1", "gaj");
    county.account("registrar1", "registrars");
  }

  private void rows(int number) {
    try {
      String sql = new ClassPathResource("reads/rows.sql").getContentAsString(StandardCharsets.UTF_8);
      jdbc.sql(sql.replace(":items", String.valueOf(Math.min(number, MOST_ITEMS)))
          .replaceAll(":n\\b", String.valueOf(number))).update();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    jdbc.sql("insert into calendar_feed values ('gaj', sha256('" + CALENDAR_SECRET + "'), now(), 'gajStaff1', '示例') "
        + "on conflict do nothing").update();
  }

  /** A task that asks 公安局 to take on its part, without a process around it. */
  private Task acceptance() {
    Task task = tasks.newTask();
    task.setName("接收抽查任务");
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), "gaj");
    tasks.setVariables(task.getId(), Map.of(JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID, JOINT,
        JointInspectionProcess.VARIABLE_DEPARTMENT, "gaj"));
    jdbc.sql("update act_ru_task set task_def_key_ = ? where id_ = ?")
        .params(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT, task.getId()).update();
    return task;
  }

  /** Statements by page and form; asked twice, so that caches are warm. */
  private Map<String, Integer> counted(Task task) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> ids = ids(task);
    PUBLIC.forEach(path -> count(counts, path, () ->
        assertThat(send(request("GET", filled(path, ids), null)).statusCode()).as(path).isEqualTo(200)));
    Map<String, Set<Integer>> answers = new TreeMap<>();
    for (String person : List.of("bgsStaff1", "gajStaff1", "registrar1")) {
      Session session = signIn(person);
      STAFF.forEach(path -> count(counts, person + " " + path, () ->
          answers.computeIfAbsent(path, unknown -> new TreeSet<>())
              .add(session.get("/camunda/api/staff" + filled(path, ids)).statusCode())));
    }
    assertThat(answers).as("one of them reads it").allSatisfy((path, status) ->
        assertThat(status).as(path).contains(200).allMatch(code -> code < 500));
    forms.byTask().keySet().forEach(form -> count(counts, form, () -> view(form, ids)));
    return counts;
  }

  private void count(Map<String, Integer> counts, String what, Runnable read) {
    read.run();
    counts.put(what, statements.during(read));
  }

  private Map<String, String> ids(Task task) {
    return Map.of("disclosure", one("select min(id) from disclosure"), "change", one("select min(id) from registry_change"),
        "order", one("select id from supervision_order where step = 'enter' and business_key = '" + JOINT + "/1'"),
        "yearEnd", one("select id from supervision_order where step = 'yearEnd'"),
        "upload", one("select min(id) from holiday_upload"),
        "recomputation", one("select min(id) from deadline_recomputation"), "task", task.getId(),
        "plan", one("select min(id) from annual_plan"),
        "adjustment", one("select id from plan_adjustment where status = 'RETURNED'"));
  }

  private static String filled(String path, Map<String, String> ids) {
    String filled = path;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    return filled.replace("示例旅馆1", "%E7%A4%BA%E4%BE%8B%E6%97%85%E9%A6%861").replace("示例", "%E7%A4%BA%E4%BE%8B");
  }

  private void view(String form, Map<String, String> ids) {
    Map<String, Object> variables = new HashMap<>(Map.of(
        "jointInspectionId", JOINT, "objectInspectionId", JOINT + "/1", "department", "gaj", "leadDepartment", "gaj",
        "drawId", "draw-1", "referralId", "CG-2024-0001", "holidayYear", "2027", "toDepartment", "xfd"));
    variables.putAll(Map.of("planId", ids.get("plan"), "adjustmentId", ids.get("adjustment"),
        "supervisionOrderId", ids.get("order"), "recomputationId", ids.get("recomputation"), "changeId", ids.get("change"),
        "year", form.equals(YearClosingProcess.USER_TASK_CONFIRM_CLOSING) ? "2023" : "2024"));
    Function<String, Object> read = variables::get;
    as("bgsStaff1", "bgs");
    forms.view(new WorkItem("1", form, form, "1", JOINT, "bgsStaff1", new Date(), read));
    identity.clearAuthentication();
  }
}
