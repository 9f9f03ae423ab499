package cn.jointinspection.publicsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.when;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.CheckReport;
import cn.jointinspection.inspection.CheckRows;
import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.Page;
import cn.jointinspection.publicsite.PublicSiteRefused.OnlyApprovedResultsArePublished;
import cn.jointinspection.registry.Departments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@Import({Disclosures.class, DisclosureTable.class, Departments.class})
@DisplayName("公示（第三、五条）：谁检查、谁录入、谁公开")
class DisclosuresTest {

  private static final long[] CHECK = new long[8];

  @Autowired private JdbcClient jdbc;
  @Autowired private Disclosures disclosures;
  @MockitoBean private DepartmentChecks checks;

  @BeforeEach
  void nothingIsPublished() {
    jdbc.sql("truncate disclosure").update();
    for (int n = 1; n < CHECK.length; n++) {
      CHECK[n] = CheckRows.of(jdbc, n, "gaj");
      when(checks.report(CHECK[n])).thenReturn(CheckRows.report(CHECK[n], n, "gaj", "公安局"));
    }
  }

  @Test
  @Clause({"三-14", "三-16"})
  @DisplayName("公示的是当时的抄本：以后别处再改，公示内容不变")
  void publishesACopy() {
    long id = disclosures.publish(CHECK[1]);
    when(checks.report(CHECK[1])).thenReturn(CheckRows.report(CHECK[1], 2, "xfd", "消防队"));

    assertThat(disclosures.publish(CHECK[1])).isEqualTo(id);
    Disclosure disclosure = disclosures.find(id).orElseThrow();
    assertThat(disclosure.subject().objectName()).isEqualTo(CheckRows.name(1));
    assertThat(disclosure.body().departmentName()).isEqualTo("公安局");
    assertThat(disclosure.check().matters()).hasSize(2);
    assertThat(disclosure.check().method()).isEqualTo("实地检查");
    assertThat(disclosure.check().checkedOn()).isEqualTo("2024-05-06");
    assertThat(disclosure.results()).containsExactly(new Disclosure.Result("NO_PROBLEM", "未发现问题", null));
    assertThat(disclosure.publishedAt()).isEqualTo("2024-03-20T09:00:00+08:00");
  }

  @Test
  @DisplayName("同时公示同一检查，也只有一条公示")
  void exactlyOneForEachCheck() {
    List<Long> ids = Stream.generate(() -> CompletableFuture.supplyAsync(() -> disclosures.publish(CHECK[1])))
        .limit(8).toList().stream().map(CompletableFuture::join).toList();

    assertThat(ids).hasSize(8).containsOnly(ids.get(0));
    assertThat(disclosures.search(null, 1, 20).total()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(value = CheckStatus.class, names = "APPROVED", mode = EnumSource.Mode.EXCLUDE)
  @Clause("五-10")
  @DisplayName("未经审核通过的结果不公示，也读不到")
  void refusesWhatIsNotApproved(CheckStatus status) {
    when(checks.report(CHECK[1])).thenReturn(
        CheckRows.report(CHECK[1], 1, "gaj", "公安局", status, List.of(), List.of()));

    assertThatExceptionOfType(OnlyApprovedResultsArePublished.class).isThrownBy(() -> disclosures.publish(CHECK[1]))
        .withMessageContainingAll("公安局", CheckRows.name(1), status.text());
    assertThat(disclosures.search(null, 1, 20).total()).isZero();
  }

  @Test
  @DisplayName("已公示的内容在数据库中不能修改、不能删除")
  void isFinal() {
    disclosures.publish(CHECK[1]);

    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> jdbc.sql("update disclosure set statement = '改'").update());
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> jdbc.sql("delete from disclosure").update());
  }

