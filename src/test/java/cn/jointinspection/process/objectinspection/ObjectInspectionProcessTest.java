package cn.jointinspection.process.objectinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.JointInspectionStatus;
import cn.jointinspection.inspection.ObjectInspectionStatus;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.violationreferral.ViolationReferralProcess;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("检查对象检查流程：通知、检查、录入、审核、公示")
class ObjectInspectionProcessTest extends ObjectProcessTest {

  @Autowired JdbcClient jdbc;

  @Test
  @Clause({"三-4", "三-14"})
  @DisplayName("从下达通知到各部门公示，最后一户办结后联合抽查任务待确认完成")
  void fromNoticeToPublication() {
    String id = started();
    var joint = waitingFor(id);

    allChecked(id);
    assertThat(objects.get(id).status()).isEqualTo(ObjectInspectionStatus.CHECKED);
    allPublished(id);

    assertThat(instance(id)).isNull();
    assertThat(objects.get(id).status()).isEqualTo(ObjectInspectionStatus.FINISHED);
    assertThat(checks.ofObject(id)).extracting(DepartmentCheck::status).containsOnly(CheckStatus.PUBLISHED);
    assertThat(jdbc.sql("select count(*) from disclosure where object_inspection_id = ?").param(id)
        .query(Integer.class).single()).isEqualTo(3);
    assertThat(inspections.get(joint.getBusinessKey()).status()).isEqualTo(JointInspectionStatus.FINISHED);
    assertThat(tasks(joint.getBusinessKey(), JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE)).hasSize(1);
  }

  @Test
  @DisplayName("还有别的户没有办结时，联合抽查任务继续等待")
  void othersAreOpen() {
    List<String> ids = started(2);
    var joint = waitingFor(ids.get(0));

    allChecked(ids.get(0));
    allPublished(ids.get(0));

    assertThat(instance(ids.get(0))).isNull();
    assertThat(tasks(joint.getBusinessKey(), JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE)).isEmpty();
  }

  @Test
  @DisplayName("任务派给组长，组员也可办理，组外的人看不到、办不了")
  void assignedByName() {
    String id = started();
    notice(id);

    Task task = task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj");
    assertThat(task.getAssignee()).isEqualTo("sj001");
    assertThat(task.getFormKey()).isEqualTo("embedded:/forms/recordCheck.html");
    assertThat(as("sj003", () -> engine.getTaskService().createTaskQuery().taskId(task.getId()).count())).isZero();
    assertThatThrownBy(() -> complete("sj003", task, record("SJ001", "SJ002")))
        .isInstanceOf(AuthorizationException.class);
    check(id, "scjgj", "SJ002", "SJ001");
    assertThat(checks.get(id, "scjgj").examination().by()).isEqualTo("sj002");
  }

  @Test
  @Clause("五-10")
  @DisplayName("审核退回的由检查人员改正后再审")
  void returned() {
    String id = started();
    allChecked(id);
    enter(id, "gaj", "ga001");

    review(id, "gaj", false);
    assertThat(checks.get(id, "gaj").status()).isEqualTo(CheckStatus.RETURNED);
    enter(id, "gaj", "ga002");
    review(id, "gaj", true);

    assertThat(checks.get(id, "gaj").status()).isEqualTo(CheckStatus.PUBLISHED);
    assertThat(tasks(id, ObjectInspectionProcess.USER_TASK_ENTER_RESULT)).hasSize(2);
  }

  @Test
  @Clause("五-7")
  @DisplayName("结果写明抄告的，公示后启动抄告移交流程")
  void referred() {
    String id = started();
    allChecked(id);

    enter(id, "gaj", "ga001", "REFER", "xfd");
    review(id, "gaj", true);

    var referrals = engine.getRuntimeService().createProcessInstanceQuery()
        .processDefinitionKey(ViolationReferralProcess.KEY).list();
    assertThat(referrals).hasSize(1);
    assertThat(engine.getRuntimeService().getVariables(referrals.get(0).getId()))
        .containsEntry(ViolationReferralProcess.VARIABLE_FROM_DEPARTMENT, "gaj")
        .containsEntry(ViolationReferralProcess.VARIABLE_TO_DEPARTMENT, "xfd");
  }

