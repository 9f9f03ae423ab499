package cn.jointinspection.process.jointinspection;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("从计划到归档，每一步都由该办的人办")
class WholeJourneyTest extends Journey {

  @Test
  @Clause({"三-12", "三-14", "五-4"})
  @DisplayName("最后一户各部门都公示后，发起部门确认完成，全过程归档（三、五）")
  void fromPlanToArchive() {
    county.hotels(0, 0, 1, 1);
    county.inspectors(4);
    ProcessInstance inspection = inspecting();
    List<String> objects = all("select id from object_inspection order by id");
    Assertions.assertThat(objects).isNotEmpty();

    at(LocalDateTime.of(2024, 4, 9, 9, 0));
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE,
        task -> Map.of("kind", "WRITTEN", "text", "示例通知", "visitOn", "2024-04-10"));
    at(LocalDateTime.of(2024, 4, 10, 17, 0));
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_RECORD_CHECK, this::record);
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_ENTER_RESULT, task -> Map.of(
        "results", List.of(Map.of("code", "NO_PROBLEM")), "followUps", List.of(Map.of("code", "NONE"))));
    assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_OBJECTS_FINISHED);
    for (Task review : allTasks(ObjectInspectionProcess.USER_TASK_REVIEW_RESULT)) {
      assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_OBJECTS_FINISHED);
      String department = (String) tasks.getVariable(review.getId(), "department");
      completeAs(department + "Reviewer1", department + "Review", review, Map.of("approve", true));
      runAsyncSteps();
    }

    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE);
    Assertions.assertThat(all("select distinct status from object_inspection")).containsExactly("FINISHED");
    Assertions.assertThat(all("select distinct status from department_check")).containsExactly("PUBLISHED");
    Assertions.assertThat(one("select status from joint_inspection")).isEqualTo("FINISHED");
    Assertions.assertThat(one("select count(*) from disclosure"))
        .isEqualTo(String.valueOf(objects.size() * DEPARTMENTS.size()));
    Assertions.assertThat(runtime.createProcessInstanceQuery()
        .processDefinitionKey(ObjectInspectionProcess.KEY).count()).isZero();
    Task confirm = task(JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE);
    as("scjgjStaff1", "scjgj");
    assertThatThrownBy(() -> complete(confirm, Map.of("note", "示例")))
        .hasStackTraceContaining("AuthorizationException");
    identity.clearAuthentication();
    Assertions.assertThat(one("select count(*) from inspection_archive")).isEqualTo("0");

    completeAs("gajStaff1", "gaj", confirm, Map.of("note", "全部公示"));
    runAsyncSteps();

    assertThat(inspection).isEnded();
    assertThat(inspection).hasPassedInOrder(
        JointInspectionProcess.EVENT_WINDOW_OPENED,
        JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION,
        JointInspectionProcess.SUB_PROCESS_COSIGN,
        JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW,
        JointInspectionProcess.SUB_PROCESS_ACCEPT,
        JointInspectionProcess.SERVICE_TASK_START_OBJECT_INSPECTIONS,
        JointInspectionProcess.EVENT_OBJECTS_FINISHED,
        JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE,
        JointInspectionProcess.SERVICE_TASK_ARCHIVE_INSPECTION,
        JointInspectionProcess.EVENT_ARCHIVED);
    assertThat(inspection).hasNotPassed(
        JointInspectionProcess.EVENT_LAUNCH_ESCALATED, JointInspectionProcess.EVENT_COMPLETE_ESCALATED);
    Assertions.assertThat(one("select status || ' ' || completed_by || ' ' || completion_note from joint_inspection"))
        .isEqualTo("COMPLETED gajStaff1 全部公示");
    Assertions.assertThat(one("select sha256 from inspection_archive where joint_inspection_id = '" + INSPECTION + "'"))
        .isEqualTo(one("select encode(sha256(manifest), 'hex') from inspection_archive"));
    Assertions.assertThat(one("select convert_from(manifest, 'UTF8') from inspection_archive")).contains(objects);
  }
}
