package cn.jointinspection.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Application;
import cn.jointinspection.Clause;
import cn.jointinspection.engine.doors.ProductionTest;
import cn.jointinspection.registry.intake.ImportCommand;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("一个县启用的第一天：正式运行，空数据库，全部靠点击，直到计划可以发起")
class FirstDayIT extends ProductionTest {

  private static final String STAFF = "/camunda/api/staff/";
  private static final String OWN = "mima-2026-shili";
  private static final String[] CHIEF =
      {"--joint-inspection.admin.user=chief", "--joint-inspection.admin.password=" + PASSWORD};
  private static final String[] WITHOUT_HTTPS = {"--server.servlet.session.cookie.secure=false",
      "--camunda.bpm.webapp.session-cookie.enable-secure-cookie=false",
      "--camunda.bpm.webapp.csrf.enable-secure-cookie=false"};

  private static final String ROSTER = """
      姓名,部门,角色,执法证号
      示例办公甲,领导小组办公室,办公室,
      示例办公乙,领导小组办公室,办公室,
      示例登记,领导小组办公室,登记员,
      示例纪检,纪检监察,纪检,
      示例公安经办,公安局,经办,
      示例公安审核,公安局,审核,
      示例公安检查甲,公安局,检查人员,14082608001
      示例公安检查乙,公安局,检查人员,14082608002
      示例消防经办,消防队,经办,
      示例消防审核,消防队,审核,
      示例消防检查甲,消防队,检查人员,14082607001
      示例消防检查乙,消防队,检查人员,14082607002
      """;
  private static final String PLAN =
      "地市,序号,抽查任务名称,抽查事项,抽查对象范围,抽查比例及频次,智慧监管（信用风险分类）要求,抽查起止时间,发起部门,配合部门,抽查模式\n"
      + "示例县,1,2026年度对旅馆业的双随机抽查,旅馆业治安检查,本辖区各类旅馆,抽查比例100%；1次/年,,3月-11月,公安局,消防队,县抽县查\n";

  private final Map<String, String> oneTime = new HashMap<>();
  private final Map<String, Page> pages = new HashMap<>();
  private Chromium chromium;
  private String base;

  @BeforeEach
  void aMondayInMarch() {
    at(LocalDateTime.of(2026, 3, 2, 9, 0));
    chromium = new Chromium();
  }

  @AfterEach
  void home() {
    chromium.close();
  }

  private ConfigurableApplicationContext county(String database) {
    var county = start(database, Stream.of(Stream.of(CHIEF), Stream.of(WITHOUT_HTTPS),
        Stream.of(WITH_JOBS)).flatMap(all -> all).toArray(String[]::new));
    port = ((ServletWebServerApplicationContext) county).getWebServer().getPort();
    base = "http://localhost:" + port;
    return county;
  }

