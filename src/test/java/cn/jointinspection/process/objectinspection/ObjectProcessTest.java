package cn.jointinspection.process.objectinspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.draw.DrawEvents;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.engine.forms.TaskForms;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspection;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.inspection.Scene;
import cn.jointinspection.process.TimerRecord;
import cn.jointinspection.process.dailyround.ReminderRound;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.ObjectInspectionStarter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The whole application on a real engine and database, with one joint inspection whose draw is invented. */
@ActiveProfiles("process-test")
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Import({Scene.class, ObjectProcessTest.Time.class, TimerRecord.class})
abstract class ObjectProcessTest {

  private static final String PASSWORD = "Shili-2024-mima";

  @Autowired ProcessEngine engine;
  @Autowired Scene scene;
  @Autowired JointInspections inspections;
  @Autowired ObjectInspections objects;
  @Autowired DepartmentChecks checks;
  @Autowired private ObjectInspectionStarter starter;
  @Autowired private Accounts accounts;
  @Autowired private TaskForms forms;
  @Autowired private ObjectMapper json;
  @Autowired private ReminderRound reminders;
  @Autowired private JdbcClient database;
  @MockitoBean Draws draws;
  @MockitoBean DrawEvents drawEvents;

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {

    @Bean
    Scene.Calendar calendar() {
      return day -> ClockUtil.setCurrentTime(
          Date.from(day.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    }
  }

  @BeforeEach
  void people() {
    Scene.TEAMS.keySet().forEach(department -> accounts.create(
        department + "Reviewer1", "示例", "审核", PASSWORD, List.of(department, department + "Review")));
    for (String letters : List.of("GA", "SJ", "XF")) {
      for (int number = 1; number <= 4; number++) {
        accounts.create(Scene.account(letters + "00" + number), "示例", "检查员", PASSWORD, List.of("inspectors"));
      }
    }
    accounts.create("bgsStaff1", "示例", "办公室", PASSWORD, List.of("bgs"));
    accounts.create("jjjcStaff1", "示例", "纪检", PASSWORD, List.of("jjjc"));
  }

  @AfterEach
  void nothingIsLeft() {
    engine.getIdentityService().clearAuthentication();
    engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list()
        .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test is over"));
    ClockUtil.reset();
  }

  /** So many objects of a new joint inspection with their processes started; ids in order of visits. */
  List<String> started(int drawn) {
    String joint = scene.inspecting(drawn);
    List<ObjectInspection> batch = inspections.startable(joint, drawn);
    starter.start(batch);
    return batch.stream().map(ObjectInspection::id).toList();
  }

  String started() {
    return started(1).get(0);
  }

  /** The joint inspection's own process, where it waits for its objects. */
  ProcessInstance waitingFor(String objectInspection) {
    String joint = objects.get(objectInspection).jointInspectionId();
    return engine.getRuntimeService().createProcessInstanceByKey(JointInspectionProcess.KEY).businessKey(joint)
        .setVariables(Map.of("jointInspectionId", joint, "leadDepartment", "gaj"))
        .startBeforeActivity(JointInspectionProcess.EVENT_OBJECTS_FINISHED)
        .execute();
  }

  ProcessInstance instance(String businessKey) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey)
        .processDefinitionKey(ObjectInspectionProcess.KEY).singleResult();
  }

