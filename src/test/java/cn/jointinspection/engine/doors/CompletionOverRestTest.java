package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.process.County;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("通过引擎接口办理任务，与在待办中办理同样受规则约束")
class CompletionOverRestTest extends HttpTest {

  private static final String ME = "scjgjStaff1";

  @ParameterizedTest(name = "[{index}] {0}")
  @DisplayName("没有表单、表单残缺、字段不识、内容不合要求的都不接受")
  @ValueSource(strings = {"no form", "{", "[]", "null", "\"text\"", "{\"agree\":null}", "{\"agree\":\"也许\"}", "{\"agree\":true,\"x\":1}"})
  void badForms(String form) {
    Task task = cosigning();

    refused(rest(ME, "POST", "/task/" + task.getId() + "/complete", "no form".equals(form) ? Map.of() : answers(form)), task);
    refused(rest(ME, "POST", "/task/" + task.getId() + "/submit-form", "no form".equals(form) ? Map.of() : answers(form)), task);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("夹带流程走向或其他变量的，整个请求不接受")
  @ValueSource(strings = {"cosigned", "planApproved", "drawOutcome", "department", "leadDepartment", "jointInspectionId", "x"})
  void steering(String name) {
    Task task = cosigning();
    Map<String, Object> variables = new HashMap<>(Map.of("form", variable("{\"agree\":true}")));
    variables.put(name, variable("xfd"));
    Map<String, Object> body = Map.of("variables", variables);
    Map<String, Object> back = Map.of("variables", variables, "withVariablesInReturn", true);

    for (String door : new String[] {"/complete", "/submit-form"}) {
      assertThat(refused(rest(ME, "POST", "/task/" + task.getId() + door, body), task)).contains(name);
      assertThat(refused(rest(ME, "POST", "/task/" + task.getId() + door, back), task)).contains(name);
    }
    assertThat(runtime.createVariableInstanceQuery().variableName("x").count()).isZero();
    assertThat(runtime.getVariable(task.getProcessInstanceId(), "leadDepartment")).isEqualTo("gaj");
  }

  @Test
  @DisplayName("只有表单的，照常办结")
  void theFormAlone() {
    Task task = cosigning();
    assertThat(rest(ME, "POST", "/task/" + task.getId() + "/complete", answers(Map.of("agree", true))).statusCode())
        .isEqualTo(204);
    assertThat(runtime.createVariableInstanceQuery().variableName("form").count()).isZero();
  }

  @Test
  @DisplayName("录入公开随机值的人不能自己见证，什么也不改变")
  void theWitnessIsAnother() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    frozen("dice");
    allContribute();
    as("both1", "bgs", "jjjc");
    identity.clearAuthentication();
    Task entering = task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
    assertThat(rest("both1", "POST", "/task/" + entering.getId() + "/complete",
        answers(Map.of("abandon", false, "value", "20237331128159211123"))).statusCode()).isEqualTo(204);
    Task witnessing = task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE);
    var before = jdbc.sql("select * from draw").query().listOfRows();

    String message =
        refused(rest("both1", "POST", "/task/" + witnessing.getId() + "/complete", answers(Map.of("confirm", true))), witnessing);

    assertThat(message).contains("录入人不能见证自己录入的值");
    assertThat(jdbc.sql("select * from draw").query().listOfRows()).isEqualTo(before);
  }

  @Test
  @DisplayName("办公室只能用启动表单启动年度计划，不能跳过审核，也不能夹带变量")
  void theOfficeStartsPlansOnly() {
    as("bgsStaff1", "bgs");
    identity.clearAuthentication();
    String plan = String.valueOf(county.importPlan());
    Map<String, Object> planId = Map.of("planId", variable(plan));
    String definition = "/process-definition/key/" + AnnualPlanProcess.KEY;

    var behind = Map.of("variables", planId, "skipCustomListeners", true, "startInstructions", List.of(Map.of(
        "type", "startBeforeActivity", "activityId", AnnualPlanProcess.SERVICE_TASK_START_JOINT_INSPECTIONS)));
    assertThat(rest("bgsStaff1", "POST", definition + "/start", behind).statusCode()).isEqualTo(422);
    assertThat(rest("bgsStaff1", "POST", definition + "/start", Map.of("variables", planId)).statusCode()).isEqualTo(422);
    assertThat(rest("bgsStaff1", "POST", definition + "/submit-form", Map.of("variables",
        Map.of("planId", variable(plan), "planApproved", variable(true)))).statusCode()).isEqualTo(422);
    for (String other : new String[] {"joint-inspection", "public-draw", "object-inspection", "supervision-order"}) {
      assertThat(rest("bgsStaff1", "POST", "/process-definition/key/" + other + "/submit-form", Map.of()).statusCode())
          .as(other).isEqualTo(403);
    }
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();

    assertThat(rest("bgsStaff1", "POST", definition + "/submit-form", Map.of("variables", planId)).statusCode())
        .isEqualTo(200);
    assertThat(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN)).isNotNull();
  }

  private Task cosigning() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    launched("none");
    as(ME, "scjgj");
    identity.clearAuthentication();
    return task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj");
  }

  private void allContribute() {
    County.DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
  }

  /** Refused in Chinese, with neither the engine's English nor an id, and the task is open as before. */
  private String refused(HttpResponse<String> answer, Task task) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    String message = tree(answer).get("message").asText();
    assertThat(message).matches("(?s).*[\\u4e00-\\u9fff].*").doesNotContain(task.getId(), "Exception", "ENGINE-", "Cannot", "Task");
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
    return message;
  }
}
