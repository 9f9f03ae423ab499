package cn.jointinspection.staff.registrychange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.platform.sheet.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("从网页交来的坏文件：读得出的照读，读不出的说清哪里不对、怎么办，名录不变")
class BadFilesTest extends HttpTest {

  private static final String PAGE = "/camunda/api/staff/registry-changes";
  private static final String[] OBJECT_HEADS = {"检查对象名称", "统一社会信用代码", "注册号", "类别", "地址", "信用风险等级", "状态", "抽查对象范围"};
  private static final String HEADS = Workbooks.texts(OBJECT_HEADS);
  private static final String GOOD = Workbooks.texts("示例旅馆一", "", "LG-1", "旅馆", "示例路1号", "", "存续", "辖区内旅馆");
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private Session clerk;

  @BeforeEach
  void people() {
    as("gajStaff1", "gaj");
    identity.clearAuthentication();
    clerk = signIn("gajStaff1");
  }

  /** The proposal's page once the file has been read, whatever became of it. */
  private String read(String kind, String fileName, byte[] file) {
    var answer = clerk.send(request("POST", PAGE + "?kind=" + kind + "&department=gaj&fileName=" + fileName + "&reason=r", null)
        .setHeader("Content-Type", "application/octet-stream").POST(HttpRequest.BodyPublishers.ofByteArray(file)), true);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    runAsyncSteps();
    return clerk.get(tree(answer).get("location").asText()).body();
  }

  private void nothingChanged() {
    assertThat(one("select count(*) from inspection_object")).isEqualTo("0");
    assertThat(one("select count(*) from registry_change_row")).isEqualTo("0");
  }

  @Test
  @DisplayName("表上方有合并的标题、列名占两行并合并：照读")
  void mergedHeads() {
    byte[] file = new Workbooks().sheet("表1", "visible", Workbooks.texts("示例县检查对象名录")
        + Workbooks.texts("检查对象名称", "证照", "", "类别", "地址", "信用风险等级", "状态", "抽查对象范围")
        + Workbooks.texts("", "统一社会信用代码", "注册号", "", "", "", "", "") + GOOD,
        Workbooks.merged("A1:H1", "A2:A3", "B2:C2", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "H2:H3")).bytes();

    assertThat(read("OBJECTS", "a.xlsx", file)).contains("待审批", "示例旅馆一").doesNotContain("已退回");
  }

  @Test
  @DisplayName("公式没有存下结果：指出单元格，请打开后重新保存；整份不收")
  void formulaWithoutValue() {
    String row = GOOD.replace(Workbooks.cell("示例路1号"), "<c><f>A1&amp;B1</f></c>");
    assertThat(read("OBJECTS", "a.xlsx", Workbooks.xlsx(HEADS + row))).contains("地址", "公式的计算结果", "第 2 行 E 列", "重新计算并保存");
    nothingChanged();
  }

  @Test
  @DisplayName("三百兆空白：跳过空行，只读有字的行")
  void blanksWithoutEnd() throws IOException {
    byte[] file = withManyBlanks(Workbooks.xlsx(HEADS + GOOD + "<row r=\"1048000\"/>"), 300);

    assertThat(read("OBJECTS", "a.xlsx", file)).contains("待审批", "示例旅馆一");
  }

  /** So many megabytes of empty cells before the last row, packed to a few hundred kilobytes. */
  private static byte[] withManyBlanks(byte[] file, int megabytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file)); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().equals(SHEET)) {
          int last = part.indexOf("<row r=\"1048000\"/>");
          zip.write(part.substring(0, last).getBytes(StandardCharsets.UTF_8));
          String row = "<row>" + "<c/>".repeat(85) + "</row>";
          byte[] blanks = row.repeat((1 << 20) / row.length()).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < megabytes; i++) {
            zip.write(blanks);
          }
          part = part.substring(last);
        }
        zip.write(part.getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  @Test
  @DisplayName("解压后大得出奇的文件：不读，说明太大")
  void zipBomb() throws IOException {
    byte[] file = withManyBlanks(Workbooks.xlsx(HEADS + GOOD + "<row r=\"1048000\"/>"), 520);

    assertThat(read("OBJECTS", "a.xlsx", file)).contains("512 MB");
    nothingChanged();
  }

  @Test
  @DisplayName("打开要密码的文件：请取消密码后再交")
  void password() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("示例");
      try (OutputStream content = encryptor.getDataStream(file)) {
        content.write(Workbooks.xlsx(HEADS + GOOD));
      }
      file.writeFilesystem(out);
    }

    assertThat(read("OBJECTS", "a.xlsx", out.toByteArray())).contains("打开密码", "取消密码");
    nothingChanged();
  }

  @Test
  @DisplayName("日期存成了数字：不猜是哪一天，请设为日期格式再交")
  void datesAsNumbers() {
    byte[] file = Workbooks.xlsx(Workbooks.texts("姓名", "执法证号", "部门", "证件有效期", "资质与专长")
        + Workbooks.row(Workbooks.cell("示例甲"), Workbooks.cell("14082608001"), Workbooks.cell("公安局"), "<c><v>46387</v></c>",
            Workbooks.cell("治安")));

    assertThat(read("INSPECTORS", "a.xlsx", file)).contains("46387", "单元格存成了数字", "日期格式");
    assertThat(one("select count(*) from inspector")).isEqualTo("0");
  }

  @Test
  @DisplayName("全角的代码、数字和列名：按半角读")
  void fullWidthDigits() {
    String csv = "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n"
        + "示例公司,９１１４０８２６ＹＬ００２０２７５９,,企业,示例路１号,Ａ,存续,本辖区企业\n";

    assertThat(read("OBJECTS", "a.csv", csv.getBytes(StandardCharsets.UTF_8))).contains("待审批", "91140826YL00202759", "低风险");
  }

  @Test
  @DisplayName("同一列名出现两次：说明哪两列，请留一列")
  void doubleHeads() {
    String csv = "检查对象名称,统一社会信用代码,注册号,类别,地址,地址,信用风险等级,状态,抽查对象范围\n"
        + "示例公司,,LG-1,企业,示例路1号,示例路2号,,存续,本辖区企业\n";

    assertThat(read("OBJECTS", "a.csv", csv.getBytes(StandardCharsets.UTF_8))).contains("表头中“地址”出现了两次", "删去多余的一列");
    nothingChanged();
  }
}
