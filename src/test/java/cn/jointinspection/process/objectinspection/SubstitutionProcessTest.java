package cn.jointinspection.process.objectinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.ObjectInspectionStatus;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("补抽：对象已不存在时两个机构两个人同意后替换")
class SubstitutionProcessTest extends ObjectProcessTest {

  private String reportedGone() {
    String id = started();
    notice(id);
    check(id, "gaj", "GA001", "GA002");
    gone(id);
    return id;
  }

  @Test
  @DisplayName("替换的一户立即开始，原来的一户各部门待办撤回")
  void replaced() {
    String id = reportedGone();
    assertThat(tasks(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK)).isEmpty();
    scene.substitutes(objects.get(id).objectNo(), scene.newObject());

    approve(id, true);
    countersign(id, true);

    assertThat(instance(id)).isNull();
    assertThat(objects.get(id).status()).isEqualTo(ObjectInspectionStatus.SUBSTITUTED);
    String replacement = objects.get(id).jointInspectionId() + "/2";
    assertThat(task(replacement, ObjectInspectionProcess.USER_TASK_GIVE_NOTICE).getAssignee()).isEqualTo("ga001");
    allChecked(replacement);
    waitingFor(replacement);
    allPublished(replacement);
    assertThat(instance(replacement)).isNull();
  }

  @Test
  @DisplayName("发起部门不同意的，还没有检查的部门继续检查")
  void refusedByLead() {
    String id = reportedGone();

    approve(id, false);

    assertThat(tasks(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK)).hasSize(2);
    check(id, "scjgj", "SJ001", "SJ002");
    check(id, "xfd", "XF001", "XF002");
    assertThat(checks.ofObject(id)).extracting(DepartmentCheck::status).containsOnly(CheckStatus.CHECKED);
    assertThat(tasks(id, ObjectInspectionProcess.USER_TASK_ENTER_RESULT)).hasSize(3);
  }

  @Test
  @DisplayName("复核不同意的，继续检查，并可再次申请")
  void refusedByOther() {
    String id = reportedGone();
    approve(id, true);

    countersign(id, false);
    gone(id);

    assertThat(task(id, ObjectInspectionProcess.USER_TASK_APPROVE_SUBSTITUTION)).isNotNull();
  }

  @Test
  @DisplayName("最后一户作废而无可补抽的，联合抽查任务待确认完成")
  void lastIsVoid() {
    List<String> ids = started(2);
    var joint = waitingFor(ids.get(0));
    allChecked(ids.get(0));
    allPublished(ids.get(0));
    notice(ids.get(1));
    gone(ids.get(1));
    scene.substitutes(objects.get(ids.get(1)).objectNo(), null);

    approve(ids.get(1), true);
    countersign(ids.get(1), true);

    assertThat(objects.get(ids.get(1)).status()).isEqualTo(ObjectInspectionStatus.VOID);
    assertThat(tasks(joint.getBusinessKey(), JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE)).hasSize(1);
  }

  @Test
  @DisplayName("审批归发起部门审核组，复核归办公室或纪检监察，别人办不了")
  void whoDecides() {
    String id = reportedGone();
    Task approval = task(id, ObjectInspectionProcess.USER_TASK_APPROVE_SUBSTITUTION);
    for (String other : List.of("scjgjReviewer1", "bgsStaff1", "ga001")) {
      assertThatThrownBy(() -> complete(other, approval, Map.of("approve", true, "note", "示例")))
          .isInstanceOf(AuthorizationException.class);
    }
    approve(id, true);
    Task second = task(id, ObjectInspectionProcess.USER_TASK_COUNTERSIGN_SUBSTITUTION);

    assertThatThrownBy(() -> complete("gajReviewer1", second, Map.of("approve", true, "note", "示例")))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  @DisplayName("审批和复核逾期的转督办，任务仍可办理")
  void late() {
    String id = reportedGone();
    fire(id, ObjectInspectionProcess.EVENT_APPROVE_SUBSTITUTION_DEADLINE);
    approve(id, true);
    fire(id, ObjectInspectionProcess.EVENT_COUNTERSIGN_SUBSTITUTION_DEADLINE);

    countersign(id, false);
    assertThat(tasks(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK)).hasSize(2);
  }
}
