package cn.jointinspection.process.jointinspection;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("对象检查分批启动：一批做到一半停机，重做后每户仍只有一个流程")
class ObjectBatchesTest extends Journey {

  private static final int BATCH = 50;

  @Autowired PlatformTransactionManager transactions;

  private ProcessInstance inspection;

  @BeforeEach
  void allHaveAccepted() {
    county.hotels(60, 60, 60, 20);
    county.inspectors(8);
    inspection = drawn();
    DEPARTMENTS.forEach(department -> accept(department, true));
    executeJobs(JointInspectionProcess.SUB_PROCESS_ACCEPT);
  }

  @Test
  @DisplayName("停机的一批不留下任何痕迹，每一批重做一次即可")
  void aLostBatchIsDoneAgain() {
    List<String> drawn = all("select id from object_inspection order by visit_no");
    assertThat(drawn).hasSizeBetween(BATCH + 1, 2 * BATCH);

    lose(batch());
    assertThat(started()).isEmpty();
    assertThat(all("select id from object_inspection where status <> 'PLANNED'")).isEmpty();

    management.executeJob(batch().getId());
    assertThat(started()).containsExactlyInAnyOrderElementsOf(drawn.subList(0, BATCH));

    lose(batch());
    assertThat(started()).containsExactlyInAnyOrderElementsOf(drawn.subList(0, BATCH));

    management.executeJob(batch().getId());
    assertThat(started()).containsExactlyInAnyOrderElementsOf(drawn);
    assertThat(all("select id from object_inspection where status = 'STARTED' order by visit_no")).isEqualTo(drawn);
    BpmnAwareTests.assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_OBJECTS_FINISHED);
  }

  @Test
  @DisplayName("做完的一批再做一次，引擎不认；从头再来一遍的，也不再启动已启动的")
  void aBatchThatRanTwiceStartsNothingTwice() {
    Job first = batch();
    management.executeJob(first.getId());
    assertThatThrownBy(() -> management.executeJob(first.getId())).hasMessageContaining(first.getId());

    runtime.createProcessInstanceModification(inspection.getId())
        .startBeforeActivity(JointInspectionProcess.SERVICE_TASK_START_OBJECT_INSPECTIONS).execute();
    executeJobs(JointInspectionProcess.SERVICE_TASK_START_OBJECT_INSPECTIONS);

    assertThat(started()).containsExactlyInAnyOrderElementsOf(all("select id from object_inspection"));
  }

  private Job batch() {
    List<Job> waiting = jobs(JointInspectionProcess.SERVICE_TASK_START_OBJECT_INSPECTIONS);
    assertThat(waiting).hasSize(1);
    return waiting.get(0);
  }

  /** The batch does all its work, and the node dies before the commit. */
  private void lose(Job batch) {
    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      management.executeJob(batch.getId());
      assertThat(started()).isNotEmpty();
      transaction.setRollbackOnly();
    });
  }

  /** Business keys of the processes of objects, one for each process. */
  private List<String> started() {
    return runtime.createProcessInstanceQuery().processDefinitionKey(ObjectInspectionProcess.KEY).list().stream()
        .map(ProcessInstance::getBusinessKey).toList();
  }
}
