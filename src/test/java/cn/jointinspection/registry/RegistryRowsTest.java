package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jointinspection.platform.sheet.SheetRefused.ColumnHeadsMissing;
import cn.jointinspection.registry.RegistryRefused.RegistryFileRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("名录文件的每一行怎么读")
@RegistryTest
class RegistryRowsTest {

  private static final String OBJECT_HEADS = "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围,联系方式\n";
  private static final String INSPECTOR_HEADS = "姓名,执法证号,部门,证件有效期,资质与专长,状态\n";
  private static final String VALID = "91350100M000100Y43";
  private static final String WRONG_CHECK = "91350100M000100Y44";

  @Autowired Departments departments;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  @DisplayName("检查对象有信用代码的以代码为编号，没有的以行政区划加登记号为编号")
  void readsObjects(String charset) {
    String csv = OBJECT_HEADS
        + "示例旅馆," + VALID.toLowerCase() + ",,企业,示例镇,较高风险,存续,本辖区各类旅馆；本辖区中小学,示例电话\n"
        + "示例小学,,示校〔2024〕1号,学校,,,正常,本辖区中小学,\n"
        + "示例老店,140826123456789,,企业,,D,注销,本辖区各类旅馆,\n";

    assertThat(RowFiles.objects(csv.getBytes(Charset.forName(charset)), "名录.csv", "140826")).containsExactly(
        new ObjectDraft(VALID, "示例旅馆", VALID, null, "企业", "示例镇", "示例电话", RiskClass.C, ObjectStatus.IN_FORCE,
            Set.of("本辖区各类旅馆", "本辖区中小学")),
        new ObjectDraft("140826:示校〔2024〕1号", "示例小学", null, "示校〔2024〕1号", "学校", "", null, null,
            ObjectStatus.IN_FORCE, Set.of("本辖区中小学")),
        new ObjectDraft("140826:140826123456789", "示例老店", null, "140826123456789", "企业", "", null, RiskClass.D,
            ObjectStatus.DEREGISTERED, Set.of("本辖区各类旅馆")));
  }

  @Test
  @DisplayName("校验位不符的照写采用")
  void warnsWithoutRefusing() {
    assertThat(objects("示例旅馆," + WRONG_CHECK + ",,企业,,,正常,本辖区各类旅店,\n")).singleElement()
        .satisfies(object -> assertThat(object.creditCode()).isEqualTo(WRONG_CHECK));
  }

  @Test
  @DisplayName("有错的文件整份拒绝，一次列出每处的行、列、现有文字和应有写法")
  void refusesWholeFile() {
    RegistryFileRefused refused = catchThrowableOfType(RegistryFileRefused.class, () -> objects(
        "示例旅馆," + VALID + ",,企业,,中风险,正常,本辖区各类旅馆,\n"
            + ",123,,企业,,,营业中,,\n"
            + "示例二店,,,企业,,,正常,本辖区各类旅馆,\n"
            + "示例三店," + VALID + ",,企业,,,正常,本辖区各类旅馆,\n"
            + "示例四店,,12 34,企业,,,正常,本辖区各类旅馆,\n"));

    assertThat(refused.problems()).extracting(p -> p.row() + p.column() + "=" + p.found()).containsExactly(
        "2信用风险等级=中风险", "3统一社会信用代码=123", "3状态=营业中", "3抽查对象范围=", "3检查对象名称=", "4统一社会信用代码=",
        "5统一社会信用代码=" + VALID, "6注册号=12 34");
    assertThat(refused.getMessage())
        .contains("名录.csv", "8 处问题", "第 2 行“信用风险等级”列现为“中风险”，应为A、B、C、D", "与第 2 行相同", "现为空白");
  }

