package cn.jointinspection.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("三十万行的文件")
class LargeFileTest {

  private static final String HEAP = "-Xmx64m";
  private static final int ROWS = 300_000;

  @TempDir
  Path folder;

  @Test
  @DisplayName("工作簿在 64 MB 内存里读完，六十万个不同的共享文字和五万处合并也不占内存")
  void readsAWorkbook() throws Exception {
    assertThat(run(workbook())).isEqualTo(ROWS + " 示例公司299999 代码299999 部门249999 500\n");
  }

  @Test
  @DisplayName("文本在 64 MB 内存里读完")
  void readsAText() throws Exception {
    Path file = folder.resolve("a.csv");
    try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_16LE)) {
      csv.write("\uFEFF名称\t代码\t部门\n");
      for (int i = 0; i < ROWS; i++) {
        csv.write("示例公司" + i + "\t代码" + i + "\t部门" + i + "\n");
      }
    }

    assertThat(run(file)).isEqualTo(ROWS + " 示例公司299999 代码299999 部门299999 0\n");
  }

  /** The merged cells are in the first rows, as one of every two departments; each 600th row is hidden. */
  private Path workbook() throws IOException {
    Path small = Files.write(folder.resolve("small.xlsx"),
        new Workbooks().shared("<t/>").sheet("名录", "").bytes());
    Path file = folder.resolve("a.xlsx");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(small));
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith("sharedStrings.xml")) {
          writeStrings(out);
        } else if (entry.getName().endsWith("sheet1.xml")) {
          writeSheet(out);
        } else {
          out.write(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        out.flush();
      }
    }
    return file;
  }

  private static void writeStrings(BufferedWriter out) throws IOException {
    out.write("<sst>");
    for (int i = 0; i < ROWS; i++) {
      out.write("<si><t>示例公司" + i + "</t></si><si><t>代码" + i + "</t></si>");
    }
    out.write("</sst>");
  }

  private static void writeSheet(BufferedWriter out) throws IOException {
    out.write("<worksheet><sheetData>" + Workbooks.texts("名称", "代码", "部门"));
    for (int i = 0; i < ROWS; i++) {
      out.write("<row r=\"" + (i + 2) + "\"" + (i % 600 == 0 ? " hidden=\"1\"" : "") + "><c t=\"s\"><v>" + 2 * i
          + "</v></c><c t=\"s\"><v>" + (2 * i + 1) + "</v></c>");
      if (i < 200_000 || i % 50_000 == 49_999 && i < 250_000) {
        out.write(Workbooks.cell("部门" + i));
      }
      out.write("</row>");
    }
    out.write("</sheetData><mergeCells>");
    for (int i = 0; i < 100_000; i += 2) {
      out.write("<mergeCell ref=\"C" + (i + 2) + ":C" + (i + 3) + "\"/>");
    }
    out.write("<mergeCell ref=\"C250001:C300001\"/></mergeCells></worksheet>");
  }

  private static String run(Path file) throws Exception {
    Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        HEAP, "-cp", System.getProperty("java.class.path"), Reading.class.getName(), file.toString()))
        .redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  /** Reads a file in a JVM of its own. */
  static final class Reading {

    private Reading() {}

    public static void main(String[] args) {
      try (SheetFile file = SheetFile.open(Path.of(args[0]), "名录.xlsx")) {
        int rows = 0;
        int hidden = 0;
        TableRow last = null;
        for (TableRow row : file.table(List.of("名称", "代码", "部门"))) {
          rows++;
          hidden += row.hidden() ? 1 : 0;
          last = row;
        }
        System.out.writeBytes((rows + " " + last.text("名称") + " " + last.text("代码") + " " + last.text("部门") + " "
            + hidden + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
