package cn.jointinspection.process.registrychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.process.ProcessTest;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.RegistryHistory;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.ChangeStatus;
import cn.jointinspection.registry.intake.RegistryChange;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("一单两库动态调整：提出、比对、另一人审批、一次生效（一）")
class RegistryChangeProcessTest extends ProcessTest {

  private static final String HEADS = "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n";
  private static final String APPROVE = RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE;

  @Autowired RegistryChangeDesk desk;
  @Autowired RegistryChanges changes;
  @Autowired InspectionObjects objects;
  @Autowired RegistryHistory history;

  private long propose(ChangeKind kind, boolean goodRowsOnly, String csv) throws IOException {
    as("gajStaff1", "gaj", "gajReview");
    try {
      return desk.propose(new Proposal(kind, "gaj", "名录.csv", "示例理由", goodRowsOnly),
          new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    } finally {
      identity.clearAuthentication();
    }
  }

  private long read(String rows) throws IOException {
    long id = propose(ChangeKind.OBJECTS, false, HEADS + rows);
    runAsyncSteps();
    return id;
  }

  private void approve(long id) {
    Task task = tasks.createTaskQuery().processInstanceBusinessKey(RegistryChange.number(id)).singleResult();
    completeAs("gajReviewer1", "gajReview", task, Map.of("approve", true));
  }

  private void putInForce(long id) {
    String instance = instance(RegistryChangeProcess.KEY, RegistryChange.number(id)).getId();
    management.executeJob(management.createJobQuery().processInstanceId(instance).singleResult().getId());
  }

  @Test
  @Clause("一-6")
  @DisplayName("批准前名录不变，批准后一次生效，每一条记得提出人、文件和行号")
  void inForceOnlyOnceApproved() throws IOException {
    long id = read("示例旅馆一,,LG-1,旅馆,示例路1号,一般风险,存续,辖区内旅馆\n示例旅馆二,,LG-2,旅馆,示例路2号,,存续,辖区内旅馆；中小学\n");

    RegistryChange waiting = changes.get(id);
    assertThat(waiting.status()).isEqualTo(ChangeStatus.WAITING);
    assertThat(waiting.counts()).isEqualTo(new RegistryChange.Counts(2, 0, 2, 0, 0, 0));
    assertThat(objects.find("140826:LG-1")).isEmpty();
    assertThat(task(APPROVE, "gajReview").getName()).contains("公安局《检查对象名录》：新增 2，变更 0，退出 0");

    approve(id);
    assertThat(objects.find("140826:LG-1")).isEmpty();
    runAsyncSteps();

    assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.IN_FORCE);
    assertThat(objects.find("140826:LG-1").orElseThrow().riskClass()).isEqualTo(RiskClass.B);
    assertThat(objects.scopesOf("140826:LG-2")).containsExactly("中小学", "辖区内旅馆");
    assertThat(history.ofObject("140826:LG-2")).last().satisfies(change -> {
      assertThat(change.changedBy()).isEqualTo("gajStaff1");
      assertThat(change.after()).contains("\"change_id\": " + id, "\"line\": 3");
    });
    assertThat(one("select count(*) from registry_change_row")).isEqualTo("0");
    assertThat(instance(RegistryChangeProcess.KEY, RegistryChange.number(id))).isNull();
  }

