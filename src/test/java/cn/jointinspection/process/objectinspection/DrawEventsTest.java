package cn.jointinspection.process.objectinspection;

import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspection;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.inspection.RecusalRequests;
import cn.jointinspection.inspection.TeamMember;
import cn.jointinspection.process.jointinspection.Journey;
import cn.jointinspection.registry.RecusalReason;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("回避和补抽记入真实的抽取，检查组与抽取记录一致")
class DrawEventsTest extends Journey {

  private static final String FIRST = INSPECTION + "/1";

  @Autowired Draws draws;
  @Autowired JointInspections inspections;
  @Autowired ObjectInspections objects;
  @Autowired DepartmentChecks checks;
  @Autowired RecusalRequests requests;
  @Autowired RecusalController recusals;

  @BeforeEach
  void inspectingHotels() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    inspecting();
  }

  @Test
  @Clause("三-10")
  @DisplayName("回避后补入的人就是抽取记录中的人")
  void recusal() {
    recuseLeader(FIRST, "scjgj");

    assertThat(members(FIRST)).isEqualTo(
        draws.team(drawId(), objects.get(FIRST).objectNo(), "scjgj")).hasSize(2);
  }

  @Test
  @DisplayName("补抽换入的一户及其检查组就是抽取记录中的，换入后仍可回避")
  void substitution() {
    noticeAndGone();
    completeAs("gajChief", "gajReview", task(ObjectInspectionProcess.USER_TASK_APPROVE_SUBSTITUTION),
        Map.of("approve", true));
    completeAs("jjjcStaff1", "jjjc", task(ObjectInspectionProcess.USER_TASK_COUNTERSIGN_SUBSTITUTION),
        Map.of("approve", true));
    runAsyncSteps();

    List<ObjectInspection> all = objects.ofJointInspection(INSPECTION);
    ObjectInspection replacement = all.get(all.size() - 1);
    assertThat(replacement.replaces()).isEqualTo(FIRST);
    assertThat(replacement.object().stratum()).isEqualTo(objects.get(FIRST).object().stratum());
    assertThat(members(replacement.id())).isEqualTo(draws.team(drawId(), replacement.objectNo(), "scjgj"));

    recuseLeader(replacement.id(), "scjgj");

    assertThat(members(replacement.id())).isEqualTo(draws.team(drawId(), replacement.objectNo(), "scjgj")).hasSize(2);
  }

  private void noticeAndGone() {
    String leader = checks.get(FIRST, "gaj").accounts().get(0);
    as(leader, "inspectors");
    complete(of(FIRST, ObjectInspectionProcess.USER_TASK_GIVE_NOTICE),
        Map.of("kind", "UNANNOUNCED", "text", "示例理由", "visitOn", "2024-03-20"));
    Task check = allTasks(ObjectInspectionProcess.USER_TASK_RECORD_CHECK).stream()
        .filter(task -> leader.equals(task.getAssignee())).findFirst().orElseThrow();
    complete(check, Map.of("objectGone", true, "gone", Map.of("reason", "DEREGISTERED", "note", "示例现场情况")));
  }

  /** Whoever leads the department's team of this object asks for his own recusal, and gets it. */
  private void recuseLeader(String objectInspection, String department) {
    DepartmentCheck check = checks.get(objectInspection, department);
    String lead = checks.get(objectInspection, "gaj").accounts().get(0);
    if (objects.get(objectInspection).notice() == null) {
      as(lead, "inspectors");
      complete(of(objectInspection, ObjectInspectionProcess.USER_TASK_GIVE_NOTICE),
          Map.of("kind", "PHONE", "text", "示例通知", "visitOn", "2024-04-08"));
    }
    as(check.accounts().get(0), "inspectors");
    Task task = allTasks(ObjectInspectionProcess.USER_TASK_RECORD_CHECK).stream()
        .filter(open -> check.accounts().get(0).equals(open.getAssignee())).findFirst().orElseThrow();
    recusals.ask(task.getId(), new RecusalController.Asked(check.team().get(0).inspector(), RecusalReason.INTEREST, null));
    long request = requests.open(check.id()).get(0).id();
    completeAs(department + "Chief", department + "Review", task(ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL),
        Map.of("requestId", request, "approve", true, "nonce", NONCE));
  }

  private Task of(String objectInspection, String definition) {
    String instance = instance(ObjectInspectionProcess.KEY, objectInspection).getId();
    return allTasks(definition).stream()
        .filter(task -> instance.equals(task.getProcessInstanceId()))
        .findFirst().orElseThrow();
  }

  private List<String> members(String objectInspection) {
    return checks.get(objectInspection, "scjgj").team().stream().map(TeamMember::inspector).toList();
  }

  private String drawId() {
    return inspections.get(INSPECTION).drawId();
  }
}
