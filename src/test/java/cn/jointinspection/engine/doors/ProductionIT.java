package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

@DisplayName("正式运行")
class ProductionIT extends ProductionTest {

  private static final String ADMIN_USER = "--joint-inspection.admin.user=chief";

  @Test
  @DisplayName("没有给出第一位管理员时拒绝启动，并说明设哪个变量")
  void noAdministratorNoStart() {
    String database = newDatabase();

    assertThatThrownBy(() -> start(database)).hasStackTraceContaining("JOINT_INSPECTION_ADMIN_PASSWORD");
  }

  @Test
  @DisplayName("只有给出的管理员一个账号，安装页已关闭，会话标识只经加密连接发送")
  void onlyTheAdministrator() {
    try (var production = start(newDatabase(), ADMIN_USER, "--joint-inspection.admin.password=" + PASSWORD)) {
      port = ((ServletWebServerApplicationContext) production).getWebServer().getPort();
      assertThat(production.getBean(IdentityService.class).createUserQuery().list())
          .extracting(user -> user.getId()).containsExactly("chief");
      assertThat(rest("chief", "GET", "/user/count", null).statusCode()).isEqualTo(200);
      for (String guess : new String[] {"admin", "demo", "chief"}) {
        assertThat(send(request("GET", "/engine-rest/task", null).header("Authorization", basic(guess, guess)))
            .statusCode()).as(guess).isEqualTo(401);
      }

      var setup = anonymous("GET", "/camunda/app/admin/default/setup/");
      assertThat(setup.statusCode()).isIn(302, 404);
      assertThat(anonymous("POST", "/camunda/api/admin/setup/default/user/create").statusCode()).isEqualTo(403);
      assertThat(production.getBean(IdentityService.class).createUserQuery().count()).isEqualTo(1);

      assertThat(anonymous("GET", "/camunda/app/tasklist/default/").headers().allValues("Set-Cookie"))
          .isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie).contains("Secure");
            assertThat(cookie.split("(?i);\\s*SameSite=", -1)).as(cookie).hasSize(2);
          });
      assertThat(anonymous("GET", "/camunda/app/tasklist/default/").headers().firstValue("Strict-Transport-Security"))
          .isPresent();
    }
  }

  @Test
  @DisplayName("没有演练时间的网页和接口，时间谁也拨不动")
  void nobodyMovesTime() {
    ClockUtil.reset();
    try (var production = start(newDatabase(), ADMIN_USER, "--joint-inspection.admin.password=" + PASSWORD,
        "--server.servlet.session.cookie.secure=false", "--camunda.bpm.webapp.session-cookie.enable-secure-cookie=false",
        "--camunda.bpm.webapp.csrf.enable-secure-cookie=false")) {
      port = ((ServletWebServerApplicationContext) production).getWebServer().getPort();
      Session chief = signIn("chief");

      assertThat(chief.get("/camunda/api/staff/desk").statusCode()).isEqualTo(200);
      assertThat(chief.get("/camunda/api/staff/desk").body()).contains("待办").doesNotContain("演练");
      assertThat(chief.get("/camunda/api/staff/rehearsal-clock").statusCode()).isEqualTo(404);
      assertThat(chief.get("/camunda/api/staff/rehearsal-clock/progress").statusCode()).isEqualTo(404);
      assertThat(chief.post("/camunda/api/staff/rehearsal-clock", Map.of("to", "NEXT_WORKING_DAY")).statusCode())
          .isIn(404, 405);
      assertThat(production.getBean(Clock.class).instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
  }
}