  @Test
  @Clause({"一-2", "一-4"})
  @DisplayName("管理员导入名册并打印口令条，各人改口令，登记员逐份导入，各部门审核人员批准，办公室公布计划，公安局打开发起表单")
  void fromAnEmptyDatabaseToAPlanReadyToLaunch() {
    try (ConfigurableApplicationContext county = county(newDatabase())) {
      Page chief = signedIn("chief", PASSWORD);
      chief.navigate(base + STAFF + "desk");
      assertThat(chief.getByText("启用准备").first()).isVisible();
      assertThat(missing(chief)).contains("人员", "抽查事项清单", "执法检查人员", "检查对象", "年度计划");

      importTheRoster(chief);
      handIn("OBJECTS", "gaj", "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n"
          + "示例宾馆一,,LG-1,旅馆,示例路1号,,存续,本辖区各类旅馆\n示例宾馆二,,LG-2,旅馆,示例路2号,,存续,本辖区各类旅馆\n", "示例公安审核");
      handIn("MATTERS", "gaj", "抽查事项,检查依据\n旅馆业治安检查,旅馆业治安管理办法\n", "示例公安审核");
      String inspectors = "姓名,执法证号,部门,证件有效期,资质与专长\n";
      handIn("INSPECTORS", "gaj", inspectors + "示例公安检查甲,14082608001,公安局,2027-12-31,治安\n"
          + "示例公安检查乙,14082608002,公安局,2027-12-31,治安\n", "示例公安审核");
      handIn("INSPECTORS", "xfd", inspectors + "示例消防检查甲,14082607001,消防队,2027-12-31,消防\n"
          + "示例消防检查乙,14082607002,消防队,2027-12-31,消防\n", "示例消防审核");
      handIn("RISK_CLASSES", "gaj", "统一社会信用代码,信用风险等级\nLG-1,低风险\nLG-2,高风险\n", "示例公安审核");
      publishThePlan();

      assertThat(missing(chief)).isEmpty();
      assertThat(chief.getByText("各项都已齐备，可以发起联合抽查。")).isVisible();
      Page clerk = page("示例公安经办");
      openTask(clerk, county, "userTask_launchInspection");
      assertThat(clerk.locator("form.work .note[role=alert]")).hasCount(0);
      assertThat(clerk.locator("form.work")).containsText("本辖区各类旅馆");
    }
  }

  @Test
  @DisplayName("或者一条命令装入整县六份文件，再打印口令条；第二次装入被拒绝，写明去哪里变更")
  void fromSixFiles(@TempDir Path folder) throws Exception {
    String database = newDatabase();
    for (String file : List.of("matters", "inspectors", "people", "objects", "risk-classes", "recusals")) {
      Files.copy(Path.of("src/main/resources/sample/county", file + ".csv"), folder.resolve(file + ".csv"));
    }
    String[] command = Stream.concat(Stream.of("import", folder.toString()), Stream.of(settings(database, CHIEF)))
        .toArray(String[]::new);
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    assertThat(ImportCommand.run(Application.class, command, said)).as(said.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(ImportCommand.run(Application.class, command, said)).isEqualTo(ImportCommand.REFUSED);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("回避名单（recusals.csv）：完成", "导入完成", "名录变更");

    try (var county = county(database)) {
      Page chief = signedIn("chief", PASSWORD);
      assertThat(missing(chief)).containsExactly("年度计划");
      chief.navigate(base + STAFF + "people");
      chief.getByText("发给口令并打印").click();
      assertThat(chief.locator(".slips li").first()).isVisible();
      int people = county.getBean(cn.jointinspection.registry.People.class).inForce().size();
      assertThat(chief.locator(".slips li")).hasCount(people);
      chief.navigate(base + STAFF + "people");
      assertThat(chief.getByText("发给口令并打印")).hasCount(0);
    }
  }

  /** Names of the steps that are still missing. */
  private List<String> missing(Page page) {
    page.navigate(base + STAFF + "first-day");
    List<String> missing = new ArrayList<>();
    for (Locator row : page.locator("tbody tr").filter(new Locator.FilterOptions().setHas(page.locator(".late"))).all()) {
      missing.add(row.locator("th").innerText());
    }
    return missing;
  }

  private void importTheRoster(Page chief) {
    chief.navigate(base + STAFF + "people");
    chief.setInputFiles("input[name=file]", file("名册.csv", ROSTER));
    chief.getByText("上传并核对").click();
    chief.getByText("存入名册并显示口令条").click();
    assertThat(chief.locator(".slips li")).hasCount(12);
    for (Locator slip : chief.locator(".slips li").all()) {
      oneTime.put(slip.locator("h2 span").first().innerText(),
          slip.locator("dd.code").nth(1).innerText() + " " + slip.locator(".password").innerText());
    }
  }

  /** The person's browser; the first time he signs in with the slip and chooses a password of his own. */
  private Page page(String name) {
    return pages.computeIfAbsent(name, n -> {
      String[] slip = oneTime.get(n).split(" ");
      Page page = signedIn(slip[0], slip[1]);
      page.waitForURL("**/camunda/api/staff/password");
      page.fill("[name=present]", slip[1]);
      page.fill("[name=fresh]", OWN);
      page.fill("[name=again]", OWN);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("修改口令")).click();
      page.waitForURL("**/camunda/api/staff/desk");
      return page;
    });
  }