  @Test
  @DisplayName("公示期限之前提醒录入，期限届满转督办，任务仍可办理")
  void lateEntry() {
    String id = started();
    allChecked(id);
    Task entry = task(id, ObjectInspectionProcess.USER_TASK_ENTER_RESULT, "gaj");
    LocalDate deadline = objects.get(id).jointCheck().publicationDeadline();
    assertThat(day(entry.getDueDate())).isBeforeOrEqualTo(deadline);
    assertThat(day(timer(id, ObjectInspectionProcess.EVENT_PUBLISH_DEADLINE).getDuedate())).isEqualTo(deadline);

    remindersOf(deadline.minusDays(1));
    assertThat(remindedBefore(id, "enter")).containsExactly("gaj", "scjgj", "xfd");
    assertThat(remindedBefore(id, "publish")).containsExactly("gaj");
    fire(id, ObjectInspectionProcess.EVENT_ENTER_DEADLINE);
    fire(id, ObjectInspectionProcess.EVENT_PUBLISH_DEADLINE);

    assertThat(jdbc.sql("select step from supervision_order where business_key = ? order by step").param(id)
        .query(String.class).list()).containsExactly("enter", "publish");
    enter(id, "gaj", "ga001");
    review(id, "gaj", true);
    assertThat(checks.get(id, "gaj").status()).isEqualTo(CheckStatus.PUBLISHED);
  }

  @Test
  @DisplayName("审核逾期的转督办，任务仍可办理")
  void lateReview() {
    String id = started();
    allChecked(id);
    enter(id, "gaj", "ga001");

    fire(id, ObjectInspectionProcess.EVENT_REVIEW_DEADLINE);

    assertThat(jdbc.sql("select department from supervision_order where business_key = ? and step = 'review'")
        .param(id).query(String.class).list()).containsExactly("gaj");
    review(id, "gaj", true);
    assertThat(checks.get(id, "gaj").status()).isEqualTo(CheckStatus.PUBLISHED);
  }

  @Test
  @DisplayName("通知和检查逾期的转督办，任务仍可办理")
  void lateCheck() {
    String id = started();
    fire(id, ObjectInspectionProcess.EVENT_NOTICE_DEADLINE);
    notice(id);
    fire(id, ObjectInspectionProcess.EVENT_CHECK_DEADLINE);

    assertThat(jdbc.sql("select step from supervision_order where business_key = ? order by step").param(id)
        .query(String.class).list()).containsExactly("check", "notice");
    check(id, "gaj", "GA001", "GA002");
    assertThat(checks.get(id, "gaj").status()).isEqualTo(CheckStatus.CHECKED);
  }

  @Test
  @DisplayName("引擎里只留编号，不留表单内容和流转答案")
  void onlyIdsAreVariables() {
    String id = started();
    allChecked(id);
    enter(id, "gaj", "ga001");

    assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery()
        .processInstanceId(instance(id).getId()).list())
        .extracting(variable -> variable.getName())
        .containsOnly("objectInspectionId", "jointInspectionId", "leadDepartment", "department");
    assertThat(engine.getHistoryService().createHistoricDetailQuery().processInstanceId(instance(id).getId()).list())
        .hasSize(3 + 2 * 3);
  }

  @Test
  @DisplayName("历史里有触发过的定时器，没有只是设置又撤销的")
  void historyIsWhatHappened() {
    String id = started();
    notice(id);
    fire(id, ObjectInspectionProcess.EVENT_CHECK_DEADLINE);
    String instance = instance(id).getId();
    check(id, "gaj", "GA001", "GA002");
    check(id, "scjgj", "SJ001", "SJ002");
    check(id, "xfd", "XF001", "XF002");

    assertThat(engine.getHistoryService().createHistoricJobLogQuery().processInstanceId(instance).list())
        .allMatch(HistoricJobLog::isSuccessLog)
        .filteredOn(log -> log.getJobDefinitionType().startsWith("timer"))
        .extracting(HistoricJobLog::getActivityId).containsOnly(ObjectInspectionProcess.EVENT_CHECK_DEADLINE);
  }

  @Test
  @DisplayName("检查记录写满八千字也能办结")
  void longRecord() {
    String id = started();
    notice(id);
    Task task = task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "gaj");
    String record = "查".repeat(8000);

    complete("ga001", task, Map.of("objectGone", false, "check", Map.of("method", "ON_SITE",
        "checkedOn", today().toString(), "record", record, "present", List.of("GA001", "GA002"),
        "findings", List.of(Map.of("matter", "示例事项", "outcome", "NO_PROBLEM")))));

    assertThat(checks.get(id, "gaj").examination().record()).isEqualTo(record);
  }

  @Test
  @DisplayName("既没有检查记录也没有写明对象不存在的，不能提交")
  void emptyAnswers() {
    String id = started();
    notice(id);
    Task task = task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "gaj");

    assertThatThrownBy(() -> complete("ga001", task, Map.of("objectGone", false)))
        .hasMessageContaining("请填写检查情况");
    assertThat(checks.get(id, "gaj").status()).isEqualTo(CheckStatus.PENDING);
  }

  private static LocalDate day(Date date) {
    return date.toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
  }
}
