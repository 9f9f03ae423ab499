package cn.jointinspection.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Workbooks for tests, part by part, so that they can be what no single program writes. */
public final class Workbooks {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final List<String> sheets = new ArrayList<>();
  private final List<String> relations = new ArrayList<>();
  private String properties = "";

  public Workbooks() {
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("_rels/.rels", relationships("<Relationship Id=\"rId1\" Type=\"" + RELATION
        + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
  }

  /** One visible sheet 表1 with these rows and nothing else. */
  public static byte[] xlsx(String rows) {
    return new Workbooks().sheet("表1", rows).bytes();
  }

  /** An .xls with one sheet 表1. */
  static byte[] xls(Consumer<HSSFWorkbook> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("表1");
      content.accept(workbook);
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** All rows of the first sheet with any. */
  static List<Row> rows(byte[] file) {
    return rows(file, "a.xlsx");
  }

  static List<Row> rows(byte[] file, String fileName) {
    try (SheetFile sheets = SheetFile.open(file, fileName)) {
      return StreamSupport.stream(sheets.rows(row -> false).spliterator(), false).toList();
    }
  }

  static List<List<String>> texts(byte[] file) {
    return texts(file, "a.xlsx");
  }

  static List<List<String>> texts(byte[] file, String fileName) {
    return rows(file, fileName).stream().map(Row::cells).toList();
  }

  /** Text in the cell itself. */
  public static String cell(String text) {
    return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
  }

  public static String row(String... cells) {
    return "<row>" + String.join("", cells) + "</row>";
  }

  public static String texts(String... texts) {
    StringBuilder cells = new StringBuilder();
    for (String text : texts) {
      cells.append(cell(text));
    }
    return row(cells.toString());
  }

  public static String merged(String... references) {
    return "<mergeCells><mergeCell ref=\"" + String.join("\"/><mergeCell ref=\"", references) + "\"/></mergeCells>";
  }

  Workbooks sheet(String name, String rows) {
    return sheet(name, "visible", rows, "");
  }

  /** @param after what follows the rows, such as merged cells */
  public Workbooks sheet(String name, String state, String rows, String after) {
    int number = sheets.size() + 1;
    String target = "worksheets/sheet" + number + ".xml";
    return sheet(name, state, target, "xl/" + target, rows, after);
  }

  Workbooks sheet(String name, String state, String target, String part, String rows, String after) {
    int number = sheets.size() + 1;
    relation("s" + number, "worksheet", target);
    sheets.add("<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"s%d\"/>".formatted(name, number, state, number));
    parts.put(part, worksheet("<sheetData>" + rows + "</sheetData>" + after));
    return this;
  }

  static String worksheet(String content) {
    return "<worksheet xmlns=\"%s\" xmlns:r=\"%s\">%s</worksheet>".formatted(MAIN, RELATION, content);
  }

  /** Adds to the list of sheets, for example a chart. */
  Workbooks chartSheet(String name) {
    int number = sheets.size() + 1;
    relation("s" + number, "chartsheet", "chartsheets/sheet1.xml");
    sheets.add("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"s%d\"/>".formatted(name, number, number));
    parts.put("xl/chartsheets/sheet1.xml", "<chartsheet xmlns=\"%s\"/>".formatted(MAIN));
    return this;
  }

  Workbooks since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** Shared strings as they stand in the part, {@code <si>} each. */
  Workbooks shared(String... items) {
    relation("t", "sharedStrings", "sharedStrings.xml");
    parts.put("xl/sharedStrings.xml",
        "<sst xmlns=\"%s\"><si>%s</si></sst>".formatted(MAIN, String.join("</si><si>", items)));
    return this;
  }

  /** Number formats that cells name from 1 on; a number is a built-in one. */
  Workbooks formats(String... formats) {
    relation("f", "styles", "styles.xml");
    StringBuilder declared = new StringBuilder();
    StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
    int id = 164;
    for (String format : formats) {
      if (format.matches("[1-9]\\d?")) {
        cells.append("<xf numFmtId=\"%s\"/>".formatted(format));
      } else {
        declared.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(id, format.replace("\"", "&quot;")
            .replace("<", "&lt;")));
        cells.append("<xf numFmtId=\"%d\"/>".formatted(id++));
      }
    }
    parts.put("xl/styles.xml", ("<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
        + "</cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>").formatted(MAIN, declared, cells));
    return this;
  }

  private void relation(String id, String type, String target) {
    relations.add("<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATION, type, target));
  }

  public Workbooks part(String name, UnaryOperator<String> change) {
    parts.put(name, change.apply(parts.get(name)));
    return this;
  }

  private static String relationships(String relations) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
        + "</Relationships>";
  }

  public byte[] bytes() {
    return zip(parts());
  }

  private Map<String, String> parts() {
    Map<String, String> all = new LinkedHashMap<>(parts);
    all.put("xl/workbook.xml", "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
        .formatted(MAIN, RELATION, properties, String.join("", sheets)));
    all.put("xl/_rels/workbook.xml.rels", relationships(String.join("", relations)));
    return all;
  }

  /** The same in the namespaces of ISO/IEC 29500 strict. */
  byte[] strict() {
    Map<String, String> all = parts();
    all.replaceAll((name, part) -> part.replace(MAIN, STRICT_MAIN).replace(RELATION, STRICT_RELATION));
    return zip(all);
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
