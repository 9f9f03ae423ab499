package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.SheetRefused.NotASpreadsheet;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with one row a line. Its cells are divided by commas, semicolons or tabs: by which is told by the line
 * {@code sep=} or by which of them yields the table.
 */
final class CsvText implements SheetSource.Workbook {

  private static final List<Character> SEPARATORS = List.of(',', '\t', ';');
  private static final int LINES_LOOKED_AT = 20;
  /** Written so that Excel keeps the zeros in front. */
  private static final Pattern AS_TEXT = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);
  private static final Pattern AFTER_APOSTROPHE = Pattern.compile("'(?=[0-9A-Za-z=+@-])[^']*");
  private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=(.)\"?");

  private final Content content;
  private final TextEncoding encoding;
  private final String fileName;
  private final Matcher separatorLine;

  CsvText(Content content, TextEncoding encoding, String fileName) throws IOException {
    this.content = content;
    this.encoding = encoding;
    this.fileName = fileName;
    try (BufferedReader text = new BufferedReader(reader())) {
      char[] start = new char[16];
      int length = Math.max(0, text.read(start));
      separatorLine = SEPARATOR_LINE.matcher(new String(start, 0, length).split("[\\r\\n]", 2)[0]);
    }
  }

  private Reader reader() throws IOException {
    InputStream in = content.stream();
    in.skipNBytes(encoding.markLength());
    return new InputStreamReader(in, encoding.charset().newDecoder());
  }

  @Override
  public boolean isOneSheet() {
    return true;
  }

  @Override
  public List<? extends SheetSource> visibleSheets() throws IOException {
    if (separatorLine.matches()) {
      return List.of(new Divided(separatorLine.group(1).charAt(0)));
    }
    Map<Divided, Integer> cells = new LinkedHashMap<>();
    for (char separator : SEPARATORS) {
      Divided divided = new Divided(separator);
      cells.put(divided, divided.mostCells());
    }
    return cells.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey).toList();
  }

  @Override
  public void close() {
    // each cursor has the text open for itself
  }

  private final class Divided implements SheetSource {

    private final char separator;

    Divided(char separator) {
      this.separator = separator;
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public MergedAreas mergedAreas() {
      return MergedAreas.NONE;
    }

    /** Number of cells in the longest of the first lines; 0 where they cannot be divided so. */
    int mostCells() throws IOException {
      int most = 0;
      try (Lines lines = rows()) {
        for (int i = 0; i < LINES_LOOKED_AT && lines.records.hasNext(); i++) {
          most = Math.max(most, lines.records.next().getFieldCount());
        }
      } catch (CsvParseException e) {
        return 0;
      }
      return most;
    }

    @Override
    public Lines rows() throws IOException {
      Reader text = reader();
      if (separatorLine.matches()) {
        skipLine(text = new BufferedReader(text));
      }
      return new Lines(CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .allowUnclosedQuote(false).ofCsvRecord(text));
    }

    private static void skipLine(Reader text) throws IOException {
      int c = text.read();
      while (c >= 0 && c != '\n' && c != '\r') {
        c = text.read();
      }
      text.mark(1);
      if (c == '\r' && text.read() != '\n') {
        text.reset();
      }
    }
  }

  private final class Lines implements RowCursor {

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private int number;

    Lines(CsvReader<CsvRecord> reader) {
      this.reader = reader;
      this.records = reader.iterator();
    }

    @Override
    public SheetRow next() {
      try {
        if (!records.hasNext()) {
          return null;
        }
        List<Cell> cells = new ArrayList<>();
        for (String field : records.next().getFields()) {
          cells.add(Cell.of(cells.size(), typed(field)));
        }
        return new SheetRow(++number, false, cells);
      } catch (CsvParseException e) {
        throw new NotASpreadsheet(fileName, "第 " + (number + 1) + " 行的引号或分隔符有误", e);
      }
    }

    /** What was typed into the cell, without the marks that keep it text. */
    private static String typed(String field) {
      String text = CellText.shown(field);
      Matcher asText = AS_TEXT.matcher(text);
      if (asText.matches()) {
        return asText.group(1).replace("\"\"", "\"");
      }
      return AFTER_APOSTROPHE.matcher(text).matches() ? text.substring(1) : text;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
