package cn.jointinspection.process.supervisionorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.draw.DrawRows;
import cn.jointinspection.inspection.CheckRows;
import cn.jointinspection.process.AftermathProcessTest;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import cn.jointinspection.supervision.Supervision;
import cn.jointinspection.supervision.SupervisionOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("期限届满转督办（第六条）：谁逾期督办谁")
class EscalationTest extends AftermathProcessTest {

  private static final String KEY = CheckRows.JOINT_INSPECTION;
  private static final String DRAW = KEY + "-1";

  @Autowired private Supervision supervision;

  @Test
  @Clause("六-3")
  @DisplayName("办公室的环节逾期，督办的是办公室，不是发起部门")
  void theBodyThatOwesTheStep() {
    startAt(JointInspectionProcess.USER_TASK_COORDINATE_COSIGN);

    fire(KEY, JointInspectionProcess.EVENT_COORDINATE_COSIGN_DEADLINE);

    assertThat(onlyOrder().department()).isEqualTo("bgs");
    assertThat(onlyOrder().subject()).isEqualTo("“协调会签意见”逾期：%s（%s）".formatted(CheckRows.TITLE, KEY));
  }

  @Test
  @Clause("六-3")
  @DisplayName("几个部门同时会签，只督办逾期的那一个")
  void oneOfSeveral() {
    List.of("xfd", "scjgj").forEach(department -> jdbc.sql("""
            insert into participation (joint_inspection_id, department, role, position)
            values (:id, :department, 'COOPERATING', length(:department))
            on conflict do nothing""")
        .param("id", KEY).param("department", department).update());
    startAt(JointInspectionProcess.SUB_PROCESS_COSIGN + "#multiInstanceBody");
    List<Job> deadlines = engine.getManagementService().createJobQuery().processInstanceId(instance(KEY).getId())
        .activityId(JointInspectionProcess.EVENT_COSIGN_DEADLINE).list();
    assertThat(deadlines).hasSize(2);

    deadlines.forEach(job -> {
      Object department = engine.getRuntimeService().getVariable(job.getExecutionId(), "department");
      engine.getManagementService().executeJob(job.getId());
      assertThat(supervision.open(null, 1, 1000).items()).extracting(SupervisionOrder::department).contains(department.toString());
    });

    assertThat(supervision.open(null, 1, 1000).items()).extracting(SupervisionOrder::department).containsExactlyInAnyOrder("xfd", "scjgj");
  }

  @Test
  @DisplayName("期限届满即结束的环节，督办单仍记着原来的期限")
  void keepsTheDeadlineOfAStepThatEnded() {
    DrawRows.add(jdbc, DRAW, KEY, false);
    engine.getRuntimeService().createProcessInstanceByKey(PublicDrawProcess.KEY).businessKey(KEY).setVariables(variables())
        .startBeforeActivity(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE).setVariableLocal("department", "xfd")
        .startBeforeActivity(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE).setVariableLocal("department", "scjgj")
        .execute();
    Job deadline = engine.getManagementService().createJobQuery().processInstanceId(instance(KEY).getId())
        .activityId(PublicDrawProcess.EVENT_CONTRIBUTE_DEADLINE).list().get(0);
    Object department = engine.getRuntimeService().getVariable(deadline.getExecutionId(), "department");

    engine.getManagementService().executeJob(deadline.getId());

    assertThat(onlyOrder().department()).isEqualTo(department);
    assertThat(onlyOrder().dueAt()).isEqualTo(Instant.parse("2024-06-05T15:59:59Z"));
  }

  private void startAt(String activity) {
    engine.getRuntimeService().createProcessInstanceByKey(JointInspectionProcess.KEY).businessKey(KEY)
        .setVariables(variables()).startBeforeActivity(activity).execute();
  }

  private static Map<String, Object> variables() {
    return Map.of("jointInspectionId", KEY, "leadDepartment", "gaj", "drawId", DRAW);
  }

  private SupervisionOrder onlyOrder() {
    assertThat(supervision.open(null, 1, 1000).items()).hasSize(1);
    return supervision.open(null, 1, 1000).items().get(0);
  }
}
