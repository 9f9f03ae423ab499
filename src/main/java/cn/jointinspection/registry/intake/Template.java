package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.intake.Listing.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty file for a list: its heads, one row to copy, and drop-down lists where only some words may stand. */
final class Template {

  private static final int ROWS_WITH_CHOICES = 10_000;
  private static final String NEEDED = "FFF2CC";

  private Template() {}

  static void write(Listing listing, OutputStream to) throws IOException {
    List<Column> columns = listing.columns();
    try (Workbook workbook = new Workbook(to, "joint-inspection", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(listing.kind().label());
      Worksheet words = workbook.newWorksheet("可选的词");
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        sheet.width(i, 22);
        sheet.value(0, i, column.head());
        sheet.style(0, i).bold().set();
        if (column.required()) {
          sheet.style(0, i).bold().fillColor(NEEDED).set();
        }
        sheet.value(1, i, column.example());
        choices(sheet, words, i, column);
      }
      sheet.freezePane(0, 1);
    }
  }

  private static void choices(Worksheet sheet, Worksheet words, int column, Column of) {
    List<String> choices = of.choices();
    if (choices.isEmpty()) {
      return;
    }
    words.value(0, column, of.head());
    for (int i = 0; i < choices.size(); i++) {
      words.value(i + 1, column, choices.get(i));
    }
    sheet.range(1, column, ROWS_WITH_CHOICES, column)
        .validateWithList(words.range(1, column, choices.size(), column));
  }
}
