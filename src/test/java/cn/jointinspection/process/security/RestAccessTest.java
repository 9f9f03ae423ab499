package cn.jointinspection.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.process.County;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@DisplayName("谁能做什么，由服务器把关")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "camunda.bpm.job-execution.enabled=false", "joint-inspection.embedded.database=security_tests"})
class RestAccessTest extends Journey {

  @Autowired TestRestTemplate http;
  @Autowired ObjectMapper mapper;

  private ResponseEntity<String> get(String user, String path) {
    return http.withBasicAuth(user, County.PASSWORD).getForEntity(path, String.class);
  }

  private ResponseEntity<String> post(String user, String path, Object body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return http.withBasicAuth(user, County.PASSWORD)
        .exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
  }

  private JsonNode json(ResponseEntity<String> answer) throws Exception {
    return mapper.readTree(answer.getBody());
  }

  private static Map<String, Object> form(String answers) {
    return Map.of("variables", Map.of("form", Map.of("type", "String", "value", answers)));
  }

  @ParameterizedTest
  @DisplayName("未登录，引擎接口、网页接口和本系统的工作接口一概不答")
  @ValueSource(strings = {
      "/engine-rest/task", "/engine-rest/process-definition", "/engine-rest/history/task", "/engine-rest/user",
      "/camunda/api/engine/engine/default/task"})
  void nothingForStrangers(String path) {
    assertThat(http.getForEntity(path, String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
  }

  @Test
  @DisplayName("未登录，看不到任务内容；健康检查之外的监控地址不存在")
  void noWorkForStrangers() {
    assertThat(http.getForEntity("/camunda/api/work/tasks/x", String.class).getStatusCode().is2xxSuccessful())
        .isFalse();
    assertThat(http.getForEntity("/actuator/health", String.class).getStatusCode()).isEqualTo(HttpStatus.OK);
    for (String endpoint : List.of("env", "beans", "metrics", "heapdump", "mappings")) {
      assertThat(http.getForEntity("/actuator/" + endpoint, String.class).getStatusCode())
          .isEqualTo(HttpStatus.NOT_FOUND);
    }
  }

  @Test
  @DisplayName("各部门只看得到、办得了本部门的事")
  void departmentsSeeOnlyTheirOwn() throws Exception {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    launched("dice");
    as("scjgjStaff1", "scjgj");
    as("hbjStaff1", "hbj");
    Task own = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj");
    Task others = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "xfd");

    assertThat(json(get("scjgjStaff1", "/engine-rest/task")).findValuesAsText("id")).containsExactly(own.getId());
    assertThat(json(get("scjgjStaff1", "/engine-rest/task/count")).get("count").asInt()).isEqualTo(1);
    assertThat(json(get("hbjStaff1", "/engine-rest/task"))).isEmpty();
    assertThat(json(get("hbjStaff1", "/engine-rest/process-instance"))).isEmpty();
    assertThat(json(get("hbjStaff1", "/engine-rest/variable-instance"))).isEmpty();
    assertThat(json(get("hbjStaff1", "/engine-rest/history/task"))).isEmpty();
    assertThat(json(get("hbjStaff1", "/engine-rest/history/process-instance"))).isEmpty();
    assertThat(json(get("hbjStaff1", "/engine-rest/history/variable-instance"))).isEmpty();
    assertThat(json(get("hbjStaff1", "/engine-rest/user")).findValuesAsText("id")).containsExactly("hbjStaff1");
    assertThat(get("scjgjStaff1", "/engine-rest/task/" + others.getId()).getStatusCode().is2xxSuccessful()).isFalse();
    for (String action : List.of("claim", "complete", "submit-form", "delegate", "assignee")) {
      assertThat(post("scjgjStaff1", "/engine-rest/task/" + others.getId() + "/" + action,
          action.equals("complete") || action.equals("submit-form") ? form("{\"agree\":true}")
              : Map.of("userId", "scjgjStaff1")).getStatusCode().is2xxSuccessful()).as(action).isFalse();
    }
    assertThat(jdbc.sql("select count(*) from participation where cosign = 'AGREED' and role <> 'LEAD'").query(Integer.class).single())
        .isZero();
  }

  @Test
  @DisplayName("经办人不能把任务转给别人，不能启动、修改、部署流程，不能建筛选器")
  void staffMoveNothingButTheirTasks() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    String instance = launched("dice").getId();
    as("scjgjStaff1", "scjgj");
    Task own = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj");

    Map<String, Object> correlation =
        Map.of("messageName", "objectInspectionsFinished", "businessKey", County.INSPECTION);
    assertThat(List.of(
            post("scjgjStaff1", "/engine-rest/task/" + own.getId() + "/assignee", Map.of("userId", "xfdStaff1")),
            post("scjgjStaff1", "/engine-rest/task/" + own.getId() + "/variables",
                Map.of("modifications", Map.of("department", Map.of("type", "String", "value", "xfd")))),
            post("scjgjStaff1", "/engine-rest/process-definition/key/annual-plan/start", Map.of()),
            post("scjgjStaff1", "/engine-rest/process-definition/key/object-inspection/start", Map.of()),
            post("scjgjStaff1", "/engine-rest/process-instance/" + instance + "/variables",
                Map.of("modifications", Map.of("leadDepartment", Map.of("type", "String", "value", "scjgj")))),
            post("scjgjStaff1", "/engine-rest/message", correlation),
            post("scjgjStaff1", "/engine-rest/filter/create",
                Map.of("resourceType", "Task", "name", "x", "query", Map.of(), "properties", Map.of())),
            post("scjgjStaff1", "/engine-rest/decision-definition/key/time-limits/evaluate",
                Map.of("variables", Map.of()))))
        .allSatisfy(answer -> assertThat(answer.getStatusCode().is2xxSuccessful()).isFalse());
  }

