package cn.jointinspection.browser;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.Column;
import cn.jointinspection.deadlines.limits.TimeLimitsChange;
import cn.jointinspection.process.County;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.process.dailyround.DailyRoundProcess;
import cn.jointinspection.process.deadlinerecomputation.DeadlineRecomputationProcess;
import cn.jointinspection.process.holidaytable.HolidayTableProcess;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import cn.jointinspection.process.objectinspection.RecusalDesk;
import cn.jointinspection.process.planadjustment.PlanAdjustmentProcess;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import cn.jointinspection.process.registrychange.RegistryChangeProcess;
import cn.jointinspection.process.supervisionorder.SupervisionOrderProcess;
import cn.jointinspection.process.violationreferral.ViolationReferralProcess;
import cn.jointinspection.process.yearclosing.YearClosingProcess;
import cn.jointinspection.registry.RecusalReason;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("每个表单都在浏览器里、在真实的办理状态下打开：填满、无原始编号、无英文、无障碍")
class FormsIT extends BrowserStory {

  private static final Pattern FORM = Pattern.compile("formKey=\"embedded:/forms/(\\w+)\\.html\"");

  @Autowired private FormService forms;
  @Autowired private RepositoryService repository;
  @Autowired private RecusalDesk recusals;
  @Autowired private RegistryChangeDesk registry;
  @Autowired private TimeLimits limits;
  @Autowired private TimeLimitsChange limitsChange;

  @AfterEach
  void theShippedTableAgain() {
    identity.clearAuthentication();
    repository.createDecisionDefinitionQuery().decisionDefinitionKey(TimeLimits.DECISION).list().stream()
        .filter(version -> version.getVersion() > 1)
        .forEach(version -> repository.deleteDeployment(version.getDeploymentId()));
  }

