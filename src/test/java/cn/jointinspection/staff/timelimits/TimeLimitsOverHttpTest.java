package cn.jointinspection.staff.timelimits;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.engine.identity.FirstAdministrator;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.process.deadlinerecomputation.DeadlineRecomputationProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("时限表的门：页面和接口")
class TimeLimitsOverHttpTest extends HttpTest {

  private static final String PAGE = "/camunda/api/staff/time-limits";
  private static final String ADMINISTRATOR = "admin1";

  @Autowired private FirstAdministrator administrator;
  @Autowired private RepositoryService repository;
  @Autowired private TimeLimits limits;

  @BeforeEach
  void people() {
    as("gajStaff1", "gaj");
    as("bgsStaff1", "bgs");
    identity.clearAuthentication();
    if (!administrator.exists()) {
      administrator.create(ADMINISTRATOR, PASSWORD);
    }
  }

  @AfterEach
  void theShippedTableAgain() {
    identity.clearAuthentication();
    repository.createDecisionDefinitionQuery().decisionDefinitionKey(TimeLimits.DECISION).list().stream()
        .filter(version -> version.getVersion() > 1)
        .forEach(version -> repository.deleteDeployment(version.getDeploymentId()));
  }

  @Test
  @DisplayName("管理员经接口部署新表：记下是谁，立即生效，并向办公室提出重算")
  void anAdministratorDeploysOverRest() throws IOException {
    county.hotels(1, 0, 0, 0);
    county.inspectors(2);
    launched("dice");

    var answer = deploy(ADMINISTRATOR, "time-limits.dmn", table().replaceFirst("(?<=out_02_days\">\\s{0,20}<text>)5", "8"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(limits.of("cosign").days()).isEqualTo(8);
    assertThat(one("select deployed_by || ' ' || reason from time_limit_version where version = 2"))
        .isEqualTo("admin1 经接口部署：示例部署");
    runAsyncSteps();
    assertThat(task(DeadlineRecomputationProcess.USER_TASK_DECIDE_RECOMPUTATION).getName()).contains("3 件");
  }

  @Test
  @DisplayName("坏表经接口部署：中文说明哪一行哪一栏，什么都没有部署")
  void aBadTableOverRest() throws IOException {
    long before = repository.createDeploymentQuery().count();
    for (String bad : new String[] {
        table().replaceFirst("(?<=out_02_days\">\\s{0,20}<text>)5", "-5"), "<definitions>", "不是表"}) {
      var answer = deploy(ADMINISTRATOR, "time-limits.dmn", bad);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(tree(answer).get("message").asText()).contains("未作任何更改");
    }
    var hidden = deploy(ADMINISTRATOR, "other.dmn", table().replaceFirst("(?<=out_02_days\">\\s{0,20}<text>)5", "-5"));
    assertThat(tree(hidden).get("message").asText())
        .contains("第 2 行（会签：配合部门积极响应（二））“工作日”一栏：写的是“-5”，应为 0 到 250 的整数。");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    assertThat(limits.of("cosign").days()).isEqualTo(5);
  }

  @Test
  @DisplayName("部门和办公室的账号都不能经接口部署")
  void onlyAdministratorsDeployOverRest() throws IOException {
    for (String user : new String[] {"gajStaff1", "bgsStaff1"}) {
      assertThat(deploy(user, "time-limits.dmn", table()).statusCode()).isEqualTo(403);
    }
    assertThat(limits.inForce().getVersion()).isEqualTo(1);
  }

  @Test
  @DisplayName("部门人员读得到时限表、下载得到文件，改不了")
  void departmentsRead() throws IOException {
    var staff = new Browser("gajStaff1");

    String page = staff.get(PAGE).body();
    assertThat(page).contains("会签：配合部门积极响应（二）", "收到任务后 5 个工作日内", "领导小组办公室")
        .doesNotContain("修改时限</a>");
    assertThat(staff.get(PAGE + "/versions/1/time-limits.dmn").body()).contains("id=\"time-limits\"");
    assertThat(staff.get(PAGE + "/edit").body()).contains("只有领导小组办公室可以修改时限表");
    var refused = staff.post(PAGE + "/drafts", Map.of("base", limits.inForce().getId(), "cosign.days", "9"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(tree(refused).get("code").asText()).isEqualTo("OnlyTheOfficeSetsLimits");
    assertThat(one("select count(*) from time_limit_draft")).isEqualTo("0");
  }

  @Test
  @DisplayName("办公室在页面上改数：先看改动，写明理由才生效；没有改动、改错、没有理由的不收")
  void theOfficeChanges() throws IOException {
    var office = new Browser("bgsStaff1");
    String base = limits.inForce().getId();
    assertThat(office.get(PAGE + "/edit").body()).contains("name=\"cosign.days\" value=\"5\"");

    assertThat(tree(office.post(PAGE + "/drafts", cosign(base, "5", "2"))).get("code").asText()).isEqualTo("NothingChanged");
    assertThat(tree(office.post(PAGE + "/drafts", cosign(base, "1", "2"))).get("detail").asText())
        .contains("“提前提醒”一栏：提前 2 个工作日提醒，比期限 1 个工作日还长");
    String draft = tree(office.post(PAGE + "/drafts", cosign(base, "7", "2"))).get("location").asText();
    assertThat(office.get(draft).body()).contains("会签：配合部门积极响应（二）", "收到任务后 5 个工作日内",
        "收到任务后 7 个工作日内").doesNotContain("协调：办公室统筹协调");
    assertThat(limits.of("cosign").days()).isEqualTo(5);

    assertThat(tree(office.post(draft + "/deployment", Map.of("reason", " "))).get("code").asText())
        .isEqualTo("ReasonMissing");
    assertThat(office.post(draft + "/deployment", Map.of("reason", "各部门反映会签太紧")).statusCode()).isEqualTo(200);

    assertThat(limits.of("cosign").days()).isEqualTo(7);
    assertThat(office.get(PAGE).body()).contains("现行第 2 版", "各部门反映会签太紧", "示例bgsStaff1");
    assertThat(office.get(PAGE + "/versions/2").body()).contains("收到任务后 7 个工作日内");
    assertThat(one("select deployed_by from time_limit_version where version = 2")).isEqualTo("bgsStaff1");
  }

  @Test
  @DisplayName("两个人同时改：后采用的一份被拒绝，同一份采用两次只生效一次")
  void twoDrafts() throws IOException {
    var office = new Browser("bgsStaff1");
    String base = limits.inForce().getId();
    String first = tree(office.post(PAGE + "/drafts", cosign(base, "7", "2"))).get("location").asText();
    String second = tree(office.post(PAGE + "/drafts", cosign(base, "8", "2"))).get("location").asText();

    assertThat(office.post(first + "/deployment", Map.of("reason", "示例")).statusCode()).isEqualTo(200);
    for (String late : new String[] {first, second}) {
      assertThat(tree(office.post(late + "/deployment", Map.of("reason", "示例"))).get("code").asText())
          .isEqualTo("ChangedMeanwhile");
    }
    assertThat(limits.inForce().getVersion()).isEqualTo(2);
    assertThat(limits.of("cosign").days()).isEqualTo(7);
  }

  private static Map<String, String> cosign(String base, String days, String remindBefore) {
    return Map.of("base", base, "cosign.base", "NOW", "cosign.days", days, "cosign.remindBefore", remindBefore,
        "cosign.remindAfterEvery", "3", "cosign.tells.DEPARTMENT", "1", "cosign.escalatesTo", "OFFICE");
  }

  private static String table() throws IOException {
    try (InputStream shipped = TimeLimits.class.getResourceAsStream("/processes/time-limits.dmn")) {
      return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> deploy(String user, String fileName, String content) {
    String part = "--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: %s\r\n\r\n%s\r\n";
    String body = part.formatted("deployment-name", "", "text/plain; charset=utf-8", "示例部署")
        + part.formatted("data", "; filename=\"" + fileName + "\"", "application/octet-stream", content) + "--part--\r\n";
    return send(request("POST", "/engine-rest/deployment/create", Map.of())
        .setHeader("Content-Type", "multipart/form-data; boundary=part")
        .header("Authorization", basic(user, PASSWORD))
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A signed-in browser with its cookies. */
  private final class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    private Browser(String user) throws IOException {
      get("/camunda/app/tasklist/default/");
      var login = send(HttpRequest.newBuilder(uri("/camunda/api/admin/auth/user/default/login/tasklist"))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=" + PASSWORD)));
      assertThat(login.statusCode()).isEqualTo(200);
      get("/camunda/app/tasklist/default/");
    }

    private HttpResponse<String> get(String path) throws IOException {
      return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html,*/*"));
    }

    private HttpResponse<String> post(String path, Map<String, String> body) throws IOException {
      return send(HttpRequest.newBuilder(uri(path)).header("Accept", "application/json")
          .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
      cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
          .map(HttpCookie::getValue).findFirst().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
      try {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private URI uri(String path) {
      return URI.create("http://localhost:" + port + path);
    }
  }
}
