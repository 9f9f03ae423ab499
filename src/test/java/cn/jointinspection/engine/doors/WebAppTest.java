package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.identity.FirstAdministrator;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("待办与监控网页")
class WebAppTest extends HttpTest {

  private static final String TASKS = "/camunda/api/engine/engine/default/task";
  private static final Pattern HEADER_NONCE = Pattern.compile("'nonce-([\\w-]+)'");
  private static final Pattern PAGE_NONCE = Pattern.compile("nonce=\"([\\w-]+)\"");

  @Autowired private FirstAdministrator administrator;

  @Test
  @DisplayName("没有令牌的更改请求被拒绝，有令牌的被接受，违反规则的用中文说明")
  void changesNeedTheToken() {
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlan());
    identity.clearAuthentication();
    Task task = task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN);
    Session session = signIn("bgsStaff1");
    assertThat(session.get(TASKS + "/" + task.getId()).statusCode()).isEqualTo(200);

    assertThat(session.refused(TASKS + "/" + task.getId() + "/complete", answers(Map.of("approve", true))).statusCode())
        .isEqualTo(403);
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);

    Session again = signIn("bgsStaff1");
    var steered = again.post(TASKS + "/" + task.getId() + "/submit-form", Map.of("variables",
        Map.of("form", variable("{\"approve\":true}"), "planApproved", variable(false))));
    assertThat(steered.statusCode()).isEqualTo(422);
    assertThat(tree(steered).get("message").asText()).contains("不接受另外的变量：planApproved");
    assertThat(again.post(TASKS + "/" + task.getId() + "/complete", answers(Map.of("approve", true))).statusCode())
        .isEqualTo(204);
  }

  @Test
  @DisplayName("工作人员的账号打不开管理页，办公室和纪检打得开监控页")
  void whoMayOpenWhat() {
    as("gajStaff1", "gaj");
    as("bgsStaff1", "bgs");
    as("jjjcStaff1", "jjjc");
    identity.clearAuthentication();
    assertThat(login("gajStaff1", PASSWORD, "admin").statusCode()).isEqualTo(403);
    assertThat(login("gajStaff1", PASSWORD, "cockpit").statusCode()).isEqualTo(403);
    assertThat(login("bgsStaff1", PASSWORD, "cockpit").statusCode()).isEqualTo(200);
    assertThat(login("jjjcStaff1", PASSWORD, "cockpit").statusCode()).isEqualTo(200);
    assertThat(login("bgsStaff1", PASSWORD, "admin").statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("许多人同时打开时，每一页的脚本都与页头允许的一致")
  void noncesMatch() {
    if (!administrator.exists()) {
      administrator.create("admin1", PASSWORD);
    }
    List<CompletableFuture<HttpResponse<String>>> pages = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      pages.add(client.sendAsync(request("GET", "/camunda/app/welcome/default/", null).build(), BodyHandlers.ofString()));
      client.sendAsync(request("GET", "/camunda/api/engine/engine", null).build(), BodyHandlers.discarding());
    }
    assertThat(pages).allSatisfy(page -> {
      var answer = page.join();
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(first(PAGE_NONCE, answer.body()))
          .isEqualTo(first(HEADER_NONCE, answer.headers().firstValue("Content-Security-Policy").orElseThrow()));
    });
  }

  @Test
  @DisplayName("会话标识脚本读不到，也不随别站的请求发出")
  void theSessionCookie() {
    as("gajStaff1", "gaj");
    identity.clearAuthentication();
    assertThat(login("gajStaff1", PASSWORD, "tasklist").headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
        .isNotEmpty().allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite="));
  }

  @Test
  @DisplayName("每个 Cookie 只有一个 SameSite：打开网页、登录、使用工作台时都是")
  void sameSiteOnce() {
    as("gajStaff1", "gaj");
    identity.clearAuthentication();
    for (String page : new String[] {"/camunda/app/tasklist/", "/camunda/app/welcome/default/", "/camunda/api/staff/clock"}) {
      sameSiteOnce(anonymous("GET", page));
    }
    Session session = open();
    sameSiteOnce(login(session, "gajStaff1", PASSWORD, "tasklist"));
    sameSiteOnce(session.get("/camunda/app/tasklist/default/"));
  }

  @Test
  @DisplayName("输错密码后要等待，期间即使输对也不放行")
  void guessingIsSlow() {
    as("guessed1", "gaj");
    identity.clearAuthentication();
    assertThat(login("guessed1", "wrong", "tasklist").statusCode()).isEqualTo(401);
    assertThat(login("guessed1", PASSWORD, "tasklist").statusCode()).isEqualTo(401);
    assertThat(rest("guessed1", "GET", "/task", null).statusCode()).isEqualTo(401);

    at(START.plusMinutes(1));
    assertThat(login("guessed1", PASSWORD, "tasklist").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("弱密码不接受")
  @ValueSource(strings = {"123456", "password", "Aa1!", "alllowercase1!", "weak1weak1A!"})
  void weakPasswords(String password) {
    as("weak1", "gaj");
    identity.clearAuthentication();
    var answer = rest("weak1", "PUT", "/user/weak1/credentials",
        Map.of("password", password, "authenticatedUserPassword", PASSWORD));
    assertThat(answer.statusCode()).isIn(400, 422, 500);
    assertThat(rest("weak1", "GET", "/task/count", null).statusCode()).isEqualTo(200);
  }

  private static void sameSiteOnce(HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Set-Cookie")).as(answer.uri().getPath()).isNotEmpty().allSatisfy(cookie ->
        assertThat(cookie.split("(?i);\\s*SameSite=", -1)).as(cookie).hasSize(2));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
