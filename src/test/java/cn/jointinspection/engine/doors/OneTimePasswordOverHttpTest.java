package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.identity.OneTimePasswords;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("一次性口令：只能用来换成自己的口令，过期作废")
class OneTimePasswordOverHttpTest extends HttpTest {

  private static final Actor REGISTRAR = new Actor("registrar1", "示例登记员", Set.of("registrars"));
  private static final String NEW = "newcomer1";
  private static final String PAGE = "/camunda/api/staff/password";
  private static final String OWN = "mima-2024-shili";

  @Autowired People people;
  @Autowired OneTimePasswords passwords;

  private String onPaper;

  @BeforeEach
  void somebodyNew() {
    people.add(new Person(NEW, "示例新人", "gaj", Set.of(Role.CLERK), null, null, true, 0), REGISTRAR);
    onPaper = passwords.issue(NEW, REGISTRAR).password();
  }

  @AfterEach
  void gone() {
    identity.clearAuthentication();
    identity.deleteUser(NEW);
  }

  private HttpResponse<String> basic(String password, String method, String path) {
    return send(request(method, "/engine-rest" + path, "GET".equals(method) ? null : Map.of())
        .header("Authorization", basic(NEW, password)));
  }

  /** On the page to which he is led, which also gives him the token that changes need. */
  private Session signedIn(String password) {
    Session session = open();
    assertThat(login(session, NEW, password, "tasklist").statusCode()).isEqualTo(200);
    assertThat(page(session, PAGE).statusCode()).isEqualTo(200);
    return session;
  }

  private HttpResponse<String> page(Session session, String path) {
    HttpRequest.Builder request = request("GET", path, null).setHeader("Accept", "text/html");
    return session.send(request, true);
  }

  private HttpResponse<String> change(Session session, String present, String fresh, String again) {
    return session.post(PAGE, Map.of("present", present, "fresh", fresh, "again", again));
  }

  @Test
  @DisplayName("第一次登录只能去修改口令：待办网页、工作台、接口都被拒绝或引到那一页；改过之后都能用")
  void theFirstLogin() {
    Session session = open();
    HttpResponse<String> login = login(session, NEW, onPaper, "tasklist");
    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(login.headers().firstValue("X-Continue-At")).contains(PAGE);

    for (String page : List.of("/camunda/app/tasklist/default/", "/camunda/app/welcome/default/",
        "/camunda/api/staff/desk", "/camunda/api/staff/department-names")) {
      HttpResponse<String> led = page(session, page);
      assertThat(led.statusCode()).as(page).isEqualTo(302);
      assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith(PAGE);
    }
    for (HttpResponse<String> refused : List.of(session.get("/camunda/api/engine/engine/default/task"),
        session.post("/camunda/api/engine/engine/default/task", Map.of()),
        session.get("/camunda/api/staff/draws"), session.post("/camunda/api/staff/department-names", Map.of()))) {
      assertThat(refused.statusCode()).as(refused.uri().getPath()).isEqualTo(403);
      assertThat(tree(refused).get("code").asText()).isEqualTo("PasswordToBeChanged");
      assertThat(tree(refused).get("message").asText()).contains("一次性口令", "请先修改口令");
    }
    assertThat(page(session, PAGE).body()).contains("一次性口令", "至少 10 个字符", "示例新人");

    HttpResponse<String> changed = change(session, onPaper, OWN, OWN);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(tree(changed).get("location").asText()).isEqualTo("/camunda/api/staff/desk");
    assertThat(page(session, "/camunda/api/staff/desk").statusCode()).isEqualTo(200);
    assertThat(session.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);
    assertThat(login(NEW, onPaper, "tasklist").statusCode()).isEqualTo(401);
    assertThat(one("select changed_at = '2024-03-20 09:00+08' from one_time_password")).isEqualTo("t");
  }

