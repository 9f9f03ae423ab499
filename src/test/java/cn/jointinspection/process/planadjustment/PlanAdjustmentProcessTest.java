package cn.jointinspection.process.planadjustment;

import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("计划调整：申请、备案或不予备案（二）")
class PlanAdjustmentProcessTest extends Adjusting {

  @Autowired private AdjustmentController choices;

  @Test
  @Clause("二-4")
  @DisplayName("发起部门申请，办公室备案：记下调整前后、备案号、谁、何时，计划随之更改")
  void filedWithHistory() {
    planPublished();
    applied(JUNE_TO_OCTOBER);
    var adjustment = instance(PlanAdjustmentProcess.KEY, "TZ-1");
    assertThat(runtime.getVariables(adjustment.getId())).containsOnlyKeys("adjustmentId", "jointInspectionId", "department");
    assertThat(task(REVIEW).getName()).isEqualTo("备案审查：调整时间窗口，2024年度对旅馆业从业单位的双随机抽查");

    at(LocalDateTime.of(2024, 3, 22, 10, 0));
    file();

    BpmnAwareTests.assertThat(adjustment).hasPassed(PlanAdjustmentProcess.EVENT_ADJUSTMENT_FILED).isEnded();
    assertThat(jdbc.sql("""
        select filing_no, status, change ->> 'from' as wanted, before ->> 'from' as earlier, before ->> 'to' as until,
          reason, department, applicant, reviewer, applied_at::date::text as asked, reviewed_at::date::text as filed
        from plan_adjustment""").query().singleRow()).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
            Map.entry("filing_no", "140826-2024-备-001"), Map.entry("status", "FILED"), Map.entry("wanted", "6"),
            Map.entry("earlier", "3"), Map.entry("until", "11"), Map.entry("reason", "示例特殊情况"),
            Map.entry("department", "gaj"), Map.entry("applicant", "gajStaff1"), Map.entry("reviewer", "bgsStaff1"),
            Map.entry("asked", "2024-03-20"), Map.entry("filed", "2024-03-22")));
    assertThat(one("select window_from || '-' || window_to from plan_item where row_no = 8")).isEqualTo("6-10");
    assertThat(one("select window_opens || '/' || window_closes from joint_inspection"))
        .isEqualTo("2024-06-01/2024-10-31");
    assertThat(journal()).containsExactly("列入年度计划", "申请调整时间窗口", "计划调整备案");
    assertThat(one("select detail from journal where action = '计划调整备案'"))
        .isEqualTo("140826-2024-备-001：时间窗口由“3月-11月”调整为“6月-10月”");
  }

  @Test
  @Clause({"四-2", "四-5"})
  @DisplayName("申请表列出本部门发起的任务，办公室看到全部；写明现在的权重和已不能调整的内容")
  void choice() {
    planPublished();
    as("xfdStaff1", "xfd");
    assertThat(choices.choice().items()).isEmpty();
    for (String department : List.of("bgs", "gaj")) {
      as(department + "Staff1", department);
      assertThat(choices.choice().items()).singleElement().satisfies(item -> {
        assertThat(item.weights()).extracting(AdjustmentFacts.ClassWeight::weight).containsExactly(1, 2, 5, 10);
        assertThat(item.kinds()).extracting(AdjustmentFacts.Kind::impossible).containsOnlyNulls();
        assertThat(item.period().checkUntil()).isNull();
      });
    }
    assertThat(choices.choice().departments()).extracting(AdjustmentController.Option::code)
        .contains("gaj", "xfd").doesNotContain("bgs", "jjjc");

    identity.clearAuthentication();
    frozenFromHere();
    as("gajStaff1", "gaj");
    assertThat(choices.choice().items()).singleElement().satisfies(item ->
        assertThat(item.kinds()).filteredOn(kind -> kind.impossible() == null)
            .extracting(AdjustmentFacts.Kind::code).containsExactly("WINDOW"));
  }

  @Test
  @DisplayName("备案号逐件连续")
  void numbersFollowEachOther() {
    planPublished();
    filed(JUNE_TO_OCTOBER);
    filed(ratio("EXACT", 4000));
    refusedAndNoted();
    filed(weights(1, 3, 6, 9));

    assertThat(all("select filing_no from plan_adjustment where filing_no is not null order by id"))
        .containsExactly("140826-2024-备-001", "140826-2024-备-002", "140826-2024-备-003");
  }

  private void refusedAndNoted() {
    applied(CANCEL);
    refuse("理由不足");
    completeAs("gajStaff1", "gaj", task(ANSWER), Map.of("again", false));
  }

  @Test
  @Clause({"二-3", "二-4"})
  @DisplayName("不予备案：写明理由，申请部门知悉，计划不变，之后可以另行申请")
  void refusedAndAcknowledged() {
    planPublished();
    applied(CANCEL);
    var adjustment = instance(PlanAdjustmentProcess.KEY, "TZ-1");
    as("bgsStaff1", "bgs");
    assertThatThrownBy(() -> complete(task(REVIEW), Map.of("file", false))).hasMessageContaining("没有写明不予备案的理由");

    refuse("理由不足");

    assertThat(task(ANSWER, "gaj").getName()).startsWith("答复备案意见：取消任务");
    assertThat(one("select status from plan_adjustment")).isEqualTo("RETURNED");
    completeAs("gajStaff2", "gaj", task(ANSWER), Map.of("again", false));
    BpmnAwareTests.assertThat(adjustment).hasPassed(PlanAdjustmentProcess.EVENT_REFUSAL_NOTED).isEnded();
    assertThat(one("select status || coalesce(filing_no, '') from plan_adjustment")).isEqualTo("REFUSED");
    assertThat(one("select status from joint_inspection")).isEqualTo("WAITING");
    assertThat(journal()).containsExactly("列入年度计划", "申请取消任务", "计划调整不予备案", "知悉不予备案");
    applied(CANCEL);
    assertThat(task(REVIEW)).isNotNull();
  }

  @Test
  @DisplayName("不予备案后修改内容重新申请，办公室再审")
  void refusedAndAskedAgain() {
    planPublished();
    applied(CANCEL);
    refuse("不宜取消，可以推迟");
    as("gajStaff1", "gaj");
    assertThatThrownBy(() -> complete(task(ANSWER), Map.of("again", true))).hasMessageContaining("重新申请须写明");
    completeAs("gajStaff1", "gaj", task(ANSWER),
        Map.of("again", true, "change", JUNE_TO_OCTOBER, "reason", "按意见推迟"));

    file();

    assertThat(one("select reason || (change ->> 'kind') || (before ->> 'kind') from plan_adjustment"))
        .isEqualTo("按意见推迟WINDOWWINDOW");
    assertThat(one("select window_from from plan_item where row_no = 8")).isEqualTo("6");
  }

  @Test
  @Clause("二-4")
  @DisplayName("谁申请，谁不能审：办公室自己申请的，由另一位同事备案")
  void fourEyes() {
    planPublished();
    as("bgsStaff1", "bgs");
    apply(JUNE_TO_OCTOBER);
    identity.clearAuthentication();

    assertThatThrownBy(this::file).hasMessageContaining("不能由本人备案审查");
    assertThat(one("select status from plan_adjustment")).isEqualTo("REQUESTED");
    identity.clearAuthentication();
    tasks.setAssignee(task(REVIEW).getId(), null);
    completeAs("bgsStaff2", "bgs", task(REVIEW), Map.of("file", true));

    assertThat(one("select department || reviewer from plan_adjustment")).isEqualTo("bgsbgsStaff2");
  }

  @Test
  @DisplayName("一项任务同时只有一件没办结的申请，不予备案待答复的也算")
  void oneOpenAtATime() {
    planPublished();
    applied(JUNE_TO_OCTOBER);
    as("gajStaff1", "gaj");
    assertThatThrownBy(() -> apply(CANCEL)).hasMessageContaining("已有一件调整申请还没有办结");
    refuse("理由不足");
    as("gajStaff1", "gaj");
    assertThatThrownBy(() -> apply(CANCEL)).hasMessageContaining("已有一件调整申请还没有办结");

    assertThat(one("select count(*) from plan_adjustment")).isEqualTo("1");
    assertThat(instance(PlanAdjustmentProcess.KEY, "TZ-2")).isNull();
  }

  @Test
  @Clause("二-3")
  @DisplayName("配合部门不能替发起部门申请，什么也没有启动")
  void onlyTheLeadDepartment() {
    planPublished();
    as("scjgjStaff1", "scjgj");

    assertThatThrownBy(() -> apply(CANCEL)).hasMessageContaining("由公安局发起，只能由该部门或领导小组办公室申请调整");

    identity.clearAuthentication();
    assertThat(all("select id from plan_adjustment")).isEmpty();
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(PlanAdjustmentProcess.KEY).count()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"kind":"WINDOW","from":8,"to":5}                                | 开始月份不晚于结束月份
      {"kind":"WINDOW","from":0,"to":5}                                | 不成立
      {"kind":"WINDOW","from":5,"to":13}                               | 不成立
      {"kind":"WINDOW","from":1,"to":2}                                | 已经结束
      {"kind":"WINDOW","from":3,"to":11}                               | 没有要备案的内容
      {"kind":"WINDOW","from":4,"to":11,"checkUntil":"2024-09-01"}     | 还没有发起
      {"kind":"RATIO","ratioKind":"AT_LEAST","basisPoints":3000}       | 没有要备案的内容
      {"kind":"RATIO","ratioKind":"EXACT","basisPoints":0}             | 抽查比例须写明
      {"kind":"RATIO","ratioKind":"EXACT","basisPoints":10001}         | 抽查比例须写明
      {"kind":"RATIO","basisPoints":100}                               | 抽查比例须写明
      {"kind":"COOPERATING","departments":[]}                          | 至少要有一个配合部门
      {"kind":"COOPERATING","departments":["xfd","xfd"]}               | 不能重复
      {"kind":"COOPERATING","departments":["gaj"]}                     | 不能是发起部门自己
      {"kind":"COOPERATING","departments":["bgs"]}                     | 不承担检查
      {"kind":"COOPERATING","departments":["scjgj","wsjds","xfd"]}     | 没有要备案的内容
      {"kind":"WEIGHTS","byClass":{"A":1,"B":2,"C":5}}                 | 各填一个
      {"kind":"WEIGHTS","byClass":{"A":1,"B":2,"C":2,"D":9}}           | 较高风险不符合
      {"kind":"WEIGHTS","byClass":{"A":3,"B":2,"C":5,"D":9}}           | 一般风险不符合
      {"kind":"WEIGHTS","byClass":{"A":0,"B":2,"C":5,"D":9}}           | 低风险不符合
      {"kind":"WEIGHTS","byClass":{"A":1,"B":2,"C":5,"D":1000001}}     | 高风险不符合
      {"kind":"WEIGHTS","byClass":{}}                                  | 没有要备案的内容
      {"kind":"TITLE","to":"x"}                                        | 表单内容无法识别
      {"kind":"CANCEL","also":1}                                       | 表单内容无法识别
      """)
  @DisplayName("不成立的调整不收：说明哪里不对，什么也不变")
  void refusedApplications(String change, String message) {
    planPublished();
    as("gajStaff1", "gaj");

    assertThatThrownBy(() -> submit(Map.of("jointInspectionId", INSPECTION, "reason", "示例",
        "change", new com.fasterxml.jackson.databind.ObjectMapper().readTree(change)))).hasMessageContaining(message);

    identity.clearAuthentication();
    assertThat(all("select id from plan_adjustment")).isEmpty();
  }

  @Test
  @DisplayName("申请须选任务、内容，写明理由")
  void incompleteApplications() {
    planPublished();
    as("gajStaff1", "gaj");
    Map<String, Object> whole = Map.of("jointInspectionId", INSPECTION, "change", CANCEL, "reason", "示例");
    Map.of("jointInspectionId", "请选择要调整的计划任务", "change", "请选择调整的内容", "reason", "请写明调整的理由")
        .forEach((field, message) -> {
          Map<String, Object> part = new HashMap<>(whole);
          part.remove(field);
          assertThatThrownBy(() -> submit(part)).hasMessageContaining(message);
        });
    assertThatThrownBy(() -> submit(Map.of("jointInspectionId", INSPECTION, "change", CANCEL, "reason", "  ")))
        .hasMessageContaining("请写明调整的理由");
  }

  @Test
  @DisplayName("备案审查：五个工作日，督办的是办公室；逾期仍可备案")
  void reviewIsWatched() {
    planPublished();
    applied(JUNE_TO_OCTOBER);

    remindsThenEscalates("adjustmentReview",
        LocalDate.of(2024, 3, 25),
        PlanAdjustmentProcess.EVENT_REVIEW_DEADLINE, LocalDateTime.of(2024, 3, 27, 23, 59, 59), "bgs");

    file();
    assertThat(one("select status from plan_adjustment")).isEqualTo("FILED");
  }

  @Test
  @DisplayName("答复备案意见：五个工作日，督办的是申请部门；逾期仍可答复")
  void answerIsWatched() {
    planPublished();
    applied(JUNE_TO_OCTOBER);
    refuse("理由不足");

    remindsThenEscalates("adjustmentAnswer",
        LocalDate.of(2024, 3, 25),
        PlanAdjustmentProcess.EVENT_ANSWER_DEADLINE, LocalDateTime.of(2024, 3, 27, 23, 59, 59), "gaj");

    completeAs("gajStaff1", "gaj", task(ANSWER), Map.of("again", false));
    assertThat(one("select status from plan_adjustment")).isEqualTo("REFUSED");
  }

  @Test
  @Clause("四-4")
  @DisplayName("调整比例、配合部门、权重：发起时、冻结时用新的，冻结文件里公开的也是新的")
  void changesReachTheDraw() {
    planPublished();
    filed(ratio("EXACT", 6000));
    filed(cooperating("xfd", "yjglj"));
    filed(weights(1, 4, 8, 16));
    assertThat(all("select department from participation order by position")).containsExactly("gaj", "xfd", "yjglj");
    county.inspectors("yjglj", 4);

    executeJobs(JointInspectionProcess.EVENT_WINDOW_OPENED);
    Map<String, Object> scheme = new HashMap<>(scheme("dice"));
    scheme.put("teams", List.of("gaj", "xfd", "yjglj").stream().map(d -> Map.of("department", d, "count", 2)).toList());
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme);
    cosign("xfd", true);
    cosign("yjglj", true);
    runAsyncSteps();

    assertThat(params()).contains("\"ratio\":{\"kind\":\"exact\",\"basisPoints\":6000}")
        .contains("{\"code\":\"A\",\"weight\":1},{\"code\":\"B\",\"weight\":4},{\"code\":\"C\",\"weight\":8},"
            + "{\"code\":\"D\",\"weight\":16}");
  }

  @Test
  @Clause({"四-2", "四-7"})
  @DisplayName("权重恢复按抽取规则")
  void weightsBackToThePolicy() {
    planPublished();
    filed(weights(1, 4, 8, 16));
    filed(Map.of("kind", "WEIGHTS", "byClass", Map.of()));

    assertThat(all("select weight from plan_item_weight")).isEmpty();
    frozenFromHere();
    assertThat(params()).contains("{\"code\":\"D\",\"weight\":10}");
  }

  /** As published, without line breaks and blanks. */
  private String params() {
    return one("select convert_from(content, 'UTF8') from draw_file where name = 'params.json'").replaceAll("\\s", "");
  }

  private void frozenFromHere() {
    executeJobs(JointInspectionProcess.EVENT_WINDOW_OPENED);
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("dice"));
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
  }
}
