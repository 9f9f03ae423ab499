package cn.jointinspection.plan;

import cn.jointinspection.platform.sheet.Row;
import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.DepartmentNames;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Plan files for tests: the one of 2024, and small ones made of it. */
final class PlanFiles {

  static final Charset GB18030 = Charset.forName("GB18030");

  private PlanFiles() {}

  static byte[] plan2024() {
    return resource("plan-2024.csv");
  }

  /** The printed table of 2024, head row first. */
  static List<List<String>> table2024() {
    try (SheetFile file = SheetFile.open(plan2024(), "plan-2024.csv")) {
      return StreamSupport.stream(file.rows(row -> true).spliterator(), false).map(Row::cells).toList();
    }
  }

  /** Head row and row 1 of 2024, to be spoilt. */
  static List<List<String>> oneRow() {
    List<List<String>> table = new ArrayList<>();
    table2024().subList(0, 2).forEach(row -> table.add(new ArrayList<>(row)));
    return table;
  }

  static byte[] csv(List<List<String>> table, Charset charset) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      table.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(charset);
  }

  static byte[] csv(List<List<String>> table) {
    return csv(table, StandardCharsets.UTF_8);
  }

  /** Numbers become numeric cells, as people type them. */
  static byte[] xlsx(List<List<String>> table, String... sheets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      for (String name : sheets) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int r = 0; r < table.size(); r++) {
          for (int c = 0; c < table.get(r).size(); c++) {
            String text = table.get(r).get(c);
            if (text.matches("\\d+")) {
              sheet.value(r, c, Integer.parseInt(text));
            } else {
              sheet.value(r, c, text);
            }
          }
        }
      }
      workbook.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An .xls in which one cell, counted from 0, is a formula in error. */
  static byte[] xlsWithError(List<List<String>> table, int row, int column) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      var sheet = workbook.createSheet("计划");
      for (int r = 0; r < table.size(); r++) {
        sheet.createRow(r);
        for (int c = 0; c < table.get(r).size(); c++) {
          sheet.getRow(r).createCell(c).setCellValue(table.get(r).get(c));
        }
      }
      sheet.getRow(row).getCell(column).setCellFormula("1/0");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names in the reference files, as they stand after a first start. */
  static DepartmentNames departments() {
    List<Department> departments = reference("departments.csv").stream().map(row -> new Department(row.getField("code"),
        row.getField("name"), List.of("bgs", "jjjc").contains(row.getField("code"))
            ? DepartmentKind.OFFICE : DepartmentKind.DEPARTMENT)).toList();
    Map<String, String> aliases = reference("department-aliases.csv").stream()
        .collect(Collectors.toMap(row -> row.getField("alias"), row -> row.getField("code")));
    return new DepartmentNames(departments, aliases, "绛县");
  }

  private static List<NamedCsvRecord> reference(String name) {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(new String(resource(name), StandardCharsets.UTF_8))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of {@code cases/plan}, as an office wrote it. */
  static PlanFile aCase(String name) {
    try (InputStream in = PlanFiles.class.getResourceAsStream("/cases/plan/" + name)) {
      return file(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file under the name its content deserves. */
  static PlanRows read(byte[] bytes) {
    boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    return PlanFileReader.read(file(zip ? "计划.xlsx" : "计划.csv", bytes), departments());
  }

  static PlanFile file(String name, byte[] bytes) {
    return new PlanFile(name, bytes, "140826", "绛县", 2024, "绛县2024年度抽查工作计划", "绛双随机办〔2024〕2号");
  }

  private static byte[] resource(String name) {
    try (InputStream in = PlanFiles.class.getResourceAsStream("/reference/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
