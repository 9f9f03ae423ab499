package cn.jointinspection.process.holidaytable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.calendar.HolidayUploads;
import cn.jointinspection.calendar.YearOf2027;
import cn.jointinspection.process.County;
import cn.jointinspection.process.ProcessTest;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.staff.holidays.HolidayEffect;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("补充放假安排")
class HolidayTableProcessTest extends ProcessTest {

  private static final LocalDateTime DECEMBER = LocalDateTime.of(2026, 12, 1, 8, 0);

  @Autowired HolidayUploads uploads;
  @Autowired HolidayEffect effect;
  @Autowired MissingHolidayTables missing;

  @AfterEach
  void forgetTheInventedYear() {
    jdbc.sql("delete from holiday where year = 2027").update();
    jdbc.sql("delete from holiday_year where year = 2027").update();
    jdbc.sql("truncate holiday_request").update();
  }

  @Test
  @DisplayName("12月1日下一年安排已有的，办公室没有待办")
  void noWorkWhereTheTableIsKnown() {
    at(LocalDateTime.of(2025, 12, 1, 8, 0));
    executeJobs(HolidayTableProcess.EVENT_FIRST_OF_DECEMBER);

    assertThat(allTasks(HolidayTableProcess.USER_TASK_ADD_HOLIDAY_TABLE)).isEmpty();
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(HolidayTableProcess.KEY).count()).isZero();
  }

  @Test
  @DisplayName("12月1日下一年安排还没有的，办公室得到待办；重复触发也只有一件；安排生效后自行办结")
  void theOfficeIsAskedOnceUntilTheTableIsThere() {
    at(DECEMBER);
    missing.askAtTheStart();
    missing.askAtTheStart();
    executeJobs(HolidayTableProcess.EVENT_FIRST_OF_DECEMBER);

    Task task = task(HolidayTableProcess.USER_TASK_ADD_HOLIDAY_TABLE, "bgs");
    assertThat(task.getName()).isEqualTo("补充放假安排：2027年");
    assertThat(task.getDueDate()).isEqualTo(date(LocalDateTime.of(2026, 12, 11, 23, 59, 59)));
    assertThat(instance(HolidayTableProcess.KEY, "2027年放假安排")).isNotNull();
    as("bgsStaff1", "bgs");
    assertThatThrownBy(() -> complete(task, Map.of())).hasMessageContaining("没有2027年的节假日安排");

    effect.takeEffect(draft(), County.OFFICE);

    identity.clearAuthentication();
    assertThat(allTasks(HolidayTableProcess.USER_TASK_ADD_HOLIDAY_TABLE)).isEmpty();
    assertThat(instance(HolidayTableProcess.KEY, "2027年放假安排")).isNull();
  }

  @Test
  @DisplayName("定时在每年12月1日早上八点；临近期限提醒，逾期督办，不依赖尚缺的安排")
  void remindedAndEscalated() {
    timed(HolidayTableProcess.EVENT_FIRST_OF_DECEMBER, LocalDateTime.parse(one("""
        select to_char(date_trunc('year', duedate_), 'YYYY') || '-12-01T08:00:00' from act_ru_job
        where handler_type_ = 'timer-start-event' and handler_cfg_ like 'holiday-table%'""")));
    at(DECEMBER);
    missing.askAtTheStart();

    remindsThenEscalates("holidayTable", LocalDate.of(2026, 12, 8),
        HolidayTableProcess.EVENT_ADD_DEADLINE, LocalDateTime.of(2026, 12, 11, 23, 59, 59), "bgs");
  }

  @Test
  @DisplayName("因缺安排而停住的步骤，安排生效后自动重试并继续")
  void stepsThatFailedForWantOfTheTableGoOn() {
    at(LocalDateTime.of(2026, 12, 28, 10, 0));
    missing.askAtTheStart();
    at(LocalDateTime.of(2027, 1, 8, 0, 0));
    Job deadline = jobs(HolidayTableProcess.EVENT_ADD_DEADLINE).get(0);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThatThrownBy(() -> management.executeJob(deadline.getId())).hasMessageContaining("2027年");
    }
    assertThat(runtime.createIncidentQuery().count()).isEqualTo(1);

    at(LocalDateTime.of(2026, 12, 31, 9, 0));
    long other = draft();
    assertThat(management.createJobQuery().jobId(deadline.getId()).noRetriesLeft().count()).isEqualTo(1);
    // The request is kept open, so that the stopped step itself is there to go on.
    jdbc.sql("update act_ru_event_subscr set event_name_ = 'other' where event_name_ = 'holidayTableAdded'").update();
    effect.takeEffect(other, County.OFFICE);

    assertThat(management.createJobQuery().jobId(deadline.getId()).withRetriesLeft().count()).isEqualTo(1);
    assertThat(runtime.createIncidentQuery().count()).isZero();
    at(LocalDateTime.of(2027, 1, 8, 0, 0));
    management.executeJob(deadline.getId());
    assertThat(all("select step from supervision_order")).containsExactly("holidayTable");
  }

  @Test
  @DisplayName("没有该年安排的计划，导入流程不启动，批准也被拒绝，都写明是哪一年")
  void noPlanForAYearWithoutATable() {
    as("bgsStaff1", "bgs");
    long plan = county.importPlan();
    jdbc.sql("update annual_plan set year = 2027").update();
    assertThatThrownBy(() -> county.startPlan(plan)).hasStackTraceContaining("没有2027年的节假日安排");
    jdbc.sql("update annual_plan set year = 2024").update();
    county.startPlan(plan);
    jdbc.sql("update annual_plan set year = 2027").update();

    assertThatThrownBy(() -> complete(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN), Map.of("approve", true)))
        .hasMessageContaining("系统中没有2027年的节假日安排");

    assertThat(one("select status from annual_plan")).isEqualTo("DRAFT");
    assertThat(all("select id from joint_inspection")).isEmpty();
  }

  @Test
  @DisplayName("更改已有年份时，说明有多少待办的期限在变动之后")
  void countsTheDeadlinesConcerned() {
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlan());
    identity.clearAuthentication();
    var upload = uploads.find(uploads.draft(without("2024-04-04"), "a.csv", 2024, "更正", County.OFFICE)).orElseThrow();
    assertThat(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN).getDueDate())
        .isEqualTo(date(LocalDateTime.of(2024, 4, 3, 23, 59, 59)));

    assertThat(effect.deadlinesConcerned(uploads.changes(upload))).isZero();
    Task task = task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN);
    task.setDueDate(date(LocalDateTime.of(2024, 4, 8, 23, 59, 59)));
    tasks.saveTask(task);
    assertThat(effect.deadlinesConcerned(uploads.changes(upload))).isEqualTo(1);
  }

  private byte[] without(String day) {
    return String.join("\n", all("""
        select x from (select 'date,kind,name' as x, 0 as n union all
          select day || ',' || kind || ',' || name, 1 from holiday where year = 2024 and day <> '%s') t order by n, x
        """.formatted(day))).getBytes(StandardCharsets.UTF_8);
  }

  private long draft() {
    return uploads.draft(YearOf2027.utf8(), "2027.csv", 2027, YearOf2027.NOTICE, County.OFFICE);
  }
}
