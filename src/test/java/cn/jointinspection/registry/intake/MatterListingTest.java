package cn.jointinspection.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.sheet.TableWriter;
import cn.jointinspection.registry.AnswerKind;
import cn.jointinspection.registry.CheckPoint;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Matter;
import cn.jointinspection.registry.MatterLists;
import cn.jointinspection.registry.MatterRows;
import cn.jointinspection.registry.intake.RegistryChange.Counts;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;

@DisplayName("抽查事项清单的文件：要点、比对、版本（一-1）")
@DatabaseTest
@Import(MatterListingTest.Beans.class)
@TestPropertySource(properties = "joint-inspection.division.code=140826")
@Sql(statements = "truncate inspection_item, registry_change, registry_change_row, registry_history cascade")
class MatterListingTest {

  private static final Actor CLERK = new Actor("gajStaff1", "示例经办", Set.of("gaj"));
  private static final Actor REVIEWER = new Actor("gajReviewer1", "示例审核", Set.of("gajReview"));
  private static final String HEADS =
      "抽查事项,抽查类别,检查对象,检查依据,检查方式,抽查比例,抽查频次,状态,检查要点,要点依据,回答方式,计量单位\n";
  private static final String HOTELS = "旅馆检查,治安管理,各类旅馆,示例办法,现场检查；网上检查,不低于30％,1次／年,在用,";
  private static final String LIST = HEADS + HOTELS + "住宿登记与在店人员一致,示例办法第六条,,\n"
      + ",,,,,,,,前台值守人数,,数值,人\n,,,,,,,,监控保存情况,,文字,\n保安检查,,,,,,,,,,,\n";

  @ComponentScan(basePackageClasses = Departments.class)
  static class Beans {}

  @Autowired RegistryChanges changes;
  @Autowired MatterLists lists;
  @Autowired MatterVersions versions;

  private long propose(boolean goodRowsOnly, String fileName, byte[] file) throws IOException {
    long id = changes.propose(new Proposal(ChangeKind.MATTERS, "gaj", fileName, "示例理由", goodRowsOnly),
        new ByteArrayInputStream(file), List.of("gaj"), CLERK);
    changes.read(id);
    return id;
  }