  List<Task> tasks(String businessKey, String definition) {
    return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey)
        .taskDefinitionKey(definition).initializeFormKeys().list();
  }

  Task task(String businessKey, String definition) {
    List<Task> open = tasks(businessKey, definition);
    assertThat(open).as("open " + definition).hasSize(1);
    return open.get(0);
  }

  Task task(String businessKey, String definition, String department) {
    return tasks(businessKey, definition).stream()
        .filter(task -> department.equals(engine.getTaskService().getVariable(task.getId(), "department")))
        .findFirst().orElseThrow(() -> new AssertionError("no open " + definition + " of " + department));
  }

  <T> T as(String account, Supplier<T> work) {
    List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(account).list().stream()
        .map(group -> group.getId()).toList();
    engine.getIdentityService().setAuthentication(account, groups);
    try {
      return work.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** What the form of a task shows, as JSON. */
  String view(Task task) {
    return text(forms.byTask().get(task.getTaskDefinitionKey()).view(new WorkItem(
        task.getId(), task.getTaskDefinitionKey(), task.getName(), task.getProcessInstanceId(), null,
        task.getAssignee(), task.getDueDate(), name -> engine.getTaskService().getVariable(task.getId(), name))));
  }

  /** Opens the task's form and completes it with these answers, as Tasklist does; the engine then does what follows. */
  void complete(String account, Task task, Map<String, Object> answers) {
    as(account, () -> {
      assertThat(view(task)).contains("示例旅馆");
      engine.getTaskService().complete(task.getId(), Map.of("form", text(answers)));
      return null;
    });
    runJobs(task.getProcessInstanceId());
  }

  private String text(Object answers) {
    try {
      return json.writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void runJobs(String processInstanceId) {
    List<Job> jobs = engine.getManagementService().createJobQuery()
        .processInstanceId(processInstanceId).messages().list();
    for (Job job : jobs) {
      engine.getManagementService().executeJob(job.getId());
    }
    if (!jobs.isEmpty()) {
      runJobs(processInstanceId);
    }
  }

  Job timer(String businessKey, String event) {
    return engine.getManagementService().createJobQuery().processInstanceId(instance(businessKey).getId()).timers()
        .activityId(event).list().get(0);
  }

  /** Fires the boundary timer, due or not. */
  void fire(String businessKey, String event) {
    engine.getManagementService().executeJob(timer(businessKey, event).getId());
  }

  /** The timer waits for this moment, Asia/Shanghai; then it fires. */
  void firesAt(String businessKey, String event, LocalDateTime moment) {
    assertThat(timer(businessKey, event).getDuedate()).as(event)
        .isEqualTo(Date.from(moment.atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    TimerRecord.due(timer(businessKey, event), event);
    fire(businessKey, event);
  }

  /** The morning's round of reminders of this day; then the clock stands where it stood. */
  void remindersOf(LocalDate day) {
    Date now = ClockUtil.getCurrentTime();
    ClockUtil.setCurrentTime(Date.from(day.atTime(6, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    reminders.remind();
    ClockUtil.setCurrentTime(now);
  }

  /** Departments that were reminded of the step before its last day, by code. */
  List<String> remindedBefore(String id, String step) {
    return database.sql("""
            select department from reminder where kind = 'BEFORE' and business_key = ? and step = ? order by department""")
        .params(id, step).query(String.class).list();
  }

  void notice(String id) {
    complete("ga001", task(id, ObjectInspectionProcess.USER_TASK_GIVE_NOTICE),
        Map.of("kind", "WRITTEN", "text", "示例通知", "visitOn", today().plusDays(2).toString()));
  }

  static LocalDate today() {
    return ClockUtil.getCurrentTime().toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
  }

  void check(String id, String department, String... team) {
    complete(Scene.account(team[0]), task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, department), record(team));
  }

  static Map<String, Object> record(String... present) {
    return Map.of("objectGone", false, "check", Map.of(
        "method", "ON_SITE", "checkedOn", today().toString(), "record", "示例记录",
        "findings", List.of(Map.of("matter", "示例事项", "outcome", "PROBLEM", "note", "示例问题")),
        "present", List.of(present)));
  }

  void allChecked(String id) {
    notice(id);
    check(id, "gaj", "GA001", "GA002");
    check(id, "scjgj", "SJ001", "SJ002");
    check(id, "xfd", "XF001", "XF002");
  }

  void enter(String id, String department, String account) {
    enter(id, department, account, "RECTIFY", null);
  }

  void enter(String id, String department, String account, String followUp, String target) {
    Map<String, Object> after = new HashMap<>(Map.of("code", followUp));
    after.put("targetDepartment", target);
    complete(account, task(id, ObjectInspectionProcess.USER_TASK_ENTER_RESULT, department),
        Map.of("results", List.of(Map.of("code", "RECTIFICATION_ORDERED")), "followUps", List.of(after)));
  }

  void review(String id, String department, boolean approve) {
    complete(department + "Reviewer1", task(id, ObjectInspectionProcess.USER_TASK_REVIEW_RESULT, department),
        Map.of("approve", approve, "note", approve ? "" : "请补充"));
  }

  void allPublished(String id) {
    for (String department : List.of("gaj", "scjgj", "xfd")) {
      enter(id, department, Scene.account(Scene.TEAMS.get(department).get(0)));
      review(id, department, true);
    }
  }

  void gone(String id) {
    complete("sj001", task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj"),
        Map.of("objectGone", true, "gone", Map.of("reason", "DEREGISTERED", "note", "示例现场情况")));
  }

  void approve(String id, boolean approve) {
    complete("gajReviewer1", task(id, ObjectInspectionProcess.USER_TASK_APPROVE_SUBSTITUTION),
        Map.of("approve", approve, "note", "示例意见"));
  }

  void countersign(String id, boolean approve) {
    complete("jjjcStaff1", task(id, ObjectInspectionProcess.USER_TASK_COUNTERSIGN_SUBSTITUTION),
        Map.of("approve", approve, "note", "示例意见"));
  }
}
