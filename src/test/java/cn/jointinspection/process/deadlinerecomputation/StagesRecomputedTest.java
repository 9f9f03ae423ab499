package cn.jointinspection.process.deadlinerecomputation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.Column;
import cn.jointinspection.deadlines.limits.TimeLimitsFile;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("重算遍及各个流程：几项联合抽查、几户检查对象、整段期限")
class StagesRecomputedTest extends Journey {

  @Autowired private RepositoryService repository;
  @Autowired private TimeLimits limits;
  @Autowired private TimeLimitsFile file;

  @AfterEach
  void theShippedTableAgain() {
    repository.createDecisionDefinitionQuery().decisionDefinitionKey(TimeLimits.DECISION).list().stream()
        .filter(version -> version.getVersion() > 1)
        .forEach(version -> repository.deleteDeployment(version.getDeploymentId()));
  }

  @Test
  @DisplayName("两项联合抽查的发起期限同时改按新时限，各按各的窗口")
  void twoJointInspections() {
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlanOfTwo());
    complete(task("userTask_examinePlan"), Map.of("approve", true));
    identity.clearAuthentication();
    runAsyncSteps();
    executeJobs(JointInspectionProcess.EVENT_WINDOW_OPENED);
    String launches = "select business_key || ' ' || new_due::date from deadline_change where step = 'launch' order by 1";

    change(Map.of("launch", Map.of(Column.BASE, "YEAR_END", Column.DAYS, "5")));
    runAsyncSteps();
    decide();

    assertThat(all(launches)).containsExactly("140826-2024-008 2024-12-13", "140826-2024-009 2024-12-13");
    assertThat(allTasks(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION)).extracting(Task::getDueDate)
        .containsOnly(date(LocalDateTime.of(2024, 12, 13, 23, 59, 59))).hasSize(2);
    timed(JointInspectionProcess.EVENT_LAUNCH_DEADLINE, LocalDateTime.of(2024, 12, 13, 23, 59, 59));
  }

  @Test
  @DisplayName("每户录入、每户整段公示的期限一起改；收到任务后起算的从收到之日算，不从重算之日算")
  void everyObjectAndItsStage() {
    county.hotels(0, 0, 1, 1);
    county.inspectors(4);
    inspecting();
    int objects = all("select id from object_inspection").size();
    at(LocalDateTime.of(2024, 4, 9, 9, 0));
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE,
        task -> Map.of("kind", "WRITTEN", "text", "示例通知", "visitOn", "2024-04-10"));
    at(LocalDateTime.of(2024, 4, 10, 17, 0));
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_RECORD_CHECK, this::record);
    timed(ObjectInspectionProcess.EVENT_PUBLISH_DEADLINE, LocalDateTime.of(2024, 5, 10, 23, 59, 59));

    at(LocalDateTime.of(2024, 4, 15, 9, 0));
    change(Map.of(
        "publish", Map.of(Column.DAYS, "1"),
        "enter", Map.of(Column.BASE, "NOW", Column.DAYS, "10", Column.REMIND_BEFORE, "2")));
    runAsyncSteps();
    decide();

    assertThat(all("select new_due::date::text from deadline_change where step = 'publish' and task_id is null"))
        .hasSize(objects).containsOnly("2024-05-09");
    timed(ObjectInspectionProcess.EVENT_PUBLISH_DEADLINE, LocalDateTime.of(2024, 5, 9, 23, 59, 59));
    assertThat(jobs(ObjectInspectionProcess.EVENT_PUBLISH_DEADLINE)).hasSize(objects);
    assertThat(jobs(ObjectInspectionProcess.EVENT_ENTER_DEADLINE)).hasSize(4 * objects)
        .extracting(Job::getDuedate).containsOnly(date(LocalDateTime.of(2024, 4, 24, 23, 59, 59)));
    assertThat(allTasks(ObjectInspectionProcess.USER_TASK_ENTER_RESULT)).hasSize(4 * objects)
        .extracting(Task::getDueDate).containsOnly(date(LocalDateTime.of(2024, 4, 24, 23, 59, 59)));
  }

  private void change(Map<String, Map<Column, String>> values) {
    byte[] table = file.with(file.of(limits.inForce()), values);
    repository.createDeployment().name("示例部署").addInputStream(TimeLimitsFile.NAME, new ByteArrayInputStream(table))
        .deploy();
  }

  private void decide() {
    completeAs("bgsStaff1", "bgs", task(DeadlineRecomputationProcess.USER_TASK_DECIDE_RECOMPUTATION),
        Map.of("recompute", true, "reason", "示例理由"));
    runAsyncSteps();
  }
}
