package cn.jointinspection.process.objectinspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.process.TimerRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("检查对象检查的期限：每个时点先提醒，到期转督办，逾期仍可办理（三、五、六）")
class ObjectTimersTest extends ObjectProcessTest {

  @Autowired private JdbcClient jdbc;

  /** On this day, not before, each department is reminded once; at its moment the deadline gives each its order. */
  private void pursued(String id, String step, String reminded, String deadline, String due, String... departments) {
    Date now = ClockUtil.getCurrentTime();
    List<String> earlier = remindedBefore(id, step);
    remindersOf(LocalDate.parse(reminded).minusDays(1));
    assertThat(remindedBefore(id, step)).isEqualTo(earlier);
    remindersOf(LocalDate.parse(reminded));
    remindersOf(LocalDate.parse(reminded));
    assertThat(remindedBefore(id, step)).containsExactly(departments);
    fireAll(id, deadline, LocalDateTime.parse(due));
    assertThat(supervised(id, step)).containsExactly(departments);
    ClockUtil.setCurrentTime(now);
  }

  private void fireAll(String id, String event, LocalDateTime moment) {
    List<Job> timers = engine.getManagementService().createJobQuery().processInstanceId(instance(id).getId()).timers()
        .activityId(event).list();
    Date due = Date.from(moment.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    assertThat(timers).as(event).isNotEmpty().extracting(Job::getDuedate).containsOnly(due);
    timers.forEach(timer -> TimerRecord.due(timer, event));
    ClockUtil.setCurrentTime(due);
    timers.forEach(timer -> engine.getManagementService().executeJob(timer.getId()));
  }

  private List<String> supervised(String id, String step) {
    return jdbc.sql("select department from supervision_order where business_key = ? and step = ? order by department")
        .params(id, step).query(String.class).list();
  }

  @Test
  @Clause("二-10")
  @DisplayName("通知：检查截止前五个工作日；检查：方案定的截止日，逐个部门")
  void noticeAndCheck() {
    String id = started();
    pursued(id, "notice", "2024-06-18", ObjectInspectionProcess.EVENT_NOTICE_DEADLINE, "2024-06-21T23:59:59", "gaj");
    notice(id);
    check(id, "xfd", "XF001", "XF002");
    pursued(id, "check", "2024-06-21", ObjectInspectionProcess.EVENT_CHECK_DEADLINE, "2024-06-28T23:59:59", "gaj", "scjgj");
    check(id, "gaj", "GA001", "GA002");
    check(id, "scjgj", "SJ001", "SJ002");
    assertThat(checks.ofObject(id)).allSatisfy(check -> assertThat(check.status()).isEqualTo(CheckStatus.CHECKED));
  }

  @Test
  @Clause({"五-1", "五-2", "三-17"})
  @DisplayName("录入、审核、公示：检查完成之日起二十个工作日，提醒各有早晚；全部公示由发起部门负责")
  void enterReviewPublish() {
    String id = started();
    allChecked(id);
    pursued(id, "enter", "2024-04-03", ObjectInspectionProcess.EVENT_ENTER_DEADLINE, "2024-04-18T23:59:59", "gaj", "scjgj", "xfd");
    pursued(id, "publish", "2024-04-11", ObjectInspectionProcess.EVENT_PUBLISH_DEADLINE, "2024-04-18T23:59:59", "gaj");
    enter(id, "gaj", "ga001");
    pursued(id, "review", "2024-04-11", ObjectInspectionProcess.EVENT_REVIEW_DEADLINE, "2024-04-18T23:59:59", "gaj");
    review(id, "gaj", true);
    assertThat(checks.get(id, "gaj").status()).isEqualTo(CheckStatus.PUBLISHED);
  }

  @Test
  @DisplayName("审批补抽、会签补抽：三个工作日，督办发起部门和领导小组办公室")
  void substitution() {
    String id = started();
    notice(id);
    gone(id);
    pursued(id, "substitution", "2024-03-22", ObjectInspectionProcess.EVENT_APPROVE_SUBSTITUTION_DEADLINE, "2024-03-25T23:59:59", "gaj");
    approve(id, true);
    pursued(id, "substitution", "2024-03-22", ObjectInspectionProcess.EVENT_COUNTERSIGN_SUBSTITUTION_DEADLINE, "2024-03-25T23:59:59", "bgs", "gaj");
  }
}