  @Test
  @DisplayName("后续处理公开去向和“其他”的内容，部门之间的内部说明不公开")
  void keepsInternalNotesInternal() {
    List<CheckReport.FollowUp> followUps = List.of(
        new CheckReport.FollowUp("REFER", "抄告相关部门", "内部线索", "scjgj"),
        new CheckReport.FollowUp("OTHER", "其他", "约谈", null));
    when(checks.report(CHECK[1])).thenReturn(CheckRows.report(CHECK[1], 1, "gaj", "公安局", CheckStatus.APPROVED,
        List.of(new CheckReport.Result("OTHER_VIOLATION", "违反其他规定", "登记簿填写不全")), followUps));

    Disclosure disclosure = disclosures.find(disclosures.publish(CHECK[1])).orElseThrow();

    assertThat(disclosure.followUps()).extracting(Disclosure.FollowUp::words)
        .containsExactly("抄告相关部门（市场监管局）", "其他：约谈");
    assertThat(disclosure.results()).extracting(Disclosure.Result::words).containsExactly("违反其他规定：登记簿填写不全");
  }

  @ParameterizedTest(name = "“{0}”找到{1}条")
  @CsvSource(nullValues = "null", value = {"null,7", "'  ',7", "第3旅馆,1", "旅馆,7", "91140826EX0000002X,1", "91140826ex,7",
      "0000002X,0", "示例编号-00004,1", "%,0", "_,0", "第%旅馆,0", "\\,0", "' 第3旅馆 ',1"})
  @DisplayName("按名称的一部分，或信用代码、编号的开头查询；通配符只是普通字符")
  void searches(String typed, int found) {
    publishAll();

    assertThat(disclosures.search(typed, 1, 20).total()).isEqualTo(found);
    assertThat(disclosures.walk(typed, null, 20)).hasSize(found);
  }

  @Test
  @DisplayName("查询内容含空字符也不出错")
  void searchesWithoutControlCharacters() {
    assertThat(disclosures.search("示例\u0000\n", 1, 20).total()).isZero();
  }

  @Test
  @DisplayName("新公示的在前，逐页不重不漏；翻页途中新增公示也不影响接着往下取")
  void pages() {
    publishAll();
    Page<Disclosure> second = disclosures.search(null, 2, 3);
    assertThat(second.items()).extracting(one -> one.subject().objectName())
        .containsExactly(CheckRows.name(4), CheckRows.name(3), CheckRows.name(2));
    assertThat(second.pages()).isEqualTo(3);
    assertThat(second.first()).isFalse();
    assertThat(second.last()).isFalse();
    assertThat(disclosures.search(null, 3, 3).last()).isTrue();
    assertThat(disclosures.latest(2)).extracting(one -> one.subject().objectName())
        .containsExactly(CheckRows.name(7), CheckRows.name(6));

    List<String> seen = new ArrayList<>();
    List<Disclosure> batch = disclosures.walk(null, null, 3);
    long extra = CheckRows.of(jdbc, 1, "xfd");
    when(checks.report(extra)).thenReturn(CheckRows.report(extra, 1, "xfd", "消防队"));
    disclosures.publish(extra);
    while (!batch.isEmpty()) {
      batch.forEach(d -> seen.add(d.subject().objectName()));
      batch = disclosures.walk(null, batch.get(batch.size() - 1).id(), 3);
    }
    assertThat(seen).containsExactlyElementsOf(IntStream.of(7, 6, 5, 4, 3, 2, 1).mapToObj(CheckRows::name).toList());
  }

  @Test
  @DisplayName("表格带BOM，中文表头，一行一条")
  void writesATable() throws IOException {
    publishAll();
    var out = new ByteArrayOutputStream();

    new DisclosureCsv(disclosures).write("第3旅馆", out);

    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF公示编号,抽查任务编号");
    assertThat(text.lines()).hasSize(2);
    assertThat(text).contains(CheckRows.name(3), "2024-03-20 09:00:00", "旅馆业治安管理情况的检查；消防安全情况的检查");
  }

  private void publishAll() {
    for (int n = 1; n < CHECK.length; n++) {
      disclosures.publish(CHECK[n]);
    }
  }
}
