package cn.jointinspection.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("同一项待办，后到的人听得懂是谁先办了")
class SecondComersTest extends HttpTest {

  private static final int PEOPLE = 12;
  private static final String WHEN = "2024年3月20日09:00";
  private static final List<String> COLLEAGUES =
      IntStream.rangeClosed(1, PEOPLE).mapToObj(number -> "scjgjStaff" + number).toList();

  private Task task;

  @BeforeEach
  void aSchemeWaitsForCosigning() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    launched("none");
    COLLEAGUES.forEach(colleague -> as(colleague, "scjgj"));
    as("xfdStaff1", "xfd");
    as("bgsStaff1", "bgs");
    identity.clearAuthentication();
    task = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("十二人同时提交同一项待办：一人办结，其余十一人听到谁在何时办结")
  @ValueSource(strings = {"complete", "submit-form"})
  void twelveComplete(String door) throws Exception {
    var answers = atOnce(person -> rest(person, "POST", "/task/" + task.getId() + "/" + door, answers(Map.of("agree", true))));

    assertThat(answers).filteredOn(answer -> answer.statusCode() < 300).hasSize(1);
    String first = COLLEAGUES.get(indexOfSuccess(answers));
    assertThat(answers).filteredOn(answer -> answer.statusCode() >= 300).hasSize(PEOPLE - 1)
        .allSatisfy(answer -> refusedAsDone(answer, first));
  }

  @Test
  @DisplayName("十二人同时认领同一项待办：一人认领，其余十一人听到谁在何时认领")
  void twelveClaim() throws Exception {
    var answers = atOnce(person -> claim(person));

    assertThat(answers).filteredOn(answer -> answer.statusCode() < 300).hasSize(1);
    String first = COLLEAGUES.get(indexOfSuccess(answers));
    assertThat(answers).filteredOn(answer -> answer.statusCode() >= 300).hasSize(PEOPLE - 1).allSatisfy(answer -> {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(tree(answer).get("type").asText()).isEqualTo("TaskAlreadyClaimed");
      assertThat(tree(answer).get("message").asText()).startsWith("这项待办已由示例" + first + "于" + WHEN + "认领");
    });
    assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo(first);
  }