  @ParameterizedTest
  @DisplayName("完成任务只能交表单内容：夹带流转变量、缺表单、乱写的，都用中文说明并拒绝，什么也不变")
  @ValueSource(strings = {
      "{\"variables\":{\"form\":{\"type\":\"String\",\"value\":\"{\\\"agree\\\":true}\"},"
          + "\"jointInspectionId\":{\"type\":\"String\",\"value\":\"140826-2024-007\"}}}",
      "{\"variables\":{\"drawOutcome\":{\"type\":\"String\",\"value\":\"DRAWN\"}}}",
      "{}",
      "{\"variables\":{\"form\":{\"type\":\"String\",\"value\":\"不是JSON\"}}}",
      "{\"variables\":{\"form\":{\"type\":\"String\",\"value\":\"{\\\"agree\\\":true,\\\"more\\\":1}\"}}}",
      "{\"variables\":{\"form\":{\"type\":\"String\",\"value\":\"{}\"}}}",
      "{\"variables\":{\"form\":{\"type\":\"String\",\"value\":\"{\\\"agree\\\":false}\"}}}"})
  void onlyTheForm(String body) throws Exception {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    launched("dice");
    as("scjgjStaff1", "scjgj");
    Task own = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj");

    for (String way : List.of("complete", "submit-form")) {
      ResponseEntity<String> answer = post("scjgjStaff1", "/engine-rest/task/" + own.getId() + "/" + way, body);

      assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
      assertThat(json(answer).get("message").asText()).containsPattern("[\\u4e00-\\u9fff]{6,}")
          .doesNotContain(own.getId()).doesNotContain("ENGINE");
    }
    assertThat(task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj").getId()).isEqualTo(own.getId());
    assertThat(jdbc.sql("select cosign from participation where department = 'scjgj'").query(String.class).single())
        .isEqualTo("PENDING");
  }

  @ParameterizedTest
  @DisplayName("不能绕过表单：以错误或升级结束任务")
  @ValueSource(strings = {"bpmnError", "bpmnEscalation"})
  void noWayAround(String way) {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    launched("dice");
    as("scjgjStaff1", "scjgj");
    Task own = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj");

    ResponseEntity<String> answer = post("scjgjStaff1", "/engine-rest/task/" + own.getId() + "/" + way,
        Map.of("errorCode", "x", "escalationCode", "x"));

    assertThat(answer.getStatusCode().is2xxSuccessful()).isFalse();
    assertThat(task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj").getId()).isEqualTo(own.getId());
  }

  @Test
  @DisplayName("录入公开随机值的人不能自己见证，即使身兼两个单位")
  void theWitnessIsAnother() throws Exception {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    frozen("dice");
    County.DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    as("both1", "bgs", "jjjc");
    Task enter = task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
    assertThat(post("both1", "/engine-rest/task/" + enter.getId() + "/complete",
        form("{\"abandon\":false,\"value\":\"123456\"}")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    Task witness = task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE);

    ResponseEntity<String> answer =
        post("both1", "/engine-rest/task/" + witness.getId() + "/complete", form("{\"confirm\":true}"));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(json(answer).get("message").asText()).contains("录入人不能见证");
    assertThat(jdbc.sql("select status from draw").query(String.class).single()).isEqualTo("VALUE_ENTERED");
  }

  @Test
  @DisplayName("网页的内容安全策略与页面里的一次性编号一致，办公网页之外不许内嵌")
  void pagesCarryTheirOwnNonce() {
    ResponseEntity<String> page = http.getForEntity("/camunda/app/welcome/default/", String.class);
    String policy = page.getHeaders().getFirst("Content-Security-Policy");
    var nonce = java.util.regex.Pattern.compile("nonce=\"([\\w-]+)\"").matcher(page.getBody());
    assertThat(nonce.find()).isTrue();
    assertThat(policy).contains("'nonce-" + nonce.group(1) + "'");
    assertThat(http.getForEntity("/", String.class).getHeaders().getFirst("Content-Security-Policy"))
        .contains("frame-ancestors 'none'");
  }
}
