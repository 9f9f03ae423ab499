package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.jointinspection.engine.forms.TaskFormListener;
import cn.jointinspection.engine.forms.TaskForms;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.inspection.CheckRows;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.process.dailyround.ReminderRound;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The whole application on a real engine and database, for what follows a check; only the check itself is invented. */
@ActiveProfiles("process-test")
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false", webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@Import(TimerRecord.class)
public abstract class AftermathProcessTest {

  private static final String PASSWORD = "Shili-2024-mima";

  @Autowired protected ProcessEngine engine;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected TaskForms forms;
  @Autowired private Accounts accounts;
  @Autowired private ObjectMapper json;
  @Autowired private ReminderRound reminders;
  @MockitoBean private DepartmentChecks checks;

  /** A check by the police, approved. */
  protected long check;

  @BeforeEach
  void monday() {
    today("2024-06-03");
    AbstractAssertions.init(engine);
    for (String department : List.of("gaj", "scjgj", "xfd", "bgs", "jjjc")) {
      accounts.create(department + "Staff", "示例", department, PASSWORD, List.of(department));
    }
    jdbc.sql("""
        truncate supervision_step, supervision_record, year_closing_entry, supervision_order, reminder, reminder_recipient,
          referral_step, referral, referral_number""").update();
    check = CheckRows.of(jdbc, 1, "gaj");
    when(checks.report(check)).thenReturn(CheckRows.report(check, 1, "gaj", "公安局"));
  }

  @AfterEach
  void nothingIsLeft() {
    engine.getIdentityService().clearAuthentication();
    engine.getRuntimeService().createProcessInstanceQuery().list()
        .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test is over"));
    ClockUtil.reset();
    AbstractAssertions.reset();
  }

  /** Sets the engine's and the application's clock to nine in the morning of a day. */
  protected static void today(String day) {
    ClockUtil.setCurrentTime(Date.from(LocalDate.parse(day).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }

  protected ProcessInstance instance(String businessKey) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey).singleResult();
  }

  protected Task task(String businessKey, String definition) {
    Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey)
        .taskDefinitionKey(definition).singleResult();
    assertThat(task).as("open task " + definition).isNotNull();
    return task;
  }

  /** Completes the task as a person of a department, as Tasklist does. */
  protected void complete(String department, Task task, Map<String, Object> answers) {
    engine.getIdentityService().setAuthentication(department + "Staff", List.of("staff", department));
    try {
      engine.getTaskService().claim(task.getId(), department + "Staff");
      engine.getTaskService().complete(task.getId(), Map.of(TaskFormListener.FORM, json.writeValueAsString(answers)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** The morning's round of reminders of this day; the clock stands there then. */
  protected void remindersOf(LocalDate day) {
    ClockUtil.setCurrentTime(Date.from(day.atTime(6, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    reminders.remind();
  }

  /** On this day, not the day before, the department is reminded of the step before its end, once. */
  protected void remindedOn(LocalDate day, String step, String department) {
    String before = "select step || ' ' || department from reminder where kind = 'BEFORE' order by id";
    List<String> earlier = all(before);
    remindersOf(day.minusDays(1));
    assertThat(all(before)).isEqualTo(earlier);
    remindersOf(day);
    remindersOf(day);
    assertThat(all(before)).hasSize(earlier.size() + 1).endsWith(step + " " + department);
  }

  /** Fires the timer of a boundary event. */
  protected void fire(String businessKey, String event) {
    engine.getManagementService().executeJob(job(businessKey, event).getId());
  }

  protected Job job(String businessKey, String event) {
    return engine.getManagementService().createJobQuery().processInstanceId(instance(businessKey).getId())
        .activityId(event).singleResult();
  }

  /** What the form of a task shows. */
  protected Object view(String businessKey, Task task) {
    return forms.view(new WorkItem(task.getId(), task.getTaskDefinitionKey(), task.getName(),
        task.getProcessInstanceId(), businessKey, task.getAssignee(), task.getDueDate(),
        name -> engine.getTaskService().getVariable(task.getId(), name)));
  }

  /** The timer waits for this moment, Asia/Shanghai; then it fires. */
  protected void firesAt(String businessKey, String event, LocalDateTime moment) {
    Date due = Date.from(moment.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    assertThat(job(businessKey, event).getDuedate()).as(event).isEqualTo(due);
    TimerRecord.due(job(businessKey, event), event);
    ClockUtil.setCurrentTime(due);
    fire(businessKey, event);
  }

  /** The only value of each row, as text. */
  protected List<String> all(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
