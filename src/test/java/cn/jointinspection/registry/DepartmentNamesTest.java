package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("部门的各种叫法")
@RegistryTest
class DepartmentNamesTest {

  @Autowired Departments departments;
  private DepartmentNames names;

  @BeforeEach
  void asShipped() {
    names = departments.names();
  }

  @ParameterizedTest(name = "{0}是{1}")
  @DisplayName("印发的名称、全称、简称，前面带不带县名都认得")
  @CsvSource({
      "文旅局, wlj", "文化和旅游局, wlj", "县文化和旅游局, wlj", "绛县文旅局, wlj", "县文旅局, wlj", "绛县文化和旅游局, wlj",
      "山西省运城市绛县文化和旅游局, wlj", "运城市绛县公安局, gaj", "本县公安局, gaj", "市场监督管理局, scjgj", "县市场监管局, scjgj",
      "绛县市场监督管理局, scjgj", "市监局, scjgj", "生态环境局, hbj", "运城市生态环境局绛县分局, hbj", "市生态环境局绛县分局, hbj",
      "卫生健康和体育局, wtj", "卫健局, wtj", "发展和改革局, fgj", "住房和城乡建设局, zjj", "县住建局, zjj",
      "人力资源和社会保障局, rsj", "县委宣传部, xcb", "绛县县委宣传部, xcb", "中共绛县县委宣传部, xcb", "中共绛县委员会宣传部, xcb",
      "消防救援大队, xfd", "绛县消防救援大队, xfd", "交通局, jtysj", "应急局, yjglj", "绛县应急管理局, yjglj", "县气象局, qxj",
      "县统计局, tjj", "自然资源和规划局, zrzyj", "教育局, jyj", "林草局, lyj", "工业和信息化局, gxj", "烟草专卖局, ycj",
      "绛县烟草专卖局, ycj", "县财政局, czj", "民政局, mzj", "绛县档案局, daj", "国家保密局, bmj", "医保局, ylbzj", "水利局, swj",
      "能源局, nyj", "卫监所, wsjds", "双随机办, bgs", "县纪委监委, jjjc", "'文 旅\n局', wlj", "文旅\u200B局, wlj"})
  void knows(String text, String code) {
    assertThat(names.resolve(text).department()).map(Department::code).contains(code);
  }

  @ParameterizedTest
  @DisplayName("不认得的不猜，也不认名称的一部分")
  @ValueSource(strings = {"商务局", "公安", "县", "局", "闻喜县公安局", "运城市公安局", "市公安局", "公安局治安大队", "公安局绛县", ""})
  void knowsNothingElse(String text) {
    assertThat(names.resolve(text).candidates()).isEmpty();
    assertThat(names.resolve(text).problem()).isEqualTo("没有“" + text + "”");
  }

  @Test
  @DisplayName("印发的每个名称都只指自己")
  void everyPrintedNameIsItself() {
    assertThat(departments.all()).allSatisfy(department -> {
      assertThat(names.resolve(department.name()).department()).contains(department);
      assertThat(names.resolve(department.name()).isPrinted()).isTrue();
      assertThat(names.resolve("县" + department.name()).department()).contains(department);
    });
  }