  @Test
  @DisplayName("forms 里的每个文件都有流程用到，流程用到的每个表单都有下面的一项打开它")
  void everyFormIsOpened() throws IOException {
    Set<String> opened = Arrays.stream(FormsIT.class.getDeclaredMethods()).map(method -> method.getAnnotation(Opens.class))
        .filter(Objects::nonNull).flatMap(opens -> Stream.of(opens.value())).collect(Collectors.toCollection(TreeSet::new));
    Set<String> used = new TreeSet<>();
    for (Path model : files("processes", ".bpmn")) {
      FORM.matcher(Files.readString(model)).results().forEach(form -> used.add(form.group(1)));
    }

    assertThat(files("forms", ".html")).extracting(file -> file.getFileName().toString().replace(".html", ""))
        .containsExactlyInAnyOrderElementsOf(used);
    assertThat(opened).isEqualTo(used);
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  @Test
  @Opens({"planImported", "examinePlan", "adjustmentRequested", "reviewAdjustment", "answerRefusal", "launchInspection",
      "cosignScheme", "coordinateCosign", "contributeNonce", "enterPublicValue", "confirmPublicValue", "resolveShortfalls",
      "acceptAssignment", "coordinateRefusal"})
  @DisplayName("从导入计划到派出检查组")
  void fromThePlanToTheTeams() throws Exception {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    begin("bgsStaff1", "年度抽查计划", "planImported", page -> page.fill("#year", "2024"));
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlan());
    identity.clearAuthentication();
    open("bgsStaff1", task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN));
    completeAs("bgsStaff1", "bgs", task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN), Map.of("approve", true));
    runAsyncSteps();

    begin("gajStaff1", "计划调整备案", "adjustmentRequested", page -> {
      page.locator("#id").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
      for (String kind : List.of("RATIO", "COOPERATING", "WEIGHTS", "CANCEL", "WINDOW")) {
        page.locator("input[name=kind][value=" + kind + "]").check();
      }
      page.fill("#reason", "示例特殊情况");
    });
    applied(Map.of("kind", "COOPERATING", "departments", List.of("scjgj", "xfd")));
    open("bgsStaff1", task(PlanAdjustmentProcess.USER_TASK_REVIEW_ADJUSTMENT));
    completeAs("bgsStaff1", "bgs", task(PlanAdjustmentProcess.USER_TASK_REVIEW_ADJUSTMENT),
        Map.of("file", false, "note", "理由不足"));
    open("gajStaff1", task(PlanAdjustmentProcess.USER_TASK_ANSWER_REFUSAL),
        page -> page.locator("input[name=again]").last().check());
    completeAs("gajStaff1", "gaj", task(PlanAdjustmentProcess.USER_TASK_ANSWER_REFUSAL), Map.of("again", false));

    executeJobs(JointInspectionProcess.EVENT_WINDOW_OPENED);
    open("gajStaff1", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), page -> {
      page.locator("input[name=publicKind]").first().check();
      page.fill("#scheme", "示例方案");
    });
    launch();
    cosign("scjgj", true);
    cosign("xfd", false);
    open("wsjdsStaff1", task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "wsjds"), page -> page.getByText("不同意").first().click());
    cosign("wsjds", false);
    runAsyncSteps();
    open("bgsStaff1", task(JointInspectionProcess.USER_TASK_COORDINATE_COSIGN));
    completeAs("bgsStaff1", "bgs", task(JointInspectionProcess.USER_TASK_COORDINATE_COSIGN),
        Map.of("backToLead", true, "note", "请增加消防检查内容"));
    open("gajStaff1", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION));
    launch();
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    onlyOneInspectorLeft("xfd");
    runAsyncSteps();

    open("gajStaff1", task(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE, "gaj"));
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    open("bgsStaff1", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE), page -> {
      page.locator("input[name=abandon]").last().check();
      page.locator("input[name=abandon]").first().check();
      page.fill("#value", "20237331128159211123");
    });
    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE),
        Map.of("abandon", false, "value", "20237331128159211123"));
    open("jjjcStaff1", task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE));
    completeAs("jjjcStaff1", "jjjc", task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE), Map.of("confirm", true));
    runAsyncSteps();
    jdbc.sql("update inspector set certificate_expires_on = '2025-12-31' where department = 'xfd'").update();
    open("bgsStaff1", task(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS));
    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS), shortfallsFilledBy(County.certificate("xfd02")));
    runAsyncSteps();

    complete("gajStaff1", task(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT, "gaj"), choose("accept", ""));
    accept("scjgj", true);
    accept("wsjds", false);
    accept("xfd", true);
    runAsyncSteps();
    open("bgsStaff1", task(JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL));
  }

  @Test
  @Opens({"giveNotice", "recordCheck", "decideRecusal", "designateInspector", "approveSubstitution",
      "countersignSubstitution", "enterResult", "reviewResult", "issueLetter", "receiveReferral", "redirectReferral",
      "handleViolation", "acknowledgeOutcome", "confirmComplete"})
  @DisplayName("从检查通知到抄告办结、确认完成")
  void fromTheNoticeToTheEnd() {
    county.hotels(0, 0, 3, 3);
    county.inspectors(4);
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-01' where certificate_no in ('ZF-xfd03', 'ZF-xfd04')").update();
    inspecting();
    List<String> objects = all("select id from object_inspection order by visit_no");
    String first = objects.get(0);
    String second = objects.get(1);

    Task notice = of(first, ObjectInspectionProcess.USER_TASK_GIVE_NOTICE, null);
    jdbc.sql("update inspector set certificate_expires_on = '2024-05-20' where department = 'wsjds'").update();
    open(notice.getAssignee(), notice, page -> {
      page.getByText("申请回避").first().click();
      page.fill("#visit", "2024-05-20");
      PlaywrightAssertions.assertThat(page.locator("form.work")).not().containsText("的执法证有效期至");
      page.fill("#visit", "2024-05-21");
      PlaywrightAssertions.assertThat(page.locator("form.work .note[role=alert]").first())
          .containsText(Pattern.compile("卫生监督所示例wsjds0\\d的执法证有效期至 2024-05-20"));
    });
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE,
        task -> Map.of("kind", "WRITTEN", "text", "示例通知", "visitOn", "2024-04-10"));
    Task check = of(first, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "xfd");
    recuse(check);
    open(check.getAssignee(), check, page -> page.fill("#record", "示例记录"));
    Task recusal = task(ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL);
    open("xfdReviewer1", recusal);
    completeAs("xfdReviewer1", "xfdReview", recusal, Map.of("approve", true, "nonce", NONCE,
        "requestId", jdbc.sql("select id from recusal_request").query(Long.class).single()));
    jdbc.sql("update inspector set certificate_expires_on = '2025-12-31' where department = 'xfd'").update();
    Task designate = task(ObjectInspectionProcess.USER_TASK_DESIGNATE_INSPECTOR);
    open("xfdReviewer1", designate);
    completeAs("xfdReviewer1", "xfdReview", designate, Map.of("inspector", County.certificate("xfd03"), "note", "示例理由"));

    Task gone = of(second, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "gaj");
    open(gone.getAssignee(), gone, page -> page.locator("input[name=objectGone]").last().check());
    as(gone.getAssignee(), "inspectors");
    complete(gone, Map.of("objectGone", true, "gone", Map.of("reason", "DEREGISTERED", "note", "示例现场情况")));
    identity.clearAuthentication();
    complete("gajReviewer1", task(ObjectInspectionProcess.USER_TASK_APPROVE_SUBSTITUTION), choose("approve", "属实"));
    complete("jjjcStaff1", task(ObjectInspectionProcess.USER_TASK_COUNTERSIGN_SUBSTITUTION), choose("approve", ""));
    runAsyncSteps();

    at(LocalDateTime.of(2024, 4, 9, 9, 0));
    if (!allTasks(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE).isEmpty()) {
      inspectorsComplete(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE,
          task -> Map.of("kind", "WRITTEN", "text", "示例通知", "visitOn", "2024-04-10"));
    }
    at(LocalDateTime.of(2024, 4, 10, 17, 0));
    checklist();
    Task answered = of(first, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "gaj");
    complete(answered.getAssignee(), answered, FormsIT::answerThePoints);
    assertThat(jdbc.sql("select coalesce(verdict, number::text, note) from check_answer order by seq").query(String.class).list())
        .containsExactly("FAILS", "2.5", "NOT_APPLICABLE");
    jdbc.sql("update inspection_point set in_force = false").update();
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_RECORD_CHECK, this::record);
    Task enter = of(first, ObjectInspectionProcess.USER_TASK_ENTER_RESULT, "gaj");
    open(enter.getAssignee(), enter, page -> {
      page.locator("input[name^=result]").nth(1).check();
      page.getByText("抄告相关部门").click();
    });
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_ENTER_RESULT, this::result);
    Task review = of(first, ObjectInspectionProcess.USER_TASK_REVIEW_RESULT, "gaj");
    open("gajReviewer1", review, page -> PlaywrightAssertions.assertThat(page.locator(".points tr.fails"))
        .containsText("两人未登记"));
    for (Task each : allTasks(ObjectInspectionProcess.USER_TASK_REVIEW_RESULT)) {
      String department = (String) tasks.getVariable(each.getId(), "department");
      completeAs(department + "Reviewer1", department + "Review", each, Map.of("approve", true));
      runAsyncSteps();
    }

    Task letter = task(ViolationReferralProcess.USER_TASK_ISSUE_LETTER);
    open("gajStaff1", letter);
    completeAs("gajStaff1", "gaj", letter, Map.of("letter", "示例抄告函"));
    open("xfdStaff1", task(ViolationReferralProcess.USER_TASK_RECEIVE_REFERRAL));
    completeAs("xfdStaff1", "xfd", task(ViolationReferralProcess.USER_TASK_RECEIVE_REFERRAL),
        Map.of("accept", false, "note", "不属本部门管辖"));
    open("gajStaff1", task(ViolationReferralProcess.USER_TASK_REDIRECT_REFERRAL),
        page -> page.locator("input[name=withdraw]").first().check());
    completeAs("gajStaff1", "gaj", task(ViolationReferralProcess.USER_TASK_REDIRECT_REFERRAL),
        Map.of("withdraw", false, "target", "scjgj", "note", "市场监管事项"));
    completeAs("gajStaff1", "gaj", task(ViolationReferralProcess.USER_TASK_ISSUE_LETTER), Map.of("letter", "示例改送函"));
    completeAs("scjgjStaff1", "scjgj", task(ViolationReferralProcess.USER_TASK_RECEIVE_REFERRAL), Map.of("accept", true));
    complete("scjgjStaff1", task(ViolationReferralProcess.USER_TASK_HANDLE_VIOLATION),
        page -> page.fill("#outcome", "已责令改正"));
    complete("gajStaff1", task(ViolationReferralProcess.USER_TASK_ACKNOWLEDGE_OUTCOME), choose("accept", ""));
    complete("gajStaff1", task(JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE), page -> page.fill("#note", "全部公示"));
  }

  @Test
  @Opens("approveRegistryChange")
  @DisplayName("名录变更的审批")
  void aRegistryChanges() throws IOException {
    String csv = "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n"
        + "示例旅馆一,,A001,旅馆,示例路1号,较高风险,存续,辖区内旅馆\n示例旅馆二,,LG-2,旅馆,示例路2号,,存续,辖区内旅馆\n";
    county.hotels(2, 1, 1, 1);
    as("gajStaff1", "gaj");
    registry.propose(new Proposal(ChangeKind.OBJECTS, "gaj", "省平台导出.csv", "示例理由", false),
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    identity.clearAuthentication();
    runAsyncSteps();
    complete("gajReviewer1", task(RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE),
        page -> page.locator("input[name=approve]").first().check());
  }

  @Test
  @Opens({"explainLateness", "decideSupervision", "decideRecomputation", "watchYearEnd", "confirmClosing", "addHolidayTable"})
  @DisplayName("督办、重算期限、年末收尾、补充放假安排")
  void lateWorkAndTheYearsEnd() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(4);
    inspecting();
    at(LocalDateTime.of(2024, 4, 2, 9, 0));
    long draft = limitsChange.edit(limits.inForce().getId(), Map.of("notice", Map.of(Column.DAYS, "9")), County.OFFICE);
    as("bgsStaff1", "bgs");
    limitsChange.deploy(draft, "示例理由", County.OFFICE);
    identity.clearAuthentication();
    runAsyncSteps();
    open("bgsStaff1", task(DeadlineRecomputationProcess.USER_TASK_DECIDE_RECOMPUTATION));

    at(LocalDateTime.of(2024, 12, 1, 6, 0));
    executeJobs(DailyRoundProcess.EVENT_MORNING_CAME);
    runAsyncSteps();
    open("bgsStaff1", task(YearClosingProcess.USER_TASK_WATCH_YEAR_END));
    at(LocalDateTime.of(2024, 12, 21, 0, 0));
    executeJobs(YearClosingProcess.EVENT_YEAR_OVER);
    runAsyncSteps();
    complete("bgsStaff1", task(YearClosingProcess.USER_TASK_CONFIRM_CLOSING), page -> page.fill("#note", "属实"));
    Task explain = task(SupervisionOrderProcess.USER_TASK_EXPLAIN_LATENESS, "xfd");
    complete("xfdStaff1", explain, page -> page.fill("#explanation", "示例说明"));
    complete("bgsStaff1", task(SupervisionOrderProcess.USER_TASK_DECIDE_SUPERVISION), choose("choice", "已照单履职"));

    at(LocalDateTime.of(2026, 12, 1, 8, 0));
    executeJobs(HolidayTableProcess.EVENT_FIRST_OF_DECEMBER);
    open("bgsStaff1", task(HolidayTableProcess.USER_TASK_ADD_HOLIDAY_TABLE));
  }

  @Test
  @DisplayName("服务器不接受的，在表单自己的框里说明，读屏软件当即读出，填的还在；缺什么写明")
  void refusalsAreShownInTheForm() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(4);
    windowOpened();
    Task launch = task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION);
    open("gajStaff1", launch);
    Person clerk = person("gajStaff1");
    clerk.show(base(), launch.getId());
    Page page = clerk.page();
    PlaywrightAssertions.assertThat(page.locator("form.work .missing")).containsText("具体来源");
    page.fill("#scheme", "示例方案");
    page.locator("input[name=publicKind]").first().check();
    page.locator("#publicSource").fill("示例骰子");
    page.fill("#checkFrom", "2024-06-10");
    page.fill("#checkUntil", "2024-06-03");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("完成").setExact(true)).last().click();

    PlaywrightAssertions.assertThat(page.locator("form.work [role=alert]")).containsText("检查日期 2024-06-10 至 2024-06-03 不在");
    PlaywrightAssertions.assertThat(page.locator("#scheme")).hasValue("示例方案");
    assertThat(clerk.complaints()).hasSize(1).first().asString().contains("status of 422");
    page.navigate("about:blank");
  }

  private void launch() {
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("dice"));
  }

  private static Consumer<Page> choose(String field, String note) {
    return page -> {
      page.locator("input[name=" + field + "]").first().check();
      page.fill("#note", note);
    };
  }

  /** 公安局, which leads item 8, applies for a change. */
  private void applied(Map<String, Object> change) {
    String definition = repository.createProcessDefinitionQuery().processDefinitionKey(PlanAdjustmentProcess.KEY)
        .latestVersion().singleResult().getId();
    as("gajStaff1", "gaj");
    forms.submitStartForm(definition, Map.of("adjustment",
        text(Map.of("jointInspectionId", INSPECTION, "change", change, "reason", "示例特殊情况"))));
    identity.clearAuthentication();
  }

  private void onlyOneInspectorLeft(String department) {
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-01' where department = :department and certificate_no > :one")
        .param("department", department).param("one", County.certificate(department + "01")).update();
  }

  private Map<String, Object> shortfallsFilledBy(String inspector) {
    return Map.of("decisions", jdbc.sql("select object_no, department, seq from draw_shortfall order by seq")
        .query((row, n) -> Map.of("objectNo", row.getString(1), "department", row.getString(2), "seq", row.getInt(3),
            "inspector", inspector, "reason", "示例理由")).list());
  }

  /** 公安局's list says what is looked at, a point of each kind. */
  private void checklist() {
    jdbc.sql("""
        insert into inspection_item (department, name) values ('gaj', '旅馆业从业单位取得许可证及其他情况的检查');
        insert into inspection_point (item_id, text, position, basis, answer, unit) select i.id, p.* from inspection_item i,
          (values ('住宿登记与在店人员一致，无漏登错登', 1, '示例办法第六条', 'CONFORMITY', null), ('安全出口宽度', 2, null, 'NUMBER', '米'),
            ('可疑情况报告制度的执行情况', 3, '示例办法第九条', 'WORDS', null)) p""").update();
  }

  private static void answerThePoints(Page page) {
    page.fill("#day", "2024-04-10");
    page.fill("#record", "示例记录");
    Locator rows = page.locator(".points tbody tr");
    rows.nth(0).locator("input[value=FAILS]").check();
    PlaywrightAssertions.assertThat(page.locator("form.work .missing")).containsText("说明");
    rows.nth(0).locator("textarea").fill("两人未登记");
    PlaywrightAssertions.assertThat(page.locator("select[name=outcome0]")).hasValue("string:PROBLEM");
    page.fill("textarea[name=note0]", "住宿登记不实");
    rows.nth(1).locator("input[type=number]").fill("2.5");
    rows.nth(2).locator("input[type=checkbox]").check();
  }

  /** The open task of an object, of this department's part where it has parts. */
  private Task of(String objectInspection, String key, String department) {
    String instance = instance(ObjectInspectionProcess.KEY, objectInspection).getId();
    return allTasks(key).stream().filter(task -> instance.equals(task.getProcessInstanceId()))
        .filter(task -> department == null || department.equals(tasks.getVariable(task.getId(), "department")))
        .findFirst().orElseThrow();
  }

  /** The leader asks for his own recusal. */
  private void recuse(Task check) {
    as(check.getAssignee(), "inspectors");
    recusals.ask(check.getId(), County.certificate(check.getAssignee()), RecusalReason.KINSHIP, "示例说明");
    identity.clearAuthentication();
  }

  /** 公安局 found something at the first object that 消防队 should know; all others found nothing. */
  private Map<String, Object> result(Task task) {
    boolean referring = "gaj".equals(tasks.getVariable(task.getId(), "department"))
        && task.getProcessInstanceId().equals(instance(ObjectInspectionProcess.KEY, INSPECTION + "/1").getId());
    if (!referring) {
      return Map.of("results", List.of(Map.of("code", "NO_PROBLEM")), "followUps", List.of(Map.of("code", "NONE")));
    }
    Map<String, Object> after = new HashMap<>(Map.of("code", "REFER"));
    after.put("targetDepartment", "xfd");
    return Map.of("results", List.of(Map.of("code", "RECTIFICATION_ORDERED")), "followUps", List.of(after));
  }
}