  @Test
  @Clause("一-6")
  @DisplayName("提出人不能批准自己的变更；不批准须写理由，名录不变")
  void fourEyes() throws IOException {
    long id = read("示例旅馆一,,LG-1,旅馆,示例路1号,一般风险,存续,辖区内旅馆\n");
    Task task = task(APPROVE, "gajReview");

    as("gajStaff1", "gaj", "gajReview");
    tasks.claim(task.getId(), "gajStaff1");
    assertThatThrownBy(() -> complete(task, Map.of("approve", true))).hasMessageContaining("须由本部门另一人审核");
    identity.clearAuthentication();
    tasks.setAssignee(task.getId(), null);
    assertThatThrownBy(() -> completeAs("gajReviewer1", "gajReview", task, Map.of("approve", false)))
        .hasMessageContaining("请写明理由");

    completeAs("gajReviewer1", "gajReview", task, Map.of("approve", false, "note", "示例：不是最新导出"));
    assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REJECTED);
    assertThat(objects.find("140826:LG-1")).isEmpty();
    assertThat(one("select count(*) from registry_change_row")).isEqualTo("0");
  }

  @Test
  @DisplayName("批准后被另一次导入抢先：结果与所批准的不同，不生效，重新审批")
  void racedByASecondImport() throws IOException {
    long first = read("示例旅馆一,,LG-1,旅馆,示例路1号,一般风险,存续,辖区内旅馆\n");
    long second = read("示例旅馆改名,,LG-1,旅馆,示例路1号,一般风险,存续,辖区内旅馆\n");
    approve(first);
    approve(second);
    putInForce(first);
    putInForce(second);

    RegistryChange late = changes.get(second);
    assertThat(late.status()).isEqualTo(ChangeStatus.WAITING);
    assertThat(late.decision()).isNull();
    assertThat(late.counts().added()).isZero();
    assertThat(late.counts().changed()).isOne();
    assertThat(objects.find("140826:LG-1").orElseThrow().name()).isEqualTo("示例旅馆一");

    approve(second);
    runAsyncSteps();
    assertThat(objects.find("140826:LG-1").orElseThrow().name()).isEqualTo("示例旅馆改名");
  }

  @Test
  @DisplayName("文件有误：名录不变，写明行、列、原值和改法，没有人收到待办；可以只采用没有问题的行")
  void badRows() throws IOException {
    String rows = "示例旅馆一,,LG-1,旅馆,,一般风险,存续,辖区内旅馆\n示例旅馆二,,LG-2,旅馆,,中风险,存续,辖区内旅馆\n";
    long refused = read(rows);
    assertThat(changes.get(refused).status()).isEqualTo(ChangeStatus.REFUSED);
    assertThat(changes.get(refused).refusal()).contains("有 1 行不能采用");
    assertThat(changes.problems(refused, 1, 10).items()).singleElement()
        .hasToString("第 3 行“信用风险等级”列现为“中风险”，应为A、B、C、D 或低风险、一般风险、较高风险、高风险；未分类的留空");
    assertThat(allTasks(APPROVE)).isEmpty();

    long taken = propose(ChangeKind.OBJECTS, true, HEADS + rows);
    runAsyncSteps();
    assertThat(changes.get(taken).counts()).isEqualTo(new RegistryChange.Counts(2, 1, 1, 0, 0, 0));
    approve(taken);
    runAsyncSteps();
    assertThat(objects.find("140826:LG-1")).isPresent();
    assertThat(objects.find("140826:LG-2")).isEmpty();
  }

  @Test
  @DisplayName("提出人可以撤回，待办随之消失；别人不能撤回，撤回后不能再办")
  void withdrawn() throws IOException {
    long id = read("示例旅馆一,,LG-1,旅馆,,一般风险,存续,辖区内旅馆\n");
    as("gajStaff2", "gaj");
    assertThatThrownBy(() -> desk.withdraw(id)).hasMessageContaining("只能由本人撤回");
    as("gajStaff1", "gaj");
    desk.withdraw(id);

    identity.clearAuthentication();
    assertThat(allTasks(APPROVE)).isEmpty();
    assertThat(instance(RegistryChangeProcess.KEY, RegistryChange.number(id))).isNull();
    as("gajStaff1", "gaj");
    assertThatThrownBy(() -> desk.withdraw(id)).hasMessageContaining("已撤回");
  }

  @Test
  @DisplayName("还没有读完就撤回：流程自行结束，什么也没有留下")
  void withdrawnWhileRead() throws IOException {
    long id = propose(ChangeKind.OBJECTS, false, HEADS + "示例旅馆一,,LG-1,旅馆,,一般风险,存续,辖区内旅馆\n");
    as("gajStaff1", "gaj");
    desk.withdraw(id);
    identity.clearAuthentication();
    runAsyncSteps();

    assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.WITHDRAWN);
    assertThat(instance(RegistryChangeProcess.KEY, RegistryChange.number(id))).isNull();
    assertThat(one("select count(*) from registry_change_row")).isEqualTo("0");
  }

  @Test
  @Clause("六-3")
  @DisplayName("审批有期限：提醒审核组，逾期转办公室督办")
  void remindedAndEscalated() throws IOException {
    read("示例旅馆一,,LG-1,旅馆,,一般风险,存续,辖区内旅馆\n");
    remindsThenEscalates("approveRegistryChange", LocalDate.of(2024, 3, 22),
        RegistryChangeProcess.EVENT_APPROVAL_DEADLINE, LocalDateTime.of(2024, 3, 25, 23, 59, 59), "gaj");
  }

  @Test
  @DisplayName("别的部门的人不能提出，登记员可以；理由必填；空文件拒绝")
  void whoMayPropose() {
    Proposal proposal = new Proposal(ChangeKind.OBJECTS, "gaj", "名录.csv", "示例理由", false);
    byte[] csv = (HEADS + "示例旅馆一,,LG-1,旅馆,,,存续,辖区内旅馆\n").getBytes(StandardCharsets.UTF_8);
    as("xfdStaff1", "xfd");
    assertThatThrownBy(() -> desk.propose(proposal, new ByteArrayInputStream(csv))).hasMessageContaining("公安局的名录由该部门或名录登记人员变更");
    as("registrar1", "registrars");
    assertThatThrownBy(() -> desk.propose(proposal, new ByteArrayInputStream(new byte[0]))).hasMessageContaining("是空的");
    assertThatThrownBy(() -> desk.propose(new Proposal(ChangeKind.OBJECTS, "gaj", "名录.csv", " ", false),
        new ByteArrayInputStream(csv))).hasMessageContaining("写明变更的理由");
    identity.clearAuthentication();
    assertThat(one("select count(*) from registry_change")).isEqualTo("0");
  }
}
