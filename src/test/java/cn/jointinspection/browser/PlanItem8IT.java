package cn.jointinspection.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Application;
import cn.jointinspection.Clause;
import cn.jointinspection.platform.Zone;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

@DisplayName("计划第8项（旅馆业）：从发起到公示，全部靠点击办成")
class PlanItem8IT {

  private static final String INSPECTION = "140826-2024-008";
  private static final List<String> DEPARTMENTS = List.of("gaj", "scjgj", "wsjds", "xfd");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static ServletWebServerApplicationContext application;
  private static Chromium chromium;
  private static Browser browser;
  private static String base;
  private static String password;

  @BeforeAll
  static void startAsANewcomer() throws Exception {
    Path data = Path.of("target", "browser-test", UUID.randomUUID().toString());
    application = (ServletWebServerApplicationContext) SpringApplication.run(Application.class, "--server.port=0",
        "--spring.profiles.active=rehearsal", "--joint-inspection.data-dir=" + data,
        "--joint-inspection.embedded.database=joint_inspection");
    base = "http://localhost:" + application.getWebServer().getPort();
    password = Files.readString(data.resolve("rehearsal-password.txt")).strip();
    chromium = new Chromium();
    browser = chromium.browser();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (application != null) {
      application.close();
    }
  }

  private static Person person(String user) {
    return new Person(browser, base, "tasklist", user, password);
  }

  private static void work(String user, String task, Consumer<Page> fill, String picture, int height) {
    try (Person person = person(user)) {
      person.open(task);
      fill.accept(person.page());
      if (picture != null) {
        person.picture(picture, height);
      }
      person.complete();
    }
  }

  private static void work(String user, String task, Consumer<Page> fill) {
    work(user, task, fill, null, 0);
  }

  private static Consumer<Page> choose(String field) {
    return page -> page.locator("input[name=" + field + "]").first().check();
  }

