package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.HOTELS;
import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static cn.jointinspection.registry.Fixtures.hotel;
import static cn.jointinspection.registry.Fixtures.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.sheet.TableWriter;
import cn.jointinspection.registry.RegistryRefused.TooManyToExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("名录的导出：导出的文件可以再导入")
@RegistryTest
class RegistryExportTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);
  private static final InspectorQuery ALL = new InspectorQuery(null, null, null, null, null, TODAY);

  @Autowired InspectionObjects objects;
  @Autowired Inspectors inspectors;
  @Autowired ObjectSearch search;
  @Autowired InspectorSearch inspectorSearch;
  @Autowired Departments departments;
  @Autowired RegistryExport export;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "csv"})
  @DisplayName("检查对象：每一栏都读回来，像公式的也不走样，再存一遍什么也没有变")
  void objectsComeBack(String kind) throws IOException {
    List<ObjectDraft> drafts = List.of(
        numbered("LG-1", RiskClass.C), numbered("LG-2", null),
        new ObjectDraft("91140826EX0000001X", "=1+示例", "91140826EX0000001X", null, "@企业", "-示例路1号", "+86 355 1",
            RiskClass.D, ObjectStatus.MOVED_OUT, Set.of(HOTELS, "本辖区中小学")),
        new ObjectDraft("140826:民〔2020〕1号", "示例“园”,\"a\"", null, "民〔2020〕1号", "学校", "", null, RiskClass.A,
            ObjectStatus.REVOKED, Set.of("本辖区中小学")));
    objects.put(drafts, REGISTRAR);

    byte[] file = file(kind, table -> export.write(ObjectQuery.all(), table));

    List<ObjectDraft> read = RowFiles.objects(file, "导出." + kind, "140826");
    assertThat(read).containsExactlyInAnyOrderElementsOf(drafts);
    assertThat(objects.put(read, REGISTRAR)).isEqualTo(new PutOutcome(0, 0));
    if (kind.equals("csv")) {
      assertThat(new String(file, StandardCharsets.UTF_8)).startsWith("\uFEFF检查对象名称,统一社会信用代码")
          .contains("'=1+示例", "'@企业", "'-示例路1号", "'+86 355 1").doesNotContain(",=1", ",@企业", "\n=1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "csv"})
  @DisplayName("检查人员：每一栏都读回来")
  void inspectorsComeBack(String kind) throws IOException {
    inspectors.put(List.of(inspector("14082601", "gaj", LocalDate.of(2025, 12, 31), "特种设备", "食品"),
        new Inspector("14082602", "示例离岗", "xfd", null, LocalDate.of(2024, 1, 1), List.of(),
            List.of("示例事项一", "示例、事项二"), false, 0)), REGISTRAR);

    byte[] file = file(kind, table -> export.write(ALL, table));

    List<Inspector> read = RowFiles.inspectors(file, "导出." + kind, departments);
    assertThat(read).hasSize(2);
    assertThat(inspectors.put(read, REGISTRAR)).isEqualTo(new PutOutcome(0, 0));
  }

  @Test
  @DisplayName("只导出查到的；一段接一段，一户不漏")
  void whatIsFoundAndNothingElse() throws IOException {
    jdbc.sql("""
        insert into inspection_object (object_no, name, registration_no, category, updated_at)
        select '140826:M' || g, '很多示例' || g, 'M' || g, '示例', now() from generate_series(1, 4500) g""").update();
    objects.put(List.of(hotel(1, RiskClass.C)), REGISTRAR);

    String csv = new String(file("csv", table -> export.write(new ObjectQuery("很多示例", null, null, null, null), table)),
        StandardCharsets.UTF_8);

    assertThat(csv.lines().skip(1)).hasSize(4_500).doesNotHaveDuplicates().allMatch(line -> line.contains("很多示例"));
  }

  @Test
  @DisplayName("一个文件放不下的不导出一半，说明怎样分几次")
  void nothingIsLeftOutSilently() {
    objects.put(List.of(hotel(1, RiskClass.C), hotel(2, RiskClass.C), hotel(3, null)), REGISTRAR);
    RegistryExport small = new RegistryExport(search, objects, inspectorSearch, inspectors, departments, 2);

    assertThatThrownBy(() -> small.checkSize(ObjectQuery.all())).isInstanceOf(TooManyToExport.class)
        .hasMessageContaining("超过 2 户").hasMessageContaining("分几次");
    small.checkSize(new ObjectQuery(null, null, ObjectQuery.Risk.C, null, null));
  }

  /** A registration number as files hold it. */
  private static ObjectDraft numbered(String number, RiskClass risk) {
    return new ObjectDraft("140826:" + number, "示例旅馆" + number, null, number, "企业", "示例镇示例路1号", null, risk,
        ObjectStatus.IN_FORCE, Set.of(HOTELS));
  }

  private interface Rows {
    void to(TableWriter table) throws IOException;
  }

  private static byte[] file(String kind, Rows rows) throws IOException {
    var out = new ByteArrayOutputStream();
    try (TableWriter table = kind.equals("csv") ? TableWriter.csv(out) : TableWriter.xlsx(out, "示例")) {
      rows.to(table);
    }
    return out.toByteArray();
  }
}
