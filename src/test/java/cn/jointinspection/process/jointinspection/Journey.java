package cn.jointinspection.process.jointinspection;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.process.ProcessTest;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Brings plan item 8 to where a test begins, step by step as people would. */
public abstract class Journey extends ProcessTest {

  protected static final String NONCE = "0123456789abcdef".repeat(4);

  protected ProcessInstance planPublished() {
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlan());
    complete(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN), Map.of("approve", true));
    runAsyncSteps();
    return instance(JointInspectionProcess.KEY, INSPECTION);
  }

  protected ProcessInstance windowOpened() {
    ProcessInstance inspection = planPublished();
    executeJobs(JointInspectionProcess.EVENT_WINDOW_OPENED);
    return inspection;
  }

  protected static Map<String, Object> scheme(String publicKind) {
    return Map.of(
        "scheme", "示例方案", "methods", List.of("ON_SITE"), "checkFrom", LocalDate.of(2024, 4, 8),
        "checkUntil", LocalDate.of(2024, 5, 31), "publicKind", publicKind,
        "publicSource", publicKind.equals("none") ? "" : "示例骰子",
        "teams", DEPARTMENTS.stream().map(d -> Map.of("department", d, "count", 2)).toList());
  }

  protected ProcessInstance launched(String publicKind) {
    ProcessInstance inspection = windowOpened();
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme(publicKind));
    return inspection;
  }

  protected void cosign(String department, boolean agree) {
    completeAs(department + "Staff1", department, task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, department),
        agree ? Map.of("agree", true) : Map.of("agree", false, "note", "示例理由"));
  }

  /** All agree; lists frozen. */
  protected ProcessInstance frozen(String publicKind) {
    ProcessInstance inspection = launched(publicKind);
    agreed();
    return inspection;
  }

  /** All agree to what was launched; lists frozen. */
  protected void agreed() {
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
  }

  protected void contribute(String department) {
    completeAs(department + "Staff1", department, task(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE, department),
        Map.of("nonce", NONCE));
  }

  /** Drawn with a witnessed value. */
  protected ProcessInstance drawn() {
    ProcessInstance inspection = frozen("dice");
    lotsDrawn();
    return inspection;
  }

  /** From the frozen lists to the result, with a witnessed value. */
  protected void lotsDrawn() {
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE),
        Map.of("abandon", false, "value", "20237331128159211123"));
    completeAs("jjjcStaff1", "jjjc", task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE), Map.of("confirm", true));
    runAsyncSteps();
  }

  protected void accept(String department, boolean accept) {
    completeAs(department + "Staff1", department, task(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT, department),
        accept ? Map.of("accept", true) : Map.of("accept", false, "note", "示例理由"));
  }

  /** All accept; object inspections started. */
  protected ProcessInstance inspecting() {
    ProcessInstance inspection = drawn();
    DEPARTMENTS.forEach(department -> accept(department, true));
    runAsyncSteps();
    assertThat(inspection).isNotNull();
    return inspection;
  }

  /** Each inspector does the work that was assigned to him by name. */
  protected void inspectorsComplete(String taskKey, Function<Task, Map<String, Object>> answers) {
    List<Task> open = allTasks(taskKey);
    assertThat(open).as(taskKey).isNotEmpty();
    for (Task task : open) {
      Map<String, Object> filled = answers.apply(task);
      as(task.getAssignee(), "inspectors");
      complete(task, filled);
      identity.clearAuthentication();
    }
    runAsyncSteps();
  }

  /** What an inspector records who found nothing. */
  protected Map<String, Object> record(Task task) {
    List<String> present = jdbc.sql("""
        select i.inspector from check_inspector i join department_check c on c.id = i.check_id
        where c.object_inspection_id = :object and c.department = :department and i.left_at is null
        """)
        .param("object", tasks.getVariable(task.getId(), "objectInspectionId"))
        .param("department", tasks.getVariable(task.getId(), "department"))
        .query(String.class).list();
    return Map.of("objectGone", false, "check", Map.of(
        "method", "ON_SITE", "checkedOn", "2024-04-10", "record", "示例记录", "present", present,
        "findings", List.of(Map.of("matter", "示例事项", "outcome", "NO_PROBLEM"))));
  }
}