  @Test
  @DisplayName("引擎接口：用一次性口令的一律 403 并用中文说明，改过的照常")
  void restIsRefused() {
    for (HttpResponse<String> refused : List.of(basic(onPaper, "GET", "/task"), basic(onPaper, "GET", "/engine"),
        basic(onPaper, "POST", "/task"))) {
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
      assertThat(tree(refused).get("detail").asText()).contains("请先修改口令", PAGE);
    }
    change(signedIn(onPaper), onPaper, OWN, OWN);
    assertThat(basic(OWN, "GET", "/task").statusCode()).isEqualTo(200);
    assertThat(basic(onPaper, "GET", "/task").statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("地址换一种写法也绕不过去")
  void noDetours() {
    Session session = signedIn(onPaper);
    for (String detour : List.of("/camunda/%61pi/engine/engine/default/task",
        "/camunda;x=1/api/engine/engine/default/task",
        "/camunda/api/admin/auth/user/../../../engine/engine/default/task", "//camunda/api/engine/engine/default/task",
        "/camunda/api/staff/password/../desk", "/camunda/api/staff/password;x=1/../desk", "/camunda/%61pi/staff/desk",
        "/camunda/api/staff/./desk")) {
      HttpResponse<String> answer = session.get(detour);
      assertThat(answer.statusCode()).as(detour).isIn(302, 400, 403, 404);
      assertThat(answer.body()).as(detour).doesNotContain("<html lang=\"zh-CN\"");
    }
    for (String detour : List.of("/engine-%72est/task", "/x/../engine-rest/task", "/engine-rest;x=1/task")) {
      assertThat(send(request("GET", detour, null).header("Authorization", basic(NEW, onPaper))).statusCode())
          .as(detour).isIn(400, 403, 404);
    }
  }

  @Test
  @DisplayName("不合要求的新口令在各栏旁边说明，口令没有改")
  void whatIsNoPassword() {
    Session session = signedIn(onPaper);
    Map.of("短一点", "太短", "abcdefghijkl", "只有一种字符", "newcomer1-2024", "姓名或账号", onPaper, "与现在的口令相同",
        "示例新人-2024-mima", "姓名或账号").forEach((fresh, expected) -> {
          HttpResponse<String> refused = change(session, onPaper, fresh, fresh);
          assertThat(refused.statusCode()).isEqualTo(422);
          assertThat(tree(refused).at("/fields/fresh").asText()).as(fresh).contains(expected);
        });
    assertThat(tree(change(session, onPaper, OWN, OWN + "x")).at("/fields/again").asText()).contains("不一致");
    assertThat(tree(change(session, "wrong-wrong", OWN, OWN)).at("/fields/present").asText()).contains("现在的口令不对");
    at(START.plusMinutes(1));
    assertThat(login(NEW, onPaper, "tasklist").statusCode()).isEqualTo(200);
    assertThat(page(session, "/camunda/api/staff/desk").statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("满十四天过期：前一刻还能登录，到时登录用中文说明，已登录的退出，也改不了；重新发给后又能用")
  void expires() {
    Session early = signedIn(onPaper);
    at(START.plusDays(14).minusSeconds(1));
    assertThat(login(NEW, onPaper, "tasklist").statusCode()).isEqualTo(200);

    at(START.plusDays(14));
    HttpResponse<String> late = login(NEW, onPaper, "tasklist");
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(tree(late).get("message").asText()).isEqualTo("一次性口令已过期，不能登录。请联系名录登记人员或系统管理员重新发给口令。");
    assertThat(basic(onPaper, "GET", "/task").statusCode()).isEqualTo(401);
    assertThat(tree(basic(onPaper, "GET", "/task")).get("code").asText()).isEqualTo("OneTimePasswordExpired");
    assertThat(change(early, onPaper, OWN, OWN).statusCode()).isEqualTo(401);
    assertThat(early.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);

    String again = passwords.issue(NEW, REGISTRAR).password();
    assertThat(change(signedIn(again), again, OWN, OWN).statusCode()).isEqualTo(200);
    assertThat(basic(OWN, "GET", "/task").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("正在使用的人被重新发给口令，当即也要先修改")
  void countsAtOnce() {
    Session session = signedIn(onPaper);
    change(session, onPaper, OWN, OWN);
    assertThat(page(session, "/camunda/api/staff/desk").statusCode()).isEqualTo(200);

    passwords.issue(NEW, REGISTRAR);

    assertThat(page(session, "/camunda/api/staff/desk").statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("离岗当即生效：已登录的立刻退出，接口和网页都进不来，另设口令也没有用")
  void whoeverLeftIsOut() {
    Session session = signedIn(onPaper);
    change(session, onPaper, OWN, OWN);
    people.save(people.get(NEW).inForce(false), REGISTRAR);

    HttpResponse<String> refused = session.get("/camunda/api/engine/engine/default/task");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(tree(refused).get("code").asText()).isEqualTo("AccountLocked");
    assertThat(session.get("/camunda/api/staff/department-names").statusCode()).isEqualTo(401);
    assertThat(basic(OWN, "GET", "/task").statusCode()).isEqualTo(401);
    assertThat(login(NEW, OWN, "tasklist").statusCode()).isEqualTo(401);

    // Whatever password an administrator gives him by hand.
    var user = identity.createUserQuery().userId(NEW).singleResult();
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    at(START.plusMinutes(1));
    assertThat(login(NEW, PASSWORD, "tasklist").statusCode()).isEqualTo(403);
    assertThat(tree(basic(PASSWORD, "GET", "/task")).get("code").asText()).isEqualTo("AccountLocked");
  }

  @Test
  @DisplayName("没有一次性口令的账号不受影响，也能自己换口令")
  void othersGoOn() {
    as("gajStaff1", "gaj");
    identity.clearAuthentication();
    Session session = signIn("gajStaff1");
    assertThat(page(session, "/camunda/api/staff/desk").body()).contains("修改口令");
    assertThat(page(session, PAGE).body()).contains("现在的口令").doesNotContain("一次性口令");
    assertThat(rest("gajStaff1", "GET", "/task", null).statusCode()).isEqualTo(200);
    assertThat(anonymous("GET", PAGE).statusCode()).isEqualTo(401);
    assertThat(session.refused(PAGE, Map.of("present", PASSWORD, "fresh", OWN, "again", OWN)).statusCode())
        .isEqualTo(403);
  }
}
