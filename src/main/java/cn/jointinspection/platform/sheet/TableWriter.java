package cn.jointinspection.platform.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table that office programs open, a row at a time, so that memory does not grow with it. Every cell is text
 * and is written as {@link HarmlessText}; null is an empty cell. Closing ends the table and leaves the stream open.
 */
public interface TableWriter extends Closeable {

  /** @throws IOException if nobody reads any more */
  void row(List<String> cells) throws IOException;

  /** Comma-separated, UTF-8 with BOM. */
  static TableWriter csv(OutputStream out) throws IOException {
    return new Csv(out);
  }

  /** @param sheet name of the only sheet, at most 31 characters */
  static TableWriter xlsx(OutputStream out, String sheet) {
    return new Xlsx(out, sheet);
  }

  /** A text of rows. */
  final class Csv implements TableWriter {

    private final CsvWriter csv;

    private Csv(OutputStream out) throws IOException {
      Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      text.write('\uFEFF');
      csv = CsvWriter.builder().build(text);
    }

    @Override
    public void row(List<String> cells) {
      csv.writeRecord(cells.stream().map(HarmlessText::of).toList());
    }

    @Override
    public void close() throws IOException {
      csv.flush();
    }
  }

  /** A workbook; its first row is the head and stays in sight. */
  final class Xlsx implements TableWriter {

    private static final int HELD = 500;
    private static final double WIDTH = 22;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    private Xlsx(OutputStream out, String name) {
      workbook = new Workbook(out, "joint-inspection", "1.0");
      sheet = workbook.newWorksheet(name);
      sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
      for (int column = 0; column < cells.size(); column++) {
        String text = HarmlessText.of(cells.get(column));
        if (rows == 0) {
          sheet.width(column, WIDTH);
          sheet.style(0, column).bold().set();
        }
        if (!text.isEmpty()) {
          // Not among the shared texts, which are held in memory to the end.
          sheet.inlineString(rows, column, text);
        }
      }
      rows++;
      if (rows % HELD == 0) {
        sheet.flush();
      }
    }

    @Override
    public void close() throws IOException {
      workbook.finish();
    }
  }
}
