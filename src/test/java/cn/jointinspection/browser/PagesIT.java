package cn.jointinspection.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.jointinspection.calendar.HolidayUploads;
import cn.jointinspection.calendar.YearOf2027;
import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.Column;
import cn.jointinspection.deadlines.limits.TimeLimitsChange;
import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.County;
import cn.jointinspection.process.dailyround.DailyRoundProcess;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import cn.jointinspection.process.registrychange.RegistryChangeProcess;
import cn.jointinspection.process.supervisionorder.SupervisionOrderProcess;
import cn.jointinspection.process.yearclosing.YearClosingProcess;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("每个网页在电脑和手机宽度上都打得开、看得全：无原始编号、无英文、无障碍")
class PagesIT extends BrowserStory {

  private static final String STAFF = "/camunda/api/staff/";
  private static final int STEPS = 5;

  @Autowired private Accounts accounts;
  @Autowired private TimeLimits limits;
  @Autowired private TimeLimitsChange limitsChange;
  @Autowired private HolidayUploads holidays;
  @Autowired private RepositoryService repository;
  @Autowired private RegistryChanges changes;

  @AfterEach
  void asShipped() {
    identity.clearAuthentication();
    repository.createDecisionDefinitionQuery().decisionDefinitionKey(TimeLimits.DECISION).list().stream()
        .filter(version -> version.getVersion() > 1)
        .forEach(version -> repository.deleteDeployment(version.getDeploymentId()));
  }

  @Test
  @DisplayName("公示网站：首页、结果、计划、抽取、核验、数据接口和出错的页面")
  void publicSite() {
    visit(null, "/", "public-nothing-yet");
    visit(null, "/draws", "public-no-draws-yet");
    visit(null, "/plan", "public-no-plan-yet");
    published();
    for (String path : List.of("/", "/disclosures", "/disclosures?q=nix", "/disclosures/1", "/plan", "/draws", "/draws/1",
        "/verify", "/open-data")) {
      visit(null, path, "public" + path.replaceAll("\\W+", "-"));
    }
    visit(null, "/verify?draw=1", "public-verified", 200, page -> {
      assertThat(page.locator("#verdict")).isVisible();
      page.fill("#id", one("select object_no from draw_selected limit 1"));
      page.click("#ask button");
    });
    visit(null, "/nix", "public-not-found", 404, page -> {});
    visit(null, "/disclosures?page=abc", "public-bad-request", 400, page -> {});
    visit(null, "/%25zz/%zz", "public-malformed", 400, page -> {});
  }

  @Test
  @DisplayName("随机抽查事项清单：各部门、一份清单、以前的一版、查询，工作台的清单")
  void lists() throws IOException {
    visit(null, "/matters", "public-no-matters-yet");
    String sample = Files.readString(Path.of("src/main/resources/sample/county/matters.csv"));
    takes(sample.lines().filter(line -> line.startsWith("部门,") || line.startsWith("公安局,")).toList());
    takes(List.of("抽查事项,抽查比例,状态", "旅馆业从业单位取得许可证及其他情况的检查,50%,", "民用爆炸物品仓储情况,,停用"));
    for (String path : List.of("/matters", "/matters?q=%E5%89%8D%E5%8F%B0", "/matters?q=nix", "/matters/gaj", "/matters/gaj/1",
        "/matters/gaj/2")) {
      visit(null, path, "public" + path.replaceAll("\\W+", "-"));
    }
    visit("gajStaff1", STAFF + "matters", "desk-matters");
    visit("bgsStaff1", STAFF + "matters?department=jyj", "desk-matters-none");
  }

