package cn.jointinspection.staff.recusals;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.registrychange.RegistryChangeProcess;
import cn.jointinspection.registry.Recusals;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("回避的网页：本人申报，部门登记、变更和结束，各看各的")
class RecusalsOverHttpTest extends HttpTest {

  private static final String PAGE = "/camunda/api/staff/recusals";
  private static final String EDITS = "/camunda/api/staff/registry-changes/edits/RECUSALS";
  private static final String FORM = "/camunda/api/staff/registry-changes/edit?kind=RECUSALS";
  private static final String HOTEL = "140826:A001";
  private static final LocalDate TODAY = START.toLocalDate();

  @Autowired Recusals recusals;
  @Autowired RegistryChanges changes;

  @BeforeEach
  void people() {
    county.hotels(2, 0, 0, 0);
    county.inspectors("gaj", 2);
    as("gajStaff1", "gaj");
    as("gajReviewer1", "gajReview");
    as("xfdStaff1", "xfd");
    as("bgsStaff1", "bgs");
    as("jjjcStaff1", "jjjc");
    as("gaj01", "inspectors");
    as("gaj02", "inspectors");
    as("nobody1");
    identity.clearAuthentication();
  }

  private void approve() {
    runAsyncSteps();
    completeAs("gajReviewer1", "gajReview", task(RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE),
        Map.of("approve", true));
    runAsyncSteps();
    identity.clearAuthentication();
  }

  private String code(HttpResponse<String> refused) {
    return tree(refused).get("code").asText();
  }

  @Test
  @Clause("三-10")
  @DisplayName("检查人员申报本人回避，本部门另一人批准后生效；别人、别的方式都冒不了名")
  void anInspectorDeclares() {
    Session himself = signIn("gaj01");
    HttpResponse<String> sent = himself.post(PAGE, Map.of("统一社会信用代码", HOTEL, "回避事由", "亲属关系",
        "截止日期", "2025-03-19", "说明", "示例<说明>", "执法证号", "ZF-gaj02", "回避方式", "当事人申请"));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    assertThat(himself.get(tree(sent).get("location").asText()).body()).contains("已提交，编号", "待审批", "没有登记回避");
    assertThat(recusals.inspectorsOf(HOTEL, TODAY)).as("not before it is approved").isEmpty();
    approve();

    assertThat(recusals.inspectorsOf(HOTEL, TODAY)).containsExactly("ZF-gaj01");
    assertThat(recusals.inspectorsOf(HOTEL, LocalDate.of(2025, 3, 19))).isNotEmpty();
    assertThat(recusals.inspectorsOf(HOTEL, LocalDate.of(2025, 3, 20))).isEmpty();
    assertThat(himself.get(PAGE).body())
        .contains("示例旅馆A001", "2024-03-20 至 2025-03-19", "本人申请", "亲属关系", "：示例&lt;说明&gt;").doesNotContain("示例gaj02");
    assertThat(signIn("gaj02").get(PAGE).body()).contains("没有登记回避").doesNotContain("亲属关系：", "示例旅馆A001");

    assertThat(code(himself.post(PAGE, Map.of("统一社会信用代码", HOTEL, "回避事由", "曾任职")))).isEqualTo("AlreadyListed");
    assertThat(code(himself.post(PAGE, Map.of("统一社会信用代码", "140826:X", "回避事由", "曾任职")))).isEqualTo("FieldsUnfit");
    assertThat(code(signIn("gajStaff1").post(PAGE, Map.of("统一社会信用代码", HOTEL, "回避事由", "曾任职"))))
        .isEqualTo("OnlyInspectorsDeclare");
  }

