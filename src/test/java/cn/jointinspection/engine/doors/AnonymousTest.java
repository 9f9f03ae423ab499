package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("没有登录的人")
class AnonymousTest extends HttpTest {

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("读不到也动不了引擎接口")
  @CsvSource({
      "GET, /engine-rest/task", "GET, /engine-rest/engine", "GET, /engine-rest/engine/default/user",
      "GET, /engine-rest/history/variable-instance", "POST, /engine-rest/message",
      "POST, /engine-rest/process-definition/key/annual-plan/start", "POST, /engine-rest/deployment/create",
      "GET, /engine-rest/version", "GET, /engine-rest//task", "GET, /engine-rest/task;a=b",
      "GET, /camunda/api/engine/engine/default/task", "GET, /camunda/api/engine/engine/default/user",
      "GET, /camunda/api/engine/engine/default/authorization"})
  void theEngineIsClosed(String method, String path) {
    assertThat(anonymous(method, path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("用不了本系统的办理接口")
  @CsvSource({
      "GET, /camunda/api/staff/tasks/1", "POST, /camunda/api/staff/plans", "POST, /camunda/api/staff/tasks/1/recusals",
      "POST, /camunda/api/staff/tasks/1/evidence", "GET, /camunda/api/staff/tasks/1/evidence/1"})
  void workIsClosed(String method, String path) {
    var answer = anonymous(method, path);

    // A change without a session fails at the CSRF token already.
    assertThat(answer.statusCode()).isEqualTo("GET".equals(method) ? 401 : 403);
    if ("GET".equals(method)) {
      assertThat(tree(answer).get("detail").asText()).isEqualTo("尚未登录或登录已过期。请重新登录后再操作。");
    }
  }

  @Test
  @DisplayName("看得到时钟，只此一样")
  void theClockIsOpen() {
    assertThat(anonymous("GET", "/camunda/api/staff/clock").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("只看得到系统是否正常，看不到细节和其他运行信息")
  void onlyHealth() {
    var health = anonymous("GET", "/actuator/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(tree(health).fieldNames()).toIterable().isSubsetOf("status", "groups");
    for (String other : new String[] {"", "/env", "/beans", "/heapdump", "/mappings", "/loggers", "/metrics", "/configprops"}) {
      assertThat(anonymous("GET", "/actuator" + other).statusCode()).as(other).isEqualTo(404);
    }
  }

  @Test
  @DisplayName("打开公示页面时，浏览器被告知不得嵌入、不得外联")
  void headersOfPublicPages() {
    var headers = anonymous("GET", "/").headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
  }
}