  private long read(boolean goodRowsOnly, String csv) throws IOException {
    return propose(goodRowsOnly, "清单.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private long approved(long id) {
    assertThat(changes.get(id).refusal()).as(() -> changes.problems(id, 1, 9).items().toString()).isNull();
    changes.decide(id, true, null, REVIEWER);
    assertThat(changes.putInForce(id)).isTrue();
    return id;
  }

  private Counts inForce(String csv) throws IOException {
    return changes.get(approved(read(false, csv))).counts();
  }

  private List<CheckPoint> hotelPoints() {
    return lists.of("gaj", List.of("旅馆检查")).get(0).points();
  }

  private static Counts counts(int rows, int added, int changed, int removed, int unchanged) {
    return new Counts(rows, 0, added, changed, removed, unchanged);
  }

  @Test
  @Clause("一-1")
  @DisplayName("事项写明类别、对象、依据、方式、比例、频次，要点按顺序，各有依据和回答方式；没有要点的事项也可以")
  void listsSayItAll() throws IOException {
    assertThat(inForce(LIST)).isEqualTo(counts(4, 2 + 3, 0, 0, 0));

    assertThat(lists.of("gaj")).extracting(Matter::name).containsExactly("旅馆检查", "保安检查");
    Matter hotels = lists.of("gaj").get(0);
    assertThat(List.of(hotels.category(), hotels.objects(), hotels.basis(), hotels.methods(), hotels.ratio(),
        hotels.frequency())).containsExactly("治安管理", "各类旅馆", "示例办法", "实地检查、网络检查", "不低于30%", "1次/年");
    assertThat(hotels.points()).extracting(CheckPoint::text).containsExactly("住宿登记与在店人员一致", "前台值守人数", "监控保存情况");
    assertThat(hotels.points()).extracting(CheckPoint::answer)
        .containsExactly(AnswerKind.CONFORMITY, AnswerKind.NUMBER, AnswerKind.WORDS);
    assertThat(hotels.points().get(0).basis()).isEqualTo("示例办法第六条");
    assertThat(hotels.points().get(1).unit()).isEqualTo("人");
    assertThat(lists.of("gaj").get(1).points()).isEmpty();
  }

  @Test
  @DisplayName("要点增、删、换序：逐条比对，用文字说明；同一要点的编号历版不变")
  void pointsAreCompared() throws IOException {
    inForce(LIST);
    List<CheckPoint> before = hotelPoints();

    long change = read(false, "抽查事项,抽查比例,检查要点,回答方式,计量单位\n"
        + "旅馆检查,不低于50%,前台值守人数,,\n,,住宿登记与在店人员一致,,\n,,安全出口数量,数值,个\n");
    assertThat(changes.get(change).counts()).isEqualTo(counts(3, 1, 3, 1, 0));
    assertThat(changes.samples(changes.get(change), Effect.CHANGED, 9)).extracting(Sample::title, Sample::fields).contains(
        org.assertj.core.groups.Tuple.tuple("旅馆检查", List.of(new Sample.Field("抽查比例", "不低于30%", "不低于50%"))),
        org.assertj.core.groups.Tuple.tuple("旅馆检查　要点：前台值守人数", List.of(new Sample.Field("要点序号", "2", "1"))));
    assertThat(changes.samples(changes.get(change), Effect.ADDED, 9)).singleElement().satisfies(added -> {
      assertThat(added.title()).isEqualTo("旅馆检查　要点：安全出口数量");
      assertThat(added.fields()).contains(new Sample.Field("回答方式", null, "数值"), new Sample.Field("计量单位", null, "个"));
    });
    assertThat(changes.samples(changes.get(change), Effect.REMOVED, 9)).singleElement().satisfies(removed -> {
      assertThat(removed.title()).isEqualTo("旅馆检查　要点：监控保存情况");
      assertThat(removed.fields()).containsExactly(new Sample.Field("状态", "在用", "停用"));
    });
    approved(change);

    List<CheckPoint> after = hotelPoints();
    assertThat(after).extracting(CheckPoint::text).containsExactly("前台值守人数", "住宿登记与在店人员一致", "安全出口数量");
    assertThat(after.get(0).id()).isEqualTo(before.get(1).id());
    assertThat(after.get(1)).isEqualTo(new CheckPoint(before.get(0).id(), 2, "住宿登记与在店人员一致", "示例办法第六条",
        AnswerKind.CONFORMITY, null));
    inForce(LIST);
    assertThat(hotelPoints()).as("what comes back is what it was").isEqualTo(before);
  }

  @Test
  @DisplayName("只有“抽查事项”一列的老文件照样能用，原有要点和各栏不动；要点写“无”才清空")
  void filesWithoutPoints() throws IOException {
    inForce(LIST);
    assertThat(changes.get(read(false, "抽查事项\n旅馆检查\n保安检查\n")).refusal()).contains("与名录现状一致");

    assertThat(inForce("抽查事项,检查要点\n旅馆检查,无\n")).isEqualTo(counts(1, 0, 0, 3, 1));
    assertThat(hotelPoints()).isEmpty();
  }

  @Test
  @Clause("一-1")
  @DisplayName("每次生效的变更是清单的一个新版本：编号、日期、变更号、何人、理由；任何一版都能看")
  void versions() throws IOException {
    inForce(LIST);
    long second = approved(read(false, "抽查事项,抽查比例,检查要点\n旅馆检查,50%,前台值守人数\n保安检查,,\n"));
    long refused = read(false, "抽查事项,状态\n旅馆检查,在用了\n");
    assertThat(changes.get(refused).status()).isEqualTo(ChangeStatus.REFUSED);
    long third = approved(read(false, "抽查事项,状态\n旅馆检查,停用\n"));

    List<MatterVersion> all = versions.of("gaj");
    assertThat(all).extracting(MatterVersion::number).containsExactly(3, 2, 1);
    assertThat(all.get(1).change()).isEqualTo(second);
    assertThat(all.get(1).changeNumber()).isEqualTo("RG-" + second);
    assertThat(List.of(all.get(1).proposedBy(), all.get(1).approvedBy(), all.get(1).reason()))
        .containsExactly("示例经办", "示例审核", "示例理由");
    assertThat(versions.newest()).containsExactly(all.get(0));
    assertThat(versions.of("scjgj")).isEmpty();

    assertThat(lists.asLeftBy(third, "gaj")).isEqualTo(lists.of("gaj")).extracting(Matter::name).containsExactly("保安检查");
    Matter then = lists.asLeftBy(second, "gaj").get(0);
    assertThat(then.ratio()).isEqualTo("50%");
    assertThat(then.points()).extracting(CheckPoint::text).containsExactly("前台值守人数");
    assertThat(lists.asLeftBy(all.get(2).change(), "gaj").get(0).points()).hasSize(3);
    assertThat(lists.asLeftBy(all.get(2).change(), "scjgj")).isEmpty();
  }

  @Test
  @DisplayName("合并单元格和逐行重复的事项一样认；导出的表格原样再导入，什么也不变")
  void mergedAndExported() throws IOException {
    ByteArrayOutputStream merged = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(merged, "joint-inspection", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("清单");
      String[] heads = {"抽查事项", "检查要点", "计量单位"};
      String[][] rows = {heads, {"旅馆检查", "=前台人数", "人"}, {"", "登记一致", ""}, {"", "通道畅通", ""}};
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < heads.length; column++) {
          if (!rows[row][column].isEmpty()) {
            sheet.value(row, column, rows[row][column]);
          }
        }
      }
      sheet.range(1, 0, 3, 0).merge();
    }
    approved(propose(false, "清单.xlsx", merged.toByteArray()));
    assertThat(hotelPoints()).extracting(CheckPoint::text).containsExactly("=前台人数", "登记一致", "通道畅通");
    inForce(HEADS + "保安检查,类别,对象,依据,书面检查,100%,2次/年,,,,,\n");

    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
    try (TableWriter table = TableWriter.csv(csv); TableWriter book = TableWriter.xlsx(xlsx, "清单")) {
      MatterRows.write(lists.of("gaj"), table);
      MatterRows.write(lists.of("gaj"), book);
    }
    assertThat(changes.get(propose(false, "清单.csv", csv.toByteArray())).refusal()).contains("与名录现状一致");
    assertThat(changes.get(propose(false, "清单.xlsx", xlsx.toByteArray())).refusal()).contains("与名录现状一致");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "旅馆检查,,,,望闻问切,,,,要点,,,|检查方式|实地检查、书面检查、网络检查",
      "旅馆检查,,,,,0.3,,,要点,,,|抽查比例|百分号",
      "旅馆检查,,,,,,1,,要点,,,|抽查频次|1次/年",
      "旅馆检查,,,,,,,暂停,要点,,,|状态|在用或停用",
      "旅馆检查,,,,,,,,要点,,打分,|回答方式|符合/不符合/不适用、数值、文字",
      "旅馆检查,,,,,,,,要点,,数值,|计量单位|数值的计量单位",
      "旅馆检查,,,,,,,,要点,,文字,米|计量单位|只有数值才有计量单位",
      "旅馆检查,,,,,,,,,示例办法,,|要点依据|写明要点",
      ",,,,,,,,要点,,,|抽查事项|文字"})
  @DisplayName("不合规的单元格：写明哪一列、应为什么，清单没有任何更改")
  void faults(String row, String column, String remedy) throws IOException {
    long id = read(false, HEADS + row + "\n");

    assertThat(changes.problems(id, 1, 9).items()).singleElement().satisfies(problem -> {
      assertThat(problem.row()).isEqualTo(2);
      assertThat(problem.column()).isEqualTo(column);
      assertThat(problem.expected()).contains(remedy);
    });
    assertThat(lists.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"旅馆检查,,,,,,,,,,,", "旅馆检查,,,,,不低于40%,,,新要点,,,", ",,,,,,,,住宿登记与在店人员一致,,,",
      ",,,,,,,,无,,,"})
  @DisplayName("同一事项的下一行：没有要点、比例不同、要点重复、又写“无”，都说明与第几行有关")
  void rowsBelow(String row) throws IOException {
    long id = read(false, HEADS + HOTELS + "住宿登记与在店人员一致,,,\n" + row + "\n");

    assertThat(changes.problems(id, 1, 9).items()).singleElement().satisfies(p -> assertThat(p.row()).isEqualTo(3));
  }

  @Test
  @DisplayName("只采用没有问题的行：要点没读全的清单不停用任何要点；事项有误的，它的要点不采用")
  void goodRowsOnly() throws IOException {
    inForce(LIST);
    approved(read(true, "抽查事项,抽查比例,检查要点,回答方式\n旅馆检查,,新要点,\n,,坏要点,打分\n学校检查,0.3,要点甲,\n,,要点乙,\n"));

    assertThat(hotelPoints()).extracting(CheckPoint::text)
        .containsExactlyInAnyOrder("住宿登记与在店人员一致", "新要点", "前台值守人数", "监控保存情况");
    assertThat(lists.of("gaj")).extracting(Matter::name).doesNotContain("学校检查");
    long id = versions.newest().get(0).change();
    assertThat(changes.problems(id, 1, 9).items()).extracting(p -> p.row()).containsExactly(3, 4, 5);
  }

  @Test
  @DisplayName("按文字查：事项、对象、依据和要点里的都找得到")
  void search() throws IOException {
    inForce(LIST);

    assertThat(lists.search("监控保存")).extracting(Matter::name).containsExactly("旅馆检查");
    assertThat(lists.search("第六条")).hasSize(1);
    assertThat(lists.search("检查")).hasSize(2);
    assertThat(lists.search("%")).isEmpty();
  }
}