  @Test
  @Clause("三-10")
  @DisplayName("部门登记当事人申请的回避，以后提前结束，都经批准，结束次日起可以指派；变更前后留在记录里")
  void theDepartmentRecordsAndEnds() {
    Session clerk = signIn("gajStaff1");
    assertThat(clerk.get(FORM + "&" + encoded("回避方式") + "=" + encoded("当事人申请")).body())
        .contains("value=\"当事人申请\" selected=\"selected\"");
    HttpResponse<String> sent = clerk.post(EDITS, Map.of("department", "gaj", "reason", "企业来函", "执法证号", "ZF-gaj01",
        "统一社会信用代码", HOTEL, "回避事由", "曾任职", "回避方式", "当事人申请", "起始日期", "2024-03-01"));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    approve();
    assertThat(clerk.get(PAGE).body()).contains("示例gaj01", "2024-03-01 至 长期", "当事人申请", "曾任职", "变更或结束");

    String form = clerk.get(FORM + "&no=" + encoded("ZF-gaj01|" + HOTEL)).body();
    assertThat(form).contains("value=\"2024-03-01\"", "value=\"长期\"");
    String seen = form.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]*)\".*", "$1");
    assertThat(clerk.post(EDITS, Map.of("department", "gaj", "reason", "关系已终止", "key", "ZF-gaj01|" + HOTEL, "seen", seen,
        "回避事由", "曾任职", "截止日期", "2024-03-20")).statusCode()).isEqualTo(200);
    approve();

    assertThat(recusals.inspectorsOf(HOTEL, TODAY)).containsExactly("ZF-gaj01");
    assertThat(recusals.inspectorsOf(HOTEL, TODAY.plusDays(1))).isEmpty();
    assertThat(all("select coalesce(after ->> 'ends_on', '长期') from registry_history where table_name = 'recusal'"
        + " order by id desc limit 2")).containsExactly("2024-03-20", "长期");
  }

  @Test
  @Clause("三-10")
  @DisplayName("别的部门、领导小组办公室和无关的人看不到回避名单，也打不开变更的表单；纪检监察只看")
  void othersStayOutside() {
    jdbc.sql("""
        insert into recusal (inspector, object_no, reason, origin, starts_on, note, filed_at, filed_by)
        values ('ZF-gaj01', '140826:A001', 'KINSHIP', 'DECLARED', '2024-03-01', '示例说明', now(), 'gajStaff1')""").update();
    String form = FORM + "&no=" + encoded("ZF-gaj01|" + HOTEL);

    for (String user : List.of("bgsStaff1", "nobody1")) {
      assertThat(signIn(user).get(PAGE).statusCode()).as(user).isEqualTo(422);
      assertThat(signIn(user).get(PAGE).body()).as(user).contains("回避名单只供").doesNotContain("亲属关系");
    }
    assertThat(signIn("xfdStaff1").get(PAGE).body()).contains("没有登记回避").doesNotContain("示例说明", "示例gaj01");
    for (String user : List.of("xfdStaff1", "bgsStaff1", "jjjcStaff1", "gaj01", "gaj02", "nobody1")) {
      assertThat(signIn(user).get(form).statusCode()).as(user).isEqualTo(422);
      assertThat(signIn(user).get(form).body()).as(user).doesNotContain("示例说明");
    }
    assertThat(signIn("jjjcStaff1").get(PAGE).body()).contains("亲属关系", "：示例说明").doesNotContain("变更或结束");
    assertThat(signIn("gajReviewer1").get(form).body()).contains("示例说明");
    assertThat(signIn("jjjcStaff1").get(PAGE + "/export.csv").body()).contains("ZF-gaj01", "示例说明");
    for (String user : List.of("xfdStaff1", "bgsStaff1", "gaj02", "nobody1")) {
      assertThat(signIn(user).get(PAGE + "/export.csv").body()).as(user).doesNotContain("ZF-gaj01", "示例说明");
    }
    assertThat(anonymous("GET", PAGE).statusCode()).isEqualTo(401);
    assertThat(anonymous("POST", PAGE).statusCode()).isIn(401, 403);
  }

  @Test
  @Clause("三-10")
  @DisplayName("申报前按名称、代码或注册号查找检查对象，从找到的里面选；没有找到、字太少、太多的，写明怎么办")
  void theObjectIsLookedFor() {
    Session himself = signIn("gaj01");
    String choice = "type=\"radio\" name=\"统一社会信用代码\"";
    assertThat(himself.get(PAGE).body()).contains("先查找检查对象").doesNotContain(choice, "提交审批");

    assertThat(himself.get(PAGE + "?q=" + encoded("旅馆A00")).body())
        .contains(choice, "value=\"140826:A001\"", "value=\"140826:A002\"", "示例旅馆A002", "提交审批").doesNotContain("checked");
    for (String only : List.of("示例旅馆A002", "A002")) {
      assertThat(himself.get(PAGE + "?q=" + encoded(only)).body()).as(only).contains("value=\"140826:A002\"", "checked=\"checked\"")
          .doesNotContain("value=\"140826:A001\"");
    }
    assertThat(himself.get(PAGE + "?q=" + encoded("无此店名")).body()).contains("没有找到这户检查对象").doesNotContain(choice);
    assertThat(himself.get(PAGE + "?q=" + encoded("旅")).body()).contains("至少输入两个字").doesNotContain(choice);
    assertThat(himself.get(PAGE + "?q=" + encoded("<b>甲乙")).body()).contains("value=\"&lt;b&gt;甲乙\"").doesNotContain("<b>甲乙");
    county.hotels(25, 0, 0, 0);
    assertThat(himself.get(PAGE + "?q=" + encoded("旅馆")).body()).contains("只列前 20 户", "value=\"140826:A020\"")
        .doesNotContain("value=\"140826:A021\"");
    assertThat(signIn("gajStaff1").get(PAGE + "?q=" + encoded("旅馆")).body()).as("declares nothing himself").doesNotContain(choice);
  }

  @Test
  @DisplayName("导出的名单可以照样再导入，什么也不变；像公式的说明不会运行")
  void theListComesBack() throws IOException {
    jdbc.sql("""
        insert into recusal (inspector, object_no, reason, origin, starts_on, ends_on, note, filed_at, filed_by) values
        ('ZF-gaj01', '140826:A001', 'KINSHIP', 'DECLARED', '2024-03-01', null, '=1+1', now(), 'gajStaff1'),
        ('ZF-gaj02', '140826:A002', 'DECLARED', 'ORDERED', '2024-03-02', '2025-01-31', null, now(), 'gajStaff1')""").update();

    HttpResponse<String> file = signIn("gajStaff1").get(PAGE + "/export.csv");

    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("2024-03-20.csv");
    assertThat(file.body()).startsWith("\uFEFF执法证号,统一社会信用代码,回避事由").contains("'=1+1", ",长期,", "示例旅馆A001")
        .doesNotContain(",=1");
    long id = changes.propose(new Proposal(ChangeKind.RECUSALS, "gaj", "回避名单.csv", "示例", false),
        new ByteArrayInputStream(file.body().getBytes(StandardCharsets.UTF_8)), List.of("gaj"),
        new Actor("gajStaff1", "示例经办", Set.of("gaj")));
    assertThat(changes.read(id)).isFalse();
    assertThat(changes.get(id).counts().rowsRead()).isEqualTo(2);
    assertThat(changes.get(id).refusal()).isEqualTo("文件与名录现状一致，没有要变更的内容。");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