  private Page signedIn(String account, String password) {
    BrowserContext context = chromium.browser().newContext();
    Page page = context.newPage();
    Person.signIn(page, base + "/camunda/app/tasklist/", account, password);
    return page;
  }

  private void handIn(String kind, String department, String csv, String reviewer) {
    Page registrar = page("示例登记");
    registrar.navigate(base + STAFF + "registry-changes");
    registrar.selectOption("select[name=kind]", kind);
    registrar.selectOption("select[name=department]", department);
    registrar.setInputFiles("input[name=file]", file(kind + ".csv", csv));
    registrar.fill("input[name=reason]", "示例：启用时首次导入");
    registrar.getByText("上传并核对").last().click();
    assertThat(registrar.locator("h2").first()).hasText("待审批");

    Page approver = page(reviewer);
    approver.navigate("about:blank");
    approver.navigate(base + "/camunda/app/tasklist/");
    approver.locator("li").filter(new Locator.FilterOptions().setHasText("审批")).filter(
        new Locator.FilterOptions().setHas(approver.locator("h4"))).first().click();
    claim(approver);
    approver.locator("input[name=approve]").first().check();
    complete(approver);
    registrar.reload();
    for (int look = 0; look < 40 && !registrar.locator("h2").first().innerText().contains("生效"); look++) {
      registrar.reload();
    }
    assertThat(registrar.locator("h2").first()).containsText("生效");
  }

  private void publishThePlan() {
    Page office = page("示例办公甲");
    office.navigate(base + "/camunda/app/tasklist/");
    office.getByText("启动流程").first().click();
    office.locator(".modal-body").getByText("年度抽查计划", new Locator.GetByTextOptions().setExact(true)).first().click();
    office.fill("#year", "2026");
    office.fill("#title", "示例县2026年度抽查计划");
    office.setInputFiles("#planFile", file("计划.csv", PLAN));
    office.getByText("上传并核对").click();
    office.getByText("核对无误，存为草稿").click();
    assertThat(office.getByText("已存为草稿，共 1 项计划任务")).isVisible();
    office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("启动").setExact(true)).click();
    assertThat(office.locator("form.work")).hasCount(0);

    Page second = page("示例办公乙");
    second.navigate(base + "/camunda/app/tasklist/");
    second.locator("li").filter(new Locator.FilterOptions().setHasText("示例县2026年度抽查计划"))
        .filter(new Locator.FilterOptions().setHas(second.locator("h4"))).first().click();
    claim(second);
    second.locator("input[name=approve]").first().check();
    complete(second);
  }

  private void openTask(Page page, ConfigurableApplicationContext county, String key) {
    TaskService open = county.getBean(TaskService.class);
    page.navigate(base + "/camunda/app/tasklist/");
    for (int look = 0; look < 40 && open.createTaskQuery().taskDefinitionKey(key).count() == 0; look++) {
      page.reload();
    }
    page.navigate("about:blank");
    page.navigate(base + "/camunda/app/tasklist/default/#/?task="
        + open.createTaskQuery().taskDefinitionKey(key).singleResult().getId());
    assertThat(page.locator("form.work .lead").first()).isVisible();
  }

  private static void claim(Page page) {
    assertThat(page.locator("form.work .facts").first()).isVisible();
    Locator claim = page.locator("a, button, span").filter(
        new Locator.FilterOptions().setHasText(java.util.regex.Pattern.compile("^\\s*认领\\s*$"))).first();
    if (claim.isVisible()) {
      claim.click();
    }
    assertThat(page.locator(".disabled-form")).hasCount(0);
  }

  private static void complete(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("完成").setExact(true)).last().click();
    assertThat(page.locator("form.work")).hasCount(0);
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
