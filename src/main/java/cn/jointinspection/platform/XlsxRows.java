package cn.jointinspection.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The rows of an {@code .xlsx} file. */
final class XlsxRows {

  /** A small archive can unfold into more than the memory holds; no honest table comes near this. */
  private static final long MAX_UNFOLDED_BYTES = 100L << 20;

  private XlsxRows() {}

  static List<SheetFile.Row> read(byte[] bytes) {
    checkArchive(bytes);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        Stream<Sheet> sheets = workbook.getSheets()) {
      Map<String, List<SheetFile.Row>> filled = new LinkedHashMap<>();
      for (Sheet sheet : sheets.filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList()) {
        List<SheetFile.Row> rows = rows(sheet);
        if (!rows.stream().allMatch(SheetFile.Row::isBlank)) {
          filled.put(sheet.getName(), rows);
        }
      }
      if (filled.size() > 1) {
        throw new SheetUnreadable(
            "文件中有%d张工作表都有内容（%s），不知道该读哪一张。请只保留一张后重新上传。"
                .formatted(filled.size(), String.join("、", filled.keySet())));
      }
      return filled.values().stream().findFirst().orElse(List.of());
    } catch (IOException | ExcelReaderException e) {
      throw damaged(e);
    }
  }

  private static List<SheetFile.Row> rows(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.map(XlsxRows::row).toList();
    }
  }

  private static SheetFile.Row row(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      String text = cell == null ? null : cell.getText();
      cells.add(text == null ? "" : text);
    }
    return new SheetFile.Row(row.getRowNum(), List.copyOf(cells));
  }

  private static void checkArchive(byte[] bytes) {
    Set<String> names = new HashSet<>();
    long total = 0;
    byte[] buffer = new byte[8192];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
          total += n;
          if (total > MAX_UNFOLDED_BYTES) {
            throw new SheetUnreadable("文件展开后过大，不能读取。请只保留需要导入的表格后重新上传。");
          }
        }
      }
    } catch (IOException e) {
      throw damaged(e);
    }
    if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
      throw new SheetUnreadable("文件含有宏，不能读取。请用办公软件打开，另存为不含宏的 .xlsx 后重新上传。");
    }
    if (!names.contains("xl/workbook.xml")) {
      throw new SheetUnreadable("文件不是 .xlsx 电子表格，不能读取。请用办公软件打开，另存为 .xlsx 后重新上传。");
    }
  }

  private static SheetUnreadable damaged(Exception e) {
    return new SheetUnreadable("文件已损坏，不能读取。请用办公软件打开，另存为 .xlsx 后重新上传。", e);
  }
}
