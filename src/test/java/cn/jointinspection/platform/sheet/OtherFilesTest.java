package cn.jointinspection.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.sheet.SheetRefused.NotASpreadsheet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("不读的文件，一句话说明是什么、怎么办")
class OtherFilesTest {

  private static final byte[] XLSX = Workbooks.xlsx(Workbooks.texts("序号"));

  static Stream<Arguments> files() throws Exception {
    String html = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>序号</td></tr></table></html>";
    return Stream.of(
        Arguments.of("加密的.xlsx", compound("EncryptionInfo", "EncryptedPackage"), "打开密码", "取消密码"),
        Arguments.of("加密的.xlsx", encrypted("示例"), "打开密码", "取消密码"),
        Arguments.of("加密的.xls", encryptedXls(), "打开密码", "取消密码"),
        Arguments.of("名录.et", Workbooks.xls(workbook -> { }), "WPS", "在 WPS 中打开，另存为 .xlsx"),
        Arguments.of("名录.ET", compound("ETExtraData"), "WPS", "在 WPS 中打开，另存为 .xlsx"),
        Arguments.of("名录.ods", Workbooks.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml", "<x/>")), "OpenDocument", "另存为 .xlsx"),
        Arguments.of("名录.xlsb", Workbooks.zip(Map.of("_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/"
            + "officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>", "xl/workbook.bin", "x")), ".xlsb",
            "另存为 .xlsx"),
        Arguments.of("导出.xls", html.getBytes(StandardCharsets.UTF_8), "网页", "另存为 .xlsx"),
        Arguments.of("导出.xls", ("\uFEFF\r\n<!DOCTYPE HTML>" + html).getBytes(StandardCharsets.UTF_8), "网页",
            "另存为 .xlsx"),
        Arguments.of("导出.xls", ("\uFEFF" + html).getBytes(StandardCharsets.UTF_16LE), "网页", "另存为 .xlsx"),
        Arguments.of("导出.xls", "<table border=1><tr><td>序号</td></tr></table>".getBytes(Charset.forName("GB18030")),
            "网页", "另存为 .xlsx"),
        Arguments.of("导出.xls", "MIME-Version: 1.0\nX-Document-Type: Workbook".getBytes(StandardCharsets.UTF_8), "网页",
            "另存为 .xlsx"),
        Arguments.of("导出.xls", ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
            + "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>").getBytes(StandardCharsets.UTF_8),
            "XML 表格 2003", "另存为 .xlsx"),
        Arguments.of("名录.xlsx", "<?xml version=\"1.0\"?><a/>".getBytes(StandardCharsets.UTF_8), "XML", "另存为 .xlsx"),
        Arguments.of("名录.pdf", "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8), "PDF", "另存为 .xlsx"),
        Arguments.of("名录.xlsx", picture("png"), "图片", "录入"), Arguments.of("名录.xlsx", picture("jpg"), "图片", "录入"),
        Arguments.of("名录.xlsx", picture("gif"), "图片", "录入"), Arguments.of("名录.csv", picture("bmp"), "图片", "录入"),
        Arguments.of("名录.doc", compound("WordDocument"), "文字文档", "粘贴"),
        Arguments.of("名录.docx", Workbooks.zip(Map.of("word/document.xml", "<x/>")), "文字文档", "粘贴"),
        Arguments.of("名录.rtf", "{\\rtf1 a}".getBytes(StandardCharsets.UTF_8), "文字文档", "粘贴"),
        Arguments.of("名录.pptx", Workbooks.zip(Map.of("ppt/presentation.xml", "<x/>")), "演示文稿", "粘贴"),
        Arguments.of("名录.zip", Workbooks.zip(Map.of("名录.xlsx", "x")), "压缩包", "解压"),
        Arguments.of("名录.gz", gzip(), "压缩包", "解压"),
        Arguments.of("旧.xls", compound("Book"), "Excel 95", "另存为 .xlsx"),
        Arguments.of("旧.xls", HexFormat.of().parseHex("0904060000001000" + "0".repeat(40)), "Excel 95", "另存为 .xlsx"),
        Arguments.of("名录.xls", compound("Other"), "不是表格", "另存为 .xlsx"),
        Arguments.of("a.csv", new byte[] {'a', 0, 'b'}, "编码", "另存为 .xlsx"),
        Arguments.of("a.csv", new byte[] {(byte) 0xFF, (byte) 0xFF, 'a'}, "编码", "另存为 .xlsx"),
        Arguments.of("a.xlsx", Arrays.copyOf(XLSX, XLSX.length / 2), "损坏", "另存为 .xlsx"),
        Arguments.of("a.xls", Arrays.copyOf(Workbooks.xls(workbook -> { }), 600), "损坏", "另存为 .xlsx"));
  }

  @ParameterizedTest(name = "{0}：{2}")
  @MethodSource("files")
  void saysWhatToDo(String name, byte[] file, String what, String remedy) {
    assertThatThrownBy(() -> Workbooks.rows(file, name)).isInstanceOf(NotASpreadsheet.class)
        .hasMessageStartingWith("无法导入文件“" + name + "”：").hasMessageContaining(what).hasMessageContaining(remedy)
        .hasMessageEndingWith("重新上传。");
  }

  private static byte[] compound(String... entries) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      for (String entry : entries) {
        file.createDocument(new ByteArrayInputStream(new byte[] {9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0}), entry);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] encrypted(String password) throws Exception {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream out = encryptor.getDataStream(file)) {
        out.write(XLSX);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  @Test
  @DisplayName("只保护了工作簿结构、打开时不问密码的工作簿照读")
  void readsWhatOpensWithoutPassword() throws Exception {
    assertThat(Workbooks.texts(encrypted(Decryptor.DEFAULT_PASSWORD))).containsExactly(List.of("序号"));
  }

  private static byte[] encryptedXls() {
    Biff8EncryptionKey.setCurrentUserPassword("示例");
    try {
      return Workbooks.xls(workbook -> workbook.getSheetAt(0).createRow(0).createCell(0).setCellValue("序号"));
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  private static byte[] picture(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(XLSX);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xls", "a.csv", "a.ods", "a.pdf", "a"})
  @DisplayName("结尾写错的工作簿按内容读")
  void readsByContent(String name) {
    assertThat(Workbooks.texts(XLSX, name)).hasSize(1);
    assertThat(Workbooks.texts(Workbooks.xls(workbook ->
        workbook.getSheetAt(0).createRow(0).createCell(0).setCellValue("序号")), name + "x")).hasSize(1);
  }

  @Test
  @DisplayName("解压后大得出奇的工作簿在读入之前就拒绝")
  void refusesZipBomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 513; i++) {
        zip.write(megabyte);
      }
    }

    assertThatThrownBy(() -> Workbooks.rows(out.toByteArray())).isInstanceOf(NotASpreadsheet.class)
        .hasMessageContaining("512 MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
      "<!DOCTYPE x [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>",
      "<!DOCTYPE x SYSTEM \"http://example.invalid/x.dtd\">"})
  @DisplayName("借 XML 实体撑大内存或读取别处文件的工作簿拒绝")
  void refusesEntities(String documentType) {
    for (String part : new String[] {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "_rels/.rels"}) {
      byte[] file = new Workbooks().shared("<t>甲</t>").sheet("表1", Workbooks.texts("序号"))
          .part(part, xml -> documentType + xml.replace("甲", "&b;")).bytes();

      assertThatThrownBy(() -> Workbooks.rows(file)).isInstanceOf(NotASpreadsheet.class).hasMessageContaining("损坏");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<row r=\"2\"/><row r=\"1\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row r=\"x\"/>",
      "<row><c r=\"A1\"/><c r=\"A1\"/></row>", "<row><c r=\"XFE1\"/></row>", "<row><c r=\"1\"/></row>",
      "<row><c t=\"s\"><v>0</v></c></row>", "<row><c><v>x</v></c></row>", "<row><c><v>1E999999999</v></c></row>",
      "<row><c><v>1E-999999999</v></c></row>", "<row><c></row>"})
  @DisplayName("内部写错的工作簿算损坏，不猜")
  void refusesBrokenParts(String rows) {
    assertThatThrownBy(() -> Workbooks.rows(Workbooks.xlsx(rows))).isInstanceOf(NotASpreadsheet.class)
        .hasMessageContaining("损坏");
  }

  @Test
  @DisplayName("一格、一个属性里塞进几百兆文字的工作簿拒绝，不占内存")
  void refusesEndlessText() {
    String endless = "a".repeat(3 << 20);

    String runs = "<c t=\"inlineStr\"><is>" + ("<r><t>" + "a".repeat(100_000) + "</t></r>").repeat(3) + "</is></c>";
    String attribute = "<row spans=\"" + endless + "\"/>";
    for (String row : new String[] {Workbooks.texts(endless), attribute, Workbooks.row(runs)}) {
      assertThatThrownBy(() -> Workbooks.rows(Workbooks.xlsx(row))).isInstanceOf(NotASpreadsheet.class)
          .hasMessageContaining("损坏");
    }
  }

  @Test
  @DisplayName("样式多得出奇的工作簿拒绝，不占内存")
  void refusesEndlessStyles() {
    byte[] file = new Workbooks().formats("14").sheet("表1", Workbooks.texts("序号"))
        .part("xl/styles.xml", xml -> xml.replace("<cellXfs>", "<cellXfs>" + "<xf numFmtId=\"14\"/>".repeat(2_000_000)))
        .bytes();

    assertThatThrownBy(() -> Workbooks.rows(file)).isInstanceOf(NotASpreadsheet.class).hasMessageContaining("损坏");
  }
}