  @ParameterizedTest(name = "“{0}”")
  @DisplayName("多个名称用顿号、逗号、分号、斜杠、空格、换行或“和、及、与”隔开，名称里的“和”不拆")
  @CsvSource(delimiter = '|', value = {
      "市场监管局、卫生监督所、消防队 | scjgj wsjds xfd", "市场监管局，公安局；消防队 | scjgj gaj xfd",
      "市场监管局,公安局;消防队 | scjgj gaj xfd", "市场监管局／公安局/消防队 | scjgj gaj xfd",
      "市场监管局 公安局\u3000消防队 | scjgj gaj xfd", "'市场监管局\n公安局\r\n消防队' | scjgj gaj xfd",
      "文化和旅游局 | wlj", "文化和旅游局和公安局 | wlj gaj", "公安局和文化和旅游局及住房和城乡建设局 | gaj wlj zjj",
      "公安局以及消防队 | gaj xfd", "公安局、消防队和市场监管局 | gaj xfd scjgj", "公安局 和 消防队 | gaj xfd",
      "'市场监\n管局、公安局' | scjgj gaj", "'文化和\n旅游局' | wlj", "县公安局、绛县消防队 | gaj xfd", "、公安局、 | gaj",
      "公安局＋消防队。 | gaj xfd", "公 安 局 消防队 | gaj xfd", "'' | ''"})
  void readsLists(String text, String codes) {
    assertThat(names.read(text).stream().map(named -> named.department().orElseThrow().code())
        .collect(Collectors.joining(" "))).isEqualTo(codes);
  }

  @ParameterizedTest(name = "“{0}”里没有“{1}”")
  @DisplayName("一串名称里不认得的，指出是哪一个")
  @CsvSource({"公安局、商务局, 商务局", "公安局和商务局, 商务局", "文化和体育局, 文化和体育局", "公安局 商务局, 商务局",
      "公安局商务局, 公安局商务局"})
  void saysWhichIsUnknown(String text, String unknown) {
    assertThat(names.read(text)).filteredOn(named -> named.candidates().isEmpty())
        .extracting(DepartmentNames.Named::text).containsExactly(unknown);
  }

  @Test
  @DisplayName("一个名称可能指两个部门的，说出是哪两个，不挑一个")
  void saysWhatIsNotClear() {
    Department police = new Department("gaj", "公安局", DepartmentKind.DEPARTMENT);
    Department fire = new Department("xfd", "消防队", DepartmentKind.DEPARTMENT);
    DepartmentNames.Named named =
        new DepartmentNames(List.of(police, fire), Map.of("消防队", "gaj"), "绛县").resolve("县消防队");

    assertThat(named.department()).isEmpty();
    assertThat(named.problem()).isEqualTo("“县消防队”不明确，可能是消防队或公安局");
  }

  @Test
  @DisplayName("很长的文字不当作名称，很快拒绝，不整篇照抄")
  void refusesLongTexts() {
    for (String text : List.of("公安局和".repeat(8_000), "公 ".repeat(16_000), "说明".repeat(16_000))) {
      assertThat(names.read(text)).singleElement().satisfies(named -> {
        assertThat(named.candidates()).isEmpty();
        assertThat(named.text()).hasSizeLessThan(70);
      });
    }
    assertThat(names.read("公安局、".repeat(8_000))).hasSize(8_000);
  }

  @Test
  @DisplayName("长名称里含着别的名称的，先认长的")
  void theLongestNameCounts() {
    Department health = new Department("wsj", "卫生局", DepartmentKind.DEPARTMENT);
    Department sport = new Department("tyj", "体育局", DepartmentKind.DEPARTMENT);
    Department both = new Department("wtj", "卫生局和体育局", DepartmentKind.DEPARTMENT);
    DepartmentNames names = new DepartmentNames(List.of(health, sport, both), Map.of(), "绛县");

    assertThat(names.read("卫生局和体育局")).extracting(named -> named.department().orElseThrow()).containsExactly(both);
    assertThat(names.read("卫生局和体育局和体育局")).extracting(named -> named.department().orElseThrow())
        .containsExactly(both, sport);
  }

  @Test
  @DisplayName("换一个县名，带那个县名的认得，带别的县名的不认得")
  void followsTheDivision() {
    DepartmentNames elsewhere = new DepartmentNames(departments.all(), Map.of(), "示例区");

    assertThat(elsewhere.resolve("示例区公安局").department()).isPresent();
    assertThat(elsewhere.resolve("区公安局").department()).isPresent();
    assertThat(elsewhere.resolve("绛县公安局").department()).isEmpty();
  }
}