  private void takes(List<String> lines) throws IOException {
    long id = changes.propose(new Proposal(ChangeKind.MATTERS, "gaj", "清单.csv", "示例理由", false),
        new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)), List.of("gaj"),
        new Actor("gajStaff1", "示例经办", Set.of("gaj")));
    changes.read(id);
    changes.decide(id, true, null, new Actor("gajReviewer1", "示例审核", Set.of("gajReview")));
    changes.putInForce(id);
  }

  @Test
  @DisplayName("工作台和它的每一页，抽取现场的每一步，抽取记录")
  void desk() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(4);
    visit("bgsStaff1", STAFF + "first-day", "desk-first-day");
    visit("bgsStaff1", STAFF + "draws", "desk-no-draws-yet");
    visit("bgsStaff1", STAFF + "year-end", "desk-no-year-yet");
    inspecting();
    for (String page : List.of("desk", "draws", "time-limits", "time-limits/edit", "holidays", "calendar-feeds",
        "department-names?text=%E5%B8%82%E7%9B%91%E5%B1%80", "supervision", "objects", "inspectors")) {
      visit("bgsStaff1", STAFF + page, "desk-" + page.replaceAll("\\W.*", "") + (page.endsWith("edit") ? "-edit" : ""));
    }
    visit("bgsStaff1", STAFF + "objects?q=%E4%B9%9D", "desk-objects-too-short");
    visit("bgsStaff1", STAFF + "objects/detail?no=140826:A001", "desk-object");
    visit("bgsStaff1", STAFF + "inspectors/detail?no=" + County.certificate("gaj01"), "desk-inspector");
    visit("gajStaff1", STAFF + "time-limits/edit", "desk-refused", 422, page -> {});
    drawRoom();
    newLimits();
    holidayDraft();
    lateWork();
  }

  @Test
  @DisplayName("名录变更：上传文件，读到一半、待审批、有问题、已生效的页面")
  void registries() throws IOException {
    county.hotels(2, 1, 1, 1);
    county.inspectors(4);
    Path file = Files.createTempFile("objects", ".csv");
    Files.writeString(file, "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n"
        + "示例旅馆一,,A001,旅馆,示例镇示例路1号,较高风险,存续,辖区内旅馆\n"
        + "示例旅馆二,,LG-2,旅馆,示例镇示例路2号,,存续,辖区内旅馆\n示例旅馆三,,LG-3,旅馆,,中风险,存续,辖区内旅馆\n");
    String page = STAFF + "registry-changes";
    visit("gajStaff1", page, "desk-registry-changes", 200, shown -> {
      shown.selectOption("select[name=kind]", "OBJECTS");
      shown.selectOption("select[name=department]", "gaj");
      shown.setInputFiles("input[name=file]", file);
      shown.fill("input[name=reason]", "示例：省平台三月导出");
      shown.check("input[name=goodRowsOnly]");
    });
    Page shown = person("gajStaff1").page();
    shown.getByText("上传并核对").last().click();
    assertThat(shown.locator("[data-progress]")).isVisible();
    runAsyncSteps();
    assertThat(shown.locator("h2").first()).hasText("待审批");
    visit("gajStaff1", page + "/1", "desk-registry-change");
    completeAs("gajReviewer1", "gajReview", task(RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE),
        Map.of("approve", true));
    runAsyncSteps();
    visit("gajStaff1", page + "/1", "desk-registry-change-in-force");
    visit("gajStaff1", page, "desk-registry-changes-listed");
    Files.delete(file);
  }

  @Test
  @DisplayName("风险分类：覆盖和期限、名单、部门分级对照；等级建议待决定的、已采纳的；对象页面的历次等级")
  void riskClasses() {
    accounts.create("registrar1", "示例", "登记员", PASSWORD, List.of("registrars"));
    county.hotels(2, 1, 1, 1);
    county.inspectors(4);
    inspecting();
    visit("registrar1", STAFF + "risk-classes", "desk-risk-classes-empty");
    jdbc.sql("""
        update inspection_object set risk_class = null where object_no = '140826:B001';
        insert into risk_class_confirmed select id, date '2024-01-10' from inspection_object where risk_class = 'A';
        update inspection_object set risk_source = 'MARKET', risk_dated_on = '2024-01-10' where risk_class = 'A';
        insert into department_grade (department, grade, risk_class, reason, added_at, added_by, added_by_name)
        select 'gaj', grade, class, '《示例旅馆业分级办法》', '2024-03-20T08:00+08', 'registrar1', '示例登记员'
        from (values ('优', 'A'), ('良', 'B'), ('中', 'C'), ('差', 'D')) as g (grade, class);
        insert into object_grade (department, object_id, grade, dated_on, updated_at)
        select 'gaj', id, '中', '2024-03-01', now() from inspection_object where object_no = '140826:A001';
        update department_check set result_version = 1, checked_on = '2024-04-10', statement = '示例说明：招牌在，大门紧锁';
        insert into class_proposal (check_id, object_no, effect, risk_version, codes, proposed_at)
        select min(c.id), o.object_no, case when o.stratum = 'D' then 'LOWER' else 'HIGHER' end, 1,
          case when o.stratum = 'D' then array['NO_PROBLEM'] else array['UNREACHABLE', 'TO_BE_HANDLED'] end,
          '2024-04-12T08:00+08'
        from department_check c join object_inspection o on o.id = c.object_inspection_id
        group by o.object_no, o.stratum order by 1""").update();
    visit("registrar1", STAFF + "risk-classes", "desk-risk-classes");
    visit("registrar1", STAFF + "risk-classes/objects?gap=OVER_A_MONTH", "desk-risk-class-objects");
    visit("registrar1", STAFF + "class-proposals", "desk-class-proposals");
    Page shown = person("registrar1").page();
    shown.navigate(base() + STAFF + "class-proposals");
    shown.locator("tbody tr").first().locator("text=不采纳").last().click();
    assertThat(shown.locator(".problem")).containsText("不采纳须写明理由");
    person("registrar1").complaints();
    int open = shown.locator("tbody tr").count();
    shown.locator("tbody tr").first().locator("button.strong").click();
    assertThat(shown.locator("tbody tr")).hasCount(open - 1);
    visit("registrar1", STAFF + "class-proposals?status=ACCEPTED", "desk-class-proposals-accepted");
    visit("registrar1", STAFF + "objects/detail?no=140826:A001", "desk-object-classes", 200,
        page -> page.locator("summary").first().click());
    visit("registrar1", STAFF + "desk", "desk-registrar");
  }

  private void drawRoom() {
    for (int step = 0; step < STEPS; step++) {
      int chosen = step;
      visit("bgsStaff1", STAFF + "draws/1", "draw-room-" + (step + 1), 200,
          page -> page.locator(".steps button").nth(chosen).click());
    }
    visit("bgsStaff1", STAFF + "draws/1/minutes", "minutes");
    Page minutes = person("bgsStaff1").page();
    minutes.setViewportSize(DESK, HEIGHT);
    minutes.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(minutes.locator("nav")).isHidden();
    assertThat(minutes.locator("main")).hasCSS("padding", "0px");
    assertThat(minutes.locator("main")).hasCSS("box-shadow", "none");
    if (WITH_PICTURES) {
      minutes.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("minutes-printed.png")).setFullPage(true));
    }
    minutes.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private void newLimits() {
    at(LocalDateTime.of(2024, 4, 2, 9, 0));
    as("bgsStaff1", "bgs");
    long draft = limitsChange.edit(limits.inForce().getId(), Map.of("notice", Map.of(Column.DAYS, "9")), County.OFFICE);
    visit("bgsStaff1", STAFF + "time-limits/drafts/" + draft, "desk-time-limits-draft");
    as("bgsStaff1", "bgs");
    limitsChange.deploy(draft, "示例理由", County.OFFICE);
    identity.clearAuthentication();
    runAsyncSteps();
    visit("bgsStaff1", STAFF + "time-limits/versions/2", "desk-time-limits-version");
    visit("bgsStaff1", STAFF + "time-limits/recomputations/" + one("select id::text from deadline_recomputation"),
        "desk-time-limits-recomputation");
  }

  @Test
  @DisplayName("检查人员名录：将到期的标出，可检查事项逐项列出；回避的起止和事由各看各的")
  void inspectorsAndRecusals() {
    county.hotels(1, 0, 0, 0);
    county.inspectors(3);
    jdbc.sql("""
        update inspector set certificate_expires_on = '2024-04-19', labels = '{治安,特种设备}',
          matters = '{旅馆业治安管理的行政检查,特种行业许可证核发情况的行政检查}' where certificate_no = 'ZF-gaj01';
        update inspector set certificate_expires_on = '2024-03-19' where certificate_no = 'ZF-gaj02';
        insert into recusal (inspector, object_no, reason, origin, starts_on, ends_on, note, filed_at, filed_by) values
          ('ZF-gaj01', '140826:A001', 'KINSHIP', 'DECLARED', '2024-03-01', '2025-02-28', '示例说明：配偶为该旅馆负责人',
            '2024-03-01', 'gajStaff1'),
          ('ZF-gaj02', '140826:A001', 'FORMER_EMPLOYEE', 'APPLIED', '2024-01-01', null, null, '2024-01-01', 'gajStaff1')""")
        .update();
    visit("gajStaff1", STAFF + "desk", "desk-certificates-expire");
    visit("gajStaff1", STAFF + "recusals", "desk-recusals");
    visit("gaj01", STAFF + "recusals", "desk-recusals-own");
    visit("gajStaff1", STAFF + "inspectors?department=gaj", "desk-inspectors-marked");
    visit("gajStaff1", STAFF + "inspectors/detail?no=ZF-gaj01", "desk-inspector-recusals");
    visit("gajStaff1", STAFF + "objects/detail?no=140826:A001", "desk-object-recusals");
    visit("xfdStaff1", STAFF + "objects/detail?no=140826:A001", "desk-object-recusals-untold");
  }

  private void holidayDraft() {
    long draft = holidays.draft(YearOf2027.utf8(), "2027.csv", 2027, YearOf2027.NOTICE, County.OFFICE);
    visit("bgsStaff1", STAFF + "holidays/drafts/" + draft, "desk-holidays-draft");
  }

  private void lateWork() {
    at(LocalDateTime.of(2024, 12, 1, 6, 0));
    executeJobs(DailyRoundProcess.EVENT_MORNING_CAME);
    runAsyncSteps();
    visit("bgsStaff1", STAFF + "year-end", "desk-year-end");
    at(LocalDateTime.of(2024, 12, 21, 0, 0));
    executeJobs(YearClosingProcess.EVENT_YEAR_OVER);
    runAsyncSteps();
    completeAs("xfdStaff1", "xfd", task(SupervisionOrderProcess.USER_TASK_EXPLAIN_LATENESS, "xfd"),
        Map.of("explanation", "示例说明"));
    completeAs("bgsStaff1", "bgs", task(SupervisionOrderProcess.USER_TASK_DECIDE_SUPERVISION),
        Map.of("choice", "EXEMPT", "note", "已照单履职"));
    visit("bgsStaff1", STAFF + "year-end", "desk-year-end-over", 200,
        page -> page.locator("summary").all().forEach(Locator::click));
    visit("bgsStaff1", STAFF + "supervision", "desk-supervision-orders");
    visit("bgsStaff1", STAFF + "supervision/" + one("select id::text from supervision_order where department = 'xfd'"),
        "desk-supervision-order");
  }

  /** A joint inspection from the plan to the public record; one department found something. */
  private void published() {
    county.hotels(0, 0, 2, 2);
    county.inspectors(4);
    inspecting();
    at(LocalDateTime.of(2024, 4, 9, 9, 0));
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE,
        task -> Map.of("kind", "WRITTEN", "text", "示例通知", "visitOn", "2024-04-10"));
    at(LocalDateTime.of(2024, 4, 10, 17, 0));
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_RECORD_CHECK, this::record);
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_ENTER_RESULT, task -> Map.of(
        "results", List.of(Map.of("code", tasks.getVariable(task.getId(), "department").equals("xfd")
            ? "RECTIFICATION_ORDERED" : "NO_PROBLEM")), "statement", "示例公示说明", "followUps", List.of(Map.of("code", "NONE"))));
    for (Task review : allTasks(ObjectInspectionProcess.USER_TASK_REVIEW_RESULT)) {
      String department = (String) tasks.getVariable(review.getId(), "department");
      completeAs(department + "Reviewer1", department + "Review", review, Map.of("approve", true));
      runAsyncSteps();
    }
  }
}