  @Test
  @DisplayName("缺少列的文件拒绝，并指明缺哪一列")
  void refusesMissingColumn() {
    byte[] bytes = "检查对象名称,注册号\n示例,1\n".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> RowFiles.objects(bytes, "名录.csv", "140826"))
        .isInstanceOf(ColumnHeadsMissing.class).hasMessageContaining("统一社会信用代码").hasMessageContaining("抽查对象范围");
  }

  @Test
  @DisplayName("工作簿中的人员读出有效期，不论单元格是日期还是文字")
  void readsInspectorsFromWorkbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("人员");
      List<String> heads = List.of("姓名", "执法证号", "部门", "证件有效期", "资质与专长");
      for (int i = 0; i < heads.size(); i++) {
        sheet.value(0, i, heads.get(i));
      }
      sheet.value(1, 0, "示例公安01");
      sheet.value(1, 1, 14082608001L);
      sheet.value(1, 2, "公安局");
      sheet.value(1, 3, LocalDate.of(2024, 12, 31));
      sheet.style(1, 3).format("yyyy/m/d").set();
      sheet.value(1, 4, "治安、爆破，治安");
    }

    assertThat(RowFiles.inspectors(out.toByteArray(), "人员.xlsx", departments)).containsExactly(new Inspector(
        "14082608001", "示例公安01", "gaj", null, LocalDate.of(2024, 12, 31), List.of("治安", "爆破"), true, 0));
  }

  @ParameterizedTest
  @CsvSource({"2024-12-05", "2024/12/5", "2024.12.05", "2024年12月5日", "20241205"})
  @DisplayName("有效期的几种写法都认")
  void readsDates(String date) {
    assertThat(inspectors("示例甲,14082608001,公安局," + date + ",,离岗\n")).singleElement()
        .satisfies(inspector -> {
          assertThat(inspector.certificateExpiresOn()).isEqualTo(LocalDate.of(2024, 12, 5));
          assertThat(inspector.inForce()).isFalse();
          assertThat(inspector.labels()).isEmpty();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "14082608001, 公安局, 2024-02-30, 在岗, 证件有效期", "14082608001, 公安局, 长期, 在岗, 证件有效期",
    "14082608001, 公安局, 2024-1/5, 在岗, 证件有效期", "14082608001, 公安, 2024-12-05, 在岗, 部门",
    "14082608001, 领导小组办公室, 2024-12-05, 在岗, 部门", "14082608001, 纪检监察, 2024-12-05, 在岗, 部门",
    "1408, 公安局, 2024-12-05, 在岗, 执法证号", "14082608001, 公安局, 2024-12-05, 休假, 状态"
  })
  @DisplayName("不存在的日期、不参加检查的部门、不成形的证号拒绝")
  void refusesInspectors(String certificateNo, String department, String date, String status, String column) {
    RegistryFileRefused refused = catchThrowableOfType(RegistryFileRefused.class,
        () -> inspectors("示例甲," + certificateNo + "," + department + "," + date + ",," + status + "\n"));

    assertThat(refused.problems()).extracting(FileProblem::column).containsExactly(column);
  }

  @Test
  @DisplayName("部门写全称、别名或带县名的，读成部门名录里的同一个部门；不认得的说出是哪个名称")
  void readsOtherNamesOfDepartments() {
    assertThat(inspectors("示例甲,14082608001,县文化和旅游局,2024-12-05,,在岗\n示例乙,14082608002,绛县水利局,2024-12-05,,在岗\n")).extracting(Inspector::department).containsExactly("wlj", "swj");

    assertThat(catchThrowableOfType(RegistryFileRefused.class,
        () -> inspectors("示例甲,14082608001,县商务局,2024-12-05,,在岗\n")))
        .hasMessageContaining("一个参加抽查的部门的名称或别名（没有“县商务局”）");
  }

  @Test
  @DisplayName("全角的代码、证号、日期变半角，名称里的换行、零宽字符去掉，全角括号不动")
  void readsWhatPeopleType() {
    assertThat(objects("\"示例（绛县）\n旅馆\u200B\",９１３５０１００Ｍ０００１００Ｙ４３,,企业,,Ｃ,正常,本辖区各类旅馆,\n")).singleElement()
        .satisfies(object -> {
          assertThat(object.name()).isEqualTo("示例（绛县）旅馆");
          assertThat(object.creditCode()).isEqualTo(VALID);
          assertThat(object.riskClass()).isEqualTo(RiskClass.C);
        });
    assertThat(inspectors("示例甲,１４０８２６０８００１,公安局,２０２４年１２月５日,,在岗\n")).singleElement()
        .satisfies(inspector -> {
          assertThat(inspector.certificateNo()).isEqualTo("14082608001");
          assertThat(inspector.certificateExpiresOn()).isEqualTo(LocalDate.of(2024, 12, 5));
        });
  }

  @Test
  @DisplayName("CSV 里带指数的代码、证号已丢数字，只报一处，说明怎么补")
  void refusesLostDigits() {
    RegistryFileRefused objects = catchThrowableOfType(RegistryFileRefused.class, () -> objects(
        "示例旅馆,1.40826E+17,,企业,,,正常,本辖区各类旅馆,\n示例小学,,1.4E+14,学校,,,正常,本辖区中小学,\n"));
    RegistryFileRefused inspectors = catchThrowableOfType(RegistryFileRefused.class, () -> inspectors(
        "示例甲,1.40826E+11,公安局,2024-12-05,,\n"));

    assertThat(objects.problems()).extracting(p -> p.row() + p.column() + "=" + p.found())
        .containsExactly("2统一社会信用代码=1.40826E+17", "3注册号=1.4E+14");
    assertThat(inspectors.problems()).extracting(FileProblem::column).containsExactly("执法证号");
    assertThat(inspectors.getMessage()).contains("文本格式", "重新录入");
  }

  @Test
  @DisplayName("工作簿里按数字保存的代码超过 15 位、公式出错的，逐处指出；用不到的列出错不管；隐藏的行读入")
  void readsBinaryWorkbook() throws IOException {
    byte[] wrong = inspectorWorkbook(sheet -> {
      sheet.getRow(1).getCell(1).setCellValue(140826199001011234d);
      sheet.getRow(2).getCell(3).setCellFormula("1/0");
      sheet.getRow(2).setZeroHeight(true);
      sheet.createRow(5).createCell(0).setCellValue("填表人：示例");
      sheet.addMergedRegion(new CellRangeAddress(5, 5, 0, 4));
    });
    byte[] right = inspectorWorkbook(sheet -> {
      sheet.getRow(0).createCell(6).setCellValue("备注");
      sheet.getRow(2).createCell(6).setCellFormula("1/0");
      sheet.getRow(2).setZeroHeight(true);
    });

    RegistryFileRefused refused =
        catchThrowableOfType(RegistryFileRefused.class, () -> RowFiles.inspectors(wrong, "人员.xls", departments));
    assertThat(refused.problems()).extracting(p -> p.row() + p.column() + "=" + p.found())
        .containsExactly("2执法证号=140826199001011000", "3证件有效期=#DIV/0!", "6姓名=填表人：示例");
    assertThat(refused.getMessage()).contains("工作表“人员”第 2 行 B 列", "15 位", "工作表“人员”第 3 行 D 列", "隐藏", "落款");
    assertThat(RowFiles.inspectors(right, "人员.xls", departments)).extracting(Inspector::certificateNo)
        .containsExactly("14082608001", "14082608002");
  }

  private static byte[] inspectorWorkbook(Consumer<HSSFSheet> change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet("人员");
      List<String> heads = List.of("姓名", "执法证号", "部门", "证件有效期", "资质与专长");
      for (int row = 0; row < 3; row++) {
        sheet.createRow(row);
        List<String> cells = row == 0 ? heads : List.of("示例" + row, "", "公安局", "2026-12-31", "治安");
        for (int column = 0; column < cells.size(); column++) {
          sheet.getRow(row).createCell(column).setCellValue(cells.get(column));
        }
      }
      sheet.getRow(1).getCell(1).setCellValue(14082608001d);
      sheet.getRow(2).getCell(1).setCellValue(14082608002d);
      change.accept(sheet);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(out);
    }
    return out.toByteArray();
  }

  private static List<ObjectDraft> objects(String rows) {
    return RowFiles.objects((OBJECT_HEADS + rows).getBytes(StandardCharsets.UTF_8), "名录.csv", "140826");
  }

  private List<Inspector> inspectors(String rows) {
    return RowFiles.inspectors((INSPECTOR_HEADS + rows).getBytes(StandardCharsets.UTF_8), "人员.csv", departments);
  }
}
