package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.RegistryRefused.RegistryFileRefused;
import cn.jointinspection.registry.RegistryRefused.RosterUploadGone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("导入人员名册：先看会变动什么，错处一次列全，整份收或整份退")
@RegistryTest
class RosterFileReaderTest {

  private static final String HEAD = "姓名,部门,角色,执法证号,电子邮箱,账号\n";

  @Autowired RosterFileReader reader;
  @Autowired RosterUploads uploads;
  @Autowired People people;

  @BeforeEach
  void somebody() {
    people.put(List.of(
        new Person("gaj001", "示例甲", "gaj", Set.of(Role.CLERK), null, "a@example.cn", true, 0),
        new Person("gaj002", "示例乙", "gaj", Set.of(Role.INSPECTOR), "14082608002", null, true, 0),
        new Person("gaj003", "示例丙", "gaj", Set.of(Role.CLERK), null, null, true, 0),
        new Person("gaj004", "示例丙", "gaj", Set.of(Role.REVIEWER), null, null, true, 0),
        new Person("gaj005", "示例丁", "gaj", Set.of(Role.CLERK), null, null, false, 0)), REGISTRAR);
  }

  private Roster read(String rows) {
    return reader.read((HEAD + rows).getBytes(StandardCharsets.UTF_8), "名册.csv");
  }

  @Test
  @DisplayName("新人编排账号，认得部门别名、全角数字和角色的其他叫法；已有的按账号、执法证号、姓名和部门对上")
  void readsAndMatches() {
    Roster roster = read("""
        示例戊,县公安局,经办人、审核,,,
        示例己,绛县消防队,执法检查人员,１４０８２６０７００１,b@example.cn,
        示例庚,公安局,登记员,,,gaj007
        示例辛,公安局,经办,,,
        示例甲,公安局,经办、审核,,,
        示例乙改名,公安局,检查人员,14082608002,,
        示例丙,公安局,经办,,,gaj003
        示例丁,公安局,经办,,,gaj005
        """);

    assertThat(roster.unchanged()).isEqualTo(1);
    assertThat(roster.added()).isEqualTo(4);
    assertThat(roster.changes()).extracting(change -> change.now().account() + " " + change.now().name() + " "
            + change.now().department() + " " + change.now().rolesText())
        .containsExactly("gaj006 示例戊 gaj 经办、审核", "xfd001 示例己 xfd 检查人员", "gaj007 示例庚 gaj 登记员",
            "gaj008 示例辛 gaj 经办", "gaj001 示例甲 gaj 经办、审核", "gaj002 示例乙改名 gaj 检查人员", "gaj005 示例丁 gaj 经办");
    assertThat(roster.changes().get(1).now().certificateNo()).isEqualTo("14082607001");
    assertThat(roster.changes().get(4).now().email()).isEqualTo("a@example.cn");
    assertThat(roster.changes().get(6).before().inForce()).isFalse();
    assertThat(people.find("gaj006")).isEmpty();
  }

  @Test
  @DisplayName("错处写明行、列、现值和应当怎样，一次列全；什么也没有存")
  void listsEverythingThatIsWrong() {
    assertThatThrownBy(() -> read("""
        ,公安局,经办,,,
        示例一,没有的局,经办,,,
        示例二,公安局,局长,,,
        示例三,公安局,检查人员,,,
        示例四,领导小组办公室,检查人员,14082600001,,
        示例五,公安局,经办,,没有邮箱,
        示例六,公安局,经办,,,王六
        示例丙,公安局,经办,,,
        示例甲,消防队,经办,,,gaj001
        示例七,公安局,经办,,,gaj100
        示例八,公安局,经办,,,gaj100
        示例九,公安局,检查人员,14082608002,,gaj009
        示例十,公安局,经办,,,
        示例十,公安局,审核,,,
        以上共十四人，请核对,,,,,
        """)).isInstanceOfSatisfying(RegistryFileRefused.class, refused -> {
          assertThat(refused).hasMessageContaining("“名册.csv”未导入");
          assertThat(refused.problems()).extracting(problem -> problem.row() + " " + problem.column())
              .containsExactly("2 姓名", "3 部门", "4 角色", "4 角色", "5 执法证号", "6 角色", "7 电子邮箱", "8 账号", "9 账号",
                  "10 部门", "12 姓名", "13 执法证号", "15 姓名", "16 姓名");
          assertThat(refused.problems().get(1).toString()).contains("第 3 行“部门”列现为“没有的局”，应为一个部门的名称或别名");
          assertThat(refused.problems().get(8).expected()).contains("gaj003、gaj004");
          assertThat(refused.problems().get(9).expected()).contains("调动请在该人员的页面办理");
        });
    assertThat(people.search(new PersonQuery(null, null, null, null), 1, 50).total()).isEqualTo(5);
  }

  @Test
  @DisplayName("GB18030 的文本和 Excel 文件一样读；缺列的说明缺哪一列")
  void readsWhatOfficesWrite() throws IOException {
    byte[] older = "姓名,部门,角色\n示例戊,公安局,经办\n".getBytes(Charset.forName("GB18030"));
    assertThat(reader.read(older, "名册.csv").added()).isEqualTo(1);
    var out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("名册");
      sheet.value(0, 0, "某县人员名册");
      List<List<String>> rows = List.of(List.of("角色", "姓名", "部门"), List.of("审核", "示例戊", "公安局"));
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < 3; column++) {
          sheet.value(row + 1, column, rows.get(row).get(column));
        }
      }
    }
    assertThat(reader.read(out.toByteArray(), "名册.xlsx").changes()).singleElement()
        .satisfies(change -> assertThat(change.now().is(Role.REVIEWER)).isTrue());
    assertThatThrownBy(() -> reader.read("姓名,部门\n示例戊,公安局\n".getBytes(StandardCharsets.UTF_8), "名册.csv"))
        .hasMessageContaining("缺少列：角色");
  }

  @Test
  @DisplayName("看到什么就存什么：只存一次，其间名册变了就重新核对")
  void takesWhatWasSeen() {
    byte[] file = (HEAD + "示例戊,公安局,经办,,,\n示例甲,公安局,审核,,,\n").getBytes(StandardCharsets.UTF_8);
    long id = uploads.keep(file, "名册.csv", REGISTRAR);
    String seen = uploads.read(uploads.get(id)).fingerprint();
    people.save(people.get("gaj001").inForce(false), REGISTRAR);
    assertThatThrownBy(() -> uploads.take(id, seen, REGISTRAR)).isInstanceOf(ChangedMeanwhile.class);
    assertThat(people.find("gaj006")).isEmpty();

    people.save(people.get("gaj001").inForce(true), REGISTRAR);
    String again = uploads.read(uploads.get(id)).fingerprint();
    assertThat(again).isNotEqualTo(seen);
    assertThat(uploads.take(id, again, REGISTRAR).added()).isEqualTo(1);

    assertThat(people.get("gaj001").rolesText()).isEqualTo("审核");
    assertThat(people.get("gaj006").name()).isEqualTo("示例戊");
    assertThatThrownBy(() -> uploads.take(id, again, REGISTRAR)).isInstanceOf(RosterUploadGone.class);
    assertThatThrownBy(() -> uploads.get(999)).isInstanceOf(RosterUploadGone.class);
  }
}
