package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一个部门的工作人员通过引擎接口")
class StaffOverRestTest extends HttpTest {

  private static final String ME = "scjgjStaff1";

  private Task mine;
  private Task theirs;

  @BeforeEach
  void schemesWaitForCosigning() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    launched("dice");
    as(ME, "scjgj");
    as("xfdStaff1", "xfd");
    identity.clearAuthentication();
    mine = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj");
    theirs = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "xfd");
  }

  @Test
  @DisplayName("只看得到本部门的任务：清单、数目、单个、历史、变量、流程")
  void seesHisOwnOnly() {
    assertThat(read(ME, "/task").findValuesAsText("id")).containsExactly(mine.getId());
    assertThat(read(ME, "/task/count").get("count").asInt()).isEqualTo(1);
    assertThat(rest(ME, "GET", "/task/" + mine.getId(), null).statusCode()).isEqualTo(200);
    for (String part : new String[] {"", "/form-variables", "/variables", "/form", "/identity-links", "/comment"}) {
      assertThat(rest(ME, "GET", "/task/" + theirs.getId() + part, null).statusCode()).as(part).isIn(401, 403, 404);
    }
    for (String list : new String[] {
        "/process-instance", "/execution", "/variable-instance", "/history/task", "/history/process-instance",
        "/history/variable-instance", "/history/activity-instance", "/history/detail", "/history/user-operation",
        "/incident", "/job", "/user", "/authorization", "/deployment", "/decision-definition",
        "/history/decision-instance", "/external-task", "/batch"}) {
      var answer = rest(ME, "GET", list, null);
      assertThat(answer.statusCode()).as(list).isIn(200, 403);
      assertThat(answer.statusCode() == 200 ? withoutMe(answer.body()) : "[]").as(list).isEqualTo("[]");
    }
  }

  /** A person may read his own account. */
  private String withoutMe(String list) {
    return list.contains("\"" + ME + "\"") && !list.contains("xfdStaff1") ? "[]" : list;
  }

  @Test
  @DisplayName("动不了别的部门的任务")
  void touchesNoOthers() {
    String task = "/task/" + theirs.getId();
    refused("POST", task + "/complete", answers(Map.of("agree", true)));
    refused("POST", task + "/submit-form", answers(Map.of("agree", true)));
    refused("POST", task + "/claim", Map.of("userId", ME));
    refused("POST", task + "/assignee", Map.of("userId", ME));
    refused("POST", task + "/unclaim", Map.of());
    refused("PUT", task, Map.of("name", "x"));
    refused("DELETE", task, null);
    refused("POST", task + "/identity-links", Map.of("userId", ME, "type", "candidate"));
    refused("PUT", task + "/variables/department", variable("scjgj"));
    assertThat(task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "xfd").getAssignee()).isNull();
  }

  @Test
  @DisplayName("自己的任务也不能转给别人、改写、委派、以报错或上报绕开表单")
  void hisOwnOnlyThroughTheForm() {
    String task = "/task/" + mine.getId();
    refused("POST", task + "/claim", Map.of("userId", "xfdStaff1"));
    refused("POST", task + "/assignee", Map.of("userId", "xfdStaff1"));
    refused("POST", task + "/delegate", Map.of("userId", "xfdStaff1"));
    refused("POST", task + "/resolve", Map.of("variables", Map.of("cosigned", variable(true))));
    refused("POST", task + "/bpmnError", Map.of("errorCode", "x", "variables", Map.of("a", variable(1))));
    refused("POST", task + "/bpmnEscalation", Map.of("escalationCode", "x"));
    refused("PUT", task + "/variables/department", variable("xfd"));
    refused("PUT", task + "/localVariables/department", variable("xfd"));
    refused("PUT", task, Map.of("name", "x", "due", "2030-01-01T00:00:00.000+0800"));
    refused("DELETE", task, null);
    refused("POST", task + "/identity-links", Map.of("userId", "xfdStaff1", "type", "candidate"));
    assertThat(rest(ME, "POST", task + "/claim", Map.of("userId", ME)).statusCode()).isEqualTo(204);
    assertThat(rest(ME, "POST", task + "/claim", Collections.singletonMap("userId", null)).statusCode())
        .isEqualTo(422);
    assertThat(task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj").getAssignee()).isEqualTo(ME);
  }

  @Test
  @DisplayName("不能启动、推进、挂起、改变任何流程，也不能部署、建清单、算决策")
  void startsAndMovesNothing() {
    long before = runtime.createProcessInstanceQuery().count();
    String instance = mine.getProcessInstanceId();
    for (String key : new String[] {
        "annual-plan", "joint-inspection", "public-draw", "object-inspection", "violation-referral", "supervision-order"}) {
      refused("POST", "/process-definition/key/" + key + "/start", Map.of());
      refused("POST", "/process-definition/key/" + key + "/submit-form", Map.of());
    }
    refused("POST", "/message", Map.of("messageName", "objectInspectionsFinished", "processInstanceId", instance));
    refused("PUT", "/process-instance/" + instance + "/suspended", Map.of("suspended", true));
    refused("DELETE", "/process-instance/" + instance, null);
    refused("POST", "/process-instance/" + instance + "/modification", Map.of("instructions", List.of(
        Map.of("type", "startBeforeActivity", "activityId", JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION))));
    refused("PUT", "/process-instance/" + instance + "/variables/leadDepartment", variable("scjgj"));
    refused("POST", "/process-instance/" + instance + "/variables",
        Map.of("modifications", Map.of("leadDepartment", variable("scjgj"))));
    refused("PUT", "/process-definition/key/joint-inspection/suspended", Map.of("suspended", true));
    refused("POST", "/filter/create", Map.of("name", "x", "resourceType", "Task", "query", Map.of()));
    refused("POST", "/decision-definition/key/time-limits/evaluate", Map.of("variables", Map.of()));
    refused("POST", "/user/create", Map.of("profile", Map.of("id", "x1"), "credentials", Map.of("password", PASSWORD)));
    refused("PUT", "/group/camunda-admin/members/" + ME, Map.of());
    refused("POST", "/authorization/create", Map.of("type", 1, "permissions", List.of("ALL"), "userId", ME,
        "resourceType", 7, "resourceId", "*"));
    refused("POST", "/task/create", Map.of("name", "x"));
    assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    assertThat(runtime.getVariable(instance, "leadDepartment")).isEqualTo("gaj");
  }

  @Test
  @DisplayName("失去一个角色后，接口里立刻看不到那里的任务")
  void aRoleTakenAwayCounts() {
    assertThat(read(ME, "/task")).hasSize(1);
    identity.deleteMembership(ME, "scjgj");
    try {
      assertThat(read(ME, "/task")).isEmpty();
      refused("POST", "/task/" + mine.getId() + "/complete", answers(Map.of("agree", true)));
    } finally {
      identity.createMembership(ME, "scjgj");
    }
  }

  @Test
  @DisplayName("任务换人之后，原办理人立刻看不到、办不了")
  void theFormerAssigneeIsOut() {
    as("outsider1");
    identity.clearAuthentication();
    tasks.setAssignee(mine.getId(), "outsider1");
    assertThat(rest("outsider1", "GET", "/task/" + mine.getId(), null).statusCode()).isEqualTo(200);

    tasks.setAssignee(mine.getId(), ME);

    assertThat(rest("outsider1", "GET", "/task/" + mine.getId(), null).statusCode()).isIn(403, 404);
    assertThat(rest("outsider1", "POST", "/task/" + mine.getId() + "/complete", answers(Map.of("agree", true)))
        .statusCode()).isEqualTo(403);
  }

  private void refused(String method, String path, Object body) {
    assertThat(rest(ME, method, path, body).statusCode()).as(method + " " + path).isIn(400, 401, 403, 404, 422, 500);
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(mine.getProcessInstanceId()).active().count())
        .isEqualTo(1);
    assertThat(tasks.createTaskQuery().taskDefinitionKey(JointInspectionProcess.USER_TASK_COSIGN_SCHEME).count())
        .as(method + " " + path).isEqualTo(3);
  }
}