  @Test
  @DisplayName("同一人连点认领，都算成功")
  void oneClaimsTwice() throws Exception {
    var answers = atOnce(person -> claim("scjgjStaff1"));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204));
  }

  @Test
  @DisplayName("办结之后，经任何入口打开、认领、办理、改动，都说谁在何时办结")
  void everyDoorSaysSo() {
    assertThat(complete("scjgjStaff1").statusCode()).isEqualTo(204);
    String task = "/task/" + this.task.getId();
    Map<String, Object> form = answers(Map.of("agree", true));

    for (String view : new String[] {"", "/form-variables", "/form", "/variables", "/identity-links"}) {
      refusedAsDone(rest("scjgjStaff2", "GET", task + view, null), "scjgjStaff1");
    }
    refusedAsDone(rest("scjgjStaff2", "POST", task + "/complete", form), "scjgjStaff1");
    refusedAsDone(rest("scjgjStaff2", "POST", task + "/submit-form", form), "scjgjStaff1");
    refusedAsDone(rest("scjgjStaff2", "POST", task + "/unclaim", Map.of()), "scjgjStaff1");
    refusedAsDone(rest("scjgjStaff2", "POST", task + "/assignee", Map.of("userId", "scjgjStaff2")), "scjgjStaff1");
    refusedAsDone(claim("scjgjStaff2"), "scjgjStaff1");
    refusedAsDone(complete("scjgjStaff1"), "scjgjStaff1");
    refusedAsDone(rest("bgsStaff1", "POST", task + "/complete", form), "scjgjStaff1");
  }

  @Test
  @DisplayName("在待办网页里和在本系统自己的接口里，说法一样")
  void theWebAppSaysSoToo() {
    assertThat(complete("scjgjStaff1").statusCode()).isEqualTo(204);
    Session session = signIn("scjgjStaff2");

    refusedAsDone(session.post("/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form",
        answers(Map.of("agree", true))), "scjgjStaff1");
    var own = session.get("/camunda/api/staff/tasks/" + task.getId());
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(tree(own).get("code").asText()).isEqualTo("TaskAlreadyDone");
    assertThat(tree(own).get("detail").asText()).contains("示例scjgjStaff1于" + WHEN);
    var recusal = session.post("/camunda/api/staff/tasks/" + task.getId() + "/recusals",
        Map.of("inspector", "SJ001", "reason", "KINSHIP"));
    assertThat(tree(recusal).path("code").asText()).as(recusal.body()).isEqualTo("TaskAlreadyDone");
    assertThat(evidence(session).body()).contains("TaskAlreadyDone", "示例scjgjStaff1于" + WHEN);
  }

  @Test
  @DisplayName("与这项待办无关的人，办结前后和编号不存在时听到的一样，不知道谁办的")
  void outsidersLearnNothing() {
    Map<String, Object> form = answers(Map.of("agree", true));
    String path = "/task/" + task.getId() + "/complete";
    var open = rest("xfdStaff1", "POST", path, form);
    complete("scjgjStaff1");
    var over = rest("xfdStaff1", "POST", path, form);
    var never = rest("xfdStaff1", "POST", "/task/00000000-0000-0000-0000-000000000000/complete", form);

    assertThat(List.of(open, over, never)).allSatisfy(answer -> {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(tree(answer).get("type").asText()).isEqualTo("NoSuchTask");
      assertThat(answer.body()).contains("这项待办不存在").doesNotContain("示例", "2024");
    });
    var own = signIn("xfdStaff1").get("/camunda/api/staff/tasks/" + task.getId());
    assertThat(tree(own).get("code").asText()).isEqualTo("NoSuchTask");
  }

  @Test
  @DisplayName("流程自己收回的，说明是因为什么，不说有人办结")
  void takenBackByTheProcess() {
    runtime.createMessageCorrelation(JointInspectionProcess.MESSAGE_PLAN_ITEM_CANCELLED)
        .processInstanceId(task.getProcessInstanceId()).correlate();

    var answer = complete("scjgjStaff2");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(tree(answer).get("type").asText()).isEqualTo("TaskTakenBack");
    assertThat(tree(answer).get("message").asText()).startsWith("这项待办已于" + WHEN + "由流程收回（取消已备案）");
  }

  @Test
  @DisplayName("看得到、但无权办理的人，听到的是没有权限")
  void readersMayNotAct() {
    var answer = rest("bgsStaff1", "POST", "/task/" + task.getId() + "/complete", answers(Map.of("agree", true)));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(tree(answer).get("type").asText()).isEqualTo("NotPermitted");
    assertThat(tree(answer).get("message").asText()).startsWith("您的账号没有这项操作的权限");
  }

  private HttpResponse<String> claim(String person) {
    return rest(person, "POST", "/task/" + task.getId() + "/claim", Map.of("userId", person));
  }

  private HttpResponse<String> complete(String person) {
    return rest(person, "POST", "/task/" + task.getId() + "/complete", answers(Map.of("agree", true)));
  }

  private HttpResponse<String> evidence(Session session) {
    String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx\r\n--x--\r\n";
    return session.send(request("POST", "/camunda/api/staff/tasks/" + task.getId() + "/evidence", null)
        .setHeader("Content-Type", "multipart/form-data; boundary=x")
        .POST(HttpRequest.BodyPublishers.ofString(part)), true);
  }

  private void refusedAsDone(HttpResponse<String> answer, String first) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(404, 422);
    assertThat(tree(answer).get("type").asText()).as(answer.body()).isEqualTo("TaskAlreadyDone");
    assertThat(tree(answer).get("message").asText())
        .startsWith("这项待办已由示例" + first + "于" + WHEN + "办结").doesNotContain(task.getId());
  }

  private static int indexOfSuccess(List<HttpResponse<String>> answers) {
    return IntStream.range(0, PEOPLE).filter(i -> answers.get(i).statusCode() < 300).findFirst().orElseThrow();
  }

  private interface Step {
    HttpResponse<String> of(String person);
  }

  /** In the order of the colleagues. */
  private List<HttpResponse<String>> atOnce(Step step) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try {
      CyclicBarrier start = new CyclicBarrier(PEOPLE);
      List<Future<HttpResponse<String>>> going = new ArrayList<>();
      for (String colleague : COLLEAGUES) {
        going.add(people.submit(() -> {
          start.await();
          return step.of(colleague);
        }));
      }
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> one : going) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      people.shutdownNow();
    }
  }
}