  private static HttpResponse<String> get(String path, boolean administrator) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (administrator) {
      request.header("Authorization", "Basic "
          + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8)));
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The open tasks of one object's inspection, as the administrator sees them. */
  private static List<JsonNode> tasks(String businessKey, String task) throws Exception {
    JsonNode found = JSON.readTree(get("/engine-rest/task?processInstanceBusinessKey=" + businessKey
        + "&taskDefinitionKey=" + task, true).body());
    return Stream.iterate(0, i -> i < found.size(), i -> i + 1).map(found::get).toList();
  }

  private static boolean publicNames(String name) throws Exception {
    for (String path : List.of("/", "/disclosures", "/plan", "/public/api/disclosures", "/public/api/disclosures.csv")) {
      if (get(path, false).body().contains(name)) {
        return true;
      }
    }
    return false;
  }

  @Test
  @Clause({"三-16", "五-6"})
  @DisplayName("四个部门、办公室、纪检监察的人依次登录待办，一户的检查结果最后出现在公示页上")
  void fromLaunchToThePublicPage() throws Exception {
    work("gajStaff", "拟定方案并发起：2024年度对旅馆业",
        page -> page.fill("#publicSource", "20 枚十面骰，2024-03-29 上午 10 时，县政务服务大厅"), "02-launch-form", 1750);
    work("scjgjStaff", "会签检查方案", choose("agree"), "03-cosign", 1500);
    work("wsjdsStaff", "会签检查方案", choose("agree"));
    work("xfdStaff", "会签检查方案", choose("agree"));

    work("gajStaff", "提交随机数", page -> {}, "04-nonce", 900);
    for (String department : List.of("scjgj", "wsjds", "xfd")) {
      work(department + "Staff", "提交随机数", page -> {});
    }
    work("bgsStaff", "录入公开随机值", page -> {
      choose("abandon").accept(page);
      page.fill("#value", "20237331128159211123");
    }, "05-public-value", 1000);
    work("jjjcStaff", "见证并确认随机值", choose("confirm"), "06-witness", 1000);

    for (String department : DEPARTMENTS) {
      work(department + "Staff", "接收抽查任务", choose("accept"), department.equals("gaj") ? "07-accept" : null, 1100);
    }

    String object = INSPECTION + "/1";
    JsonNode notice = await(object, "userTask_giveNotice", 1).get(0);
    String firm = notice.get("name").asText().replaceFirst("^.*：", "");
    assertThat(firm).startsWith("示例");
    assertThat(publicNames(firm)).as("公开页面在检查前不透露抽中了谁").isFalse();
    work(notice.get("assignee").asText(), "下达检查通知：" + firm, page -> {
      choose("kind").accept(page);
      page.fill("#text", "已书面通知负责人，请备好许可证和住宿登记记录。");
      page.fill("#visit", "2024-03-25");
    }, "08-notice", 1000);
    moveTimeToTheVisit();

    for (JsonNode check : await(object, "userTask_recordCheck", DEPARTMENTS.size())) {
      work(check.get("assignee").asText(), "实施检查并记录：" + firm, page -> recordCheck(page), "09-check", 1350);
    }
    assertThat(publicNames(firm)).as("审核之前不公示").isFalse();

    for (JsonNode entry : await(object, "userTask_enterResult", DEPARTMENTS.size())) {
      work(entry.get("assignee").asText(), "录入检查结果：" + firm, page -> {
        page.locator("input[name=result0]").check();
        page.locator("input[name=followUp0]").check();
      }, "10-result", 1500);
    }
    for (String department : DEPARTMENTS) {
      work(department + "Reviewer", "审核检查结果：" + firm, page -> {
        openEvidence(page);
        choose("approve").accept(page);
      }, "11-review", 1250);
    }

    readThePublicPage(firm);
    lookIntoCockpit();
  }

  @Test
  @DisplayName("办公室上传自己写法的计划表：先看每行的原文和读法，确认后存为草稿，再启动送审")
  void aPlanIsLookedAtBeforeItIsStored() throws Exception {
    String row = "示例县,%s,%s,许可证检查,本辖区各类旅馆,%s,,%s,公安局,%s,县抽县查\n";
    String table = "地市,序号,抽查任务名称,抽查事项,抽查对象范围,抽查比例及频次,智慧监管（信用风险分类）要求,抽查起止时间,"
        + "发起部门,配合部门,抽查模式\n"
        + row.formatted("1", "示例任务甲", "抽查比例30%；1次/年", "3月-11月", "消防队")
        + row.formatted("3", "示例任务乙", "不少于5%，每年1次", "2024年3月至11月", "县市场监督管理局") + "注：示例说明\n";
    try (Person office = person("bgsStaff")) {
      Page page = office.page();
      page.getByText("启动流程").first().click();
      page.getByText("年度抽查计划").first().click();
      page.fill("#year", "2024");
      page.fill("#title", "示例计划");
      page.locator("#planFile").setInputFiles(
          new FilePayload("示例计划.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
      page.getByText("上传并核对").click();

      Locator rows = page.locator(".readings tbody tr");
      assertThat(rows).hasCount(2);
      assertThat(page.getByText("缺少序号 2，")).isVisible();
      assertThat(page.getByText("第 4 行：注：示例说明")).isVisible();
      Locator second = rows.nth(1);
      assertThat(second.locator("td").nth(2)).containsText("不低于5%；1次/年");
      assertThat(second.locator("td").nth(2)).containsText("推读 原文：不少于5%，每年1次");
      assertThat(second.locator("td").nth(3)).containsText("原文：2024年3月至11月");
      assertThat(second.locator("td").nth(4)).containsText("市场监管局");
      assertThat(rows.nth(0).getByText("推读")).hasCount(0);
      page.getByText("只看有推读的行").click();
      assertThat(rows).hasCount(1);
      office.picture("17-plan", 1000);

      page.getByText("核对无误，存为草稿").click();
      assertThat(page.getByText("已存为草稿，共 2 项计划任务")).isVisible();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("启动").setExact(true)).click();
      assertThat(page.locator("form.work")).hasCount(0);
    }
    JsonNode examine = JSON.readTree(
        get("/engine-rest/task?taskDefinitionKey=userTask_examinePlan&nameLike=%25" + URLEncoder.encode("示例计划",
            StandardCharsets.UTF_8), true).body());
    assertThat(examine).hasSize(1);
  }

  private static void moveTimeToTheVisit() throws Exception {
    String clock = "/camunda/api/staff/rehearsal-clock";
    try (Person office = person("bgsStaff")) {
      Page page = office.page();
      page.navigate(base + clock);
      page.fill("input[name=day]", "2024-03-25");
      page.locator("button[value=DAY]").click();
      assertThat(page.locator(".rehearsal")).containsText("2024年3月25日 星期一 09:0");
      assertThat(page.getByText("上一次拨动")).isVisible();
      office.picture("15-clock", 1400);
      assertThat(Scrutiny.of(page, "body")).isEmpty();

      APIResponse back = move(page, clock, "2024-03-22");
      assertThat(back.status()).isEqualTo(422);
      assertThat(JSON.readTree(back.text()).get("detail").asText()).contains("只能向前拨");
    }
    try (Person clerk = person("gajStaff")) {
      assertThat(move(clerk.page(), clock, "2024-03-26").status()).isEqualTo(422);
    }
    long now = JSON.readTree(get("/camunda/api/staff/clock", false).body()).get("epochMillis").asLong();
    assertThat(ClockUtil.getCurrentTime().getTime() - now).as("engine and application tell the same time")
        .isBetween(0L, 60_000L);
    assertThat(LocalDate.ofInstant(Instant.ofEpochMilli(now), Zone.SHANGHAI)).isEqualTo("2024-03-25");
  }

  private static APIResponse move(Page page, String address, String day) {
    String token = page.context().cookies().stream().filter(cookie -> cookie.name.equals("XSRF-TOKEN")).findFirst()
        .orElseThrow().value;
    return page.request().post(base + address, RequestOptions.create().setHeader("X-XSRF-TOKEN", token)
        .setHeader("Content-Type", "application/json").setData("{\"to\":\"DAY\",\"day\":\"" + day + "\"}"));
  }

  private static void recordCheck(Page page) {
    byte[] photograph = page.screenshot(new Page.ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(40));
    page.locator("#evidence").setInputFiles(new FilePayload("现场照片.jpg", "image/jpeg", photograph));
    page.getByText("上传", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByText("现场照片.jpg").first()).isVisible();
    page.fill("#day", "2024-03-25");
    page.locator("select[name=outcome0]").selectOption(new SelectOption().setLabel("未发现问题"));
    page.locator("input[value=CONFORMS]").all().forEach(Locator::check);
    page.locator("input[name^=number]").all().forEach(number -> number.fill("2"));
    page.locator(".points textarea[required]").all().forEach(words -> words.fill("现场查看，情况正常。"));
    page.fill("#record", "核对许可证、住宿登记和消防设施，均符合要求。");
  }

  private static void openEvidence(Page page) {
    String address = page.locator("a[href*='/evidence/']").first().getAttribute("href");
    APIResponse evidence = page.request().get(base + address);
    assertThat(evidence.status()).isEqualTo(200);
    assertThat(evidence.headers().get("content-disposition")).startsWith("attachment");
    assertThat(evidence.headers().get("content-type")).startsWith("image/jpeg");
  }

  /** Asks until the engine has come so far. */
  private static List<JsonNode> await(String businessKey, String task, int number) throws Exception {
    long until = System.nanoTime() + 60_000_000_000L;
    List<JsonNode> found = tasks(businessKey, task);
    while (found.size() < number && System.nanoTime() < until) {
      found = tasks(businessKey, task);
    }
    assertThat(found).as(task).hasSize(number);
    return found;
  }

  private static void readThePublicPage(String firm) throws Exception {
    Page page = browser.newPage(new Browser.NewPageOptions().setLocale("zh-CN").setViewportSize(1100, 800));
    page.navigate(base + "/");
    page.locator("input[name=q]").first().fill(firm);
    page.locator("input[name=q]").first().press("Enter");
    assertThat(page.getByText(firm).first()).isVisible();
    page.screenshot(picture("12-public-list"));
    page.locator("a[href*='/disclosures/']").first().click();
    assertThat(page.getByText("未发现问题").first()).isVisible();
    assertThat(page.getByText(firm).first()).isVisible();
    page.screenshot(picture("13-public-detail"));
    page.close();

    JsonNode published = JSON.readTree(
        get("/public/api/disclosures?q=" + URLEncoder.encode(firm, StandardCharsets.UTF_8), false).body());
    assertThat(published.findValuesAsText("department")).isNotEmpty();
    assertThat(published.toString()).contains(firm, "未发现问题");
    assertThat(get("/public/api/disclosures.csv", false).body()).contains(firm);
  }

  private static Page.ScreenshotOptions picture(String name) {
    return new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".jpg"))
        .setType(ScreenshotType.JPEG).setQuality(70);
  }

  private static void lookIntoCockpit() throws Exception {
    try (Person office = new Person(browser, base, "cockpit", "bgsStaff", password)) {
      String definition = JSON.readTree(
          get("/engine-rest/process-definition/key/object-inspection", true).body()).get("id").asText();
      office.page().navigate(base + "/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
      assertThat(office.page().locator("[data-element-id=userTask_giveNotice]").first()).isVisible();
      office.picture("14-cockpit", 900);
      office.page().navigate(base + "/camunda/app/cockpit/default/#/dashboard");
      assertThat(office.page().getByText("运行中的流程实例")).isVisible();
    }
  }
}
