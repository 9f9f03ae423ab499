package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.Cell.Fault;
import cn.jointinspection.platform.sheet.MergedAreas.Area;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/** A sheet of an {@code .xlsx}. */
final class OoxmlSheet implements SheetSource {

  private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_384;
  /** More than anybody merges; each takes some 40 bytes of memory. */
  private static final int MOST_MERGED_AREAS = 500_000;
  /** Digits and zeros of the largest and smallest number that office programs hold, and some more. */
  private static final int LONGEST_NUMBER = 400;
  private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("[yyyy-MM-dd]['T'][HH:mm[:ss]][.SSS]['Z']");

  private final OoxmlWorkbook workbook;
  private final String name;
  private final String part;

  OoxmlSheet(OoxmlWorkbook workbook, String name, String part) {
    this.workbook = workbook;
    this.name = name;
    this.part = part;
  }

  @Override
  public String name() {
    return name;
  }

  /** The file says which cells are merged after all the rows. */
  @Override
  public MergedAreas mergedAreas() throws IOException {
    List<Area> areas = new ArrayList<>();
    int width = 0;
    int column = -1;
    try (Xml xml = workbook.open(part)) {
      while (xml.nextStart()) {
        if (xml.is("row")) {
          column = -1;
        } else if (xml.is("c")) {
          column = column(xml.attribute("r"), column + 1);
        } else if (xml.is("v") || xml.is("is")) {
          width = Math.max(width, column + 1);
        } else if (xml.is("mergeCell")) {
          areas.add(area(xml.attribute("ref")));
          if (areas.size() > MOST_MERGED_AREAS) {
            throw new IOException("merged cells");
          }
        }
      }
    }
    return areas.isEmpty() ? MergedAreas.NONE : new MergedAreas(areas, width);
  }

  private static Area area(String reference) throws IOException {
    String[] corners = String.valueOf(reference).split(":");
    String last = corners[corners.length - 1];
    return new Area(row(corners[0]), column(corners[0], 0), row(last), column(last, 0));
  }

  private static int row(String reference) throws IOException {
    Matcher matcher = REFERENCE.matcher(reference);
    int row = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (row < 1 || row > MOST_ROWS) {
      throw new IOException("row " + reference);
    }
    return row;
  }

  private static int column(String reference, int otherwise) throws IOException {
    int column = otherwise;
    if (reference != null) {
      Matcher matcher = REFERENCE.matcher(reference);
      if (!matcher.matches()) {
        throw new IOException("cell " + reference);
      }
      column = 0;
      for (char letter : matcher.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
        column = column * 26 + letter - 'A' + 1;
      }
      column--;
    }
    if (column >= MOST_COLUMNS) {
      throw new IOException("column " + reference);
    }
    return column;
  }

  @Override
  public RowCursor rows() throws IOException {
    return new Rows(workbook.open(part));
  }

  private final class Rows implements RowCursor {

    private final Xml xml;
    private boolean inside;
    private int last;

    Rows(Xml xml) {
      this.xml = xml;
    }

    @Override
    public SheetRow next() throws IOException {
      while (true) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.is("sheetData")) {
          inside = true;
        } else if (event == XMLStreamConstants.START_ELEMENT && inside && xml.is("row")) {
          return row();
        } else if (event == XMLStreamConstants.END_DOCUMENT
            || event == XMLStreamConstants.END_ELEMENT && xml.is("sheetData")) {
          return null;
        }
      }
    }

    private SheetRow row() throws IOException {
      int number = xml.number("r", last + 1);
      if (number <= last || number > MOST_ROWS) {
        throw new IOException("row " + number + " after " + last);
      }
      last = number;
      boolean hidden = xml.flag("hidden");
      List<Cell> cells = new ArrayList<>();
      int column = -1;
      for (int event = xml.next(); !ends(event, "row"); event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT && xml.is("c")) {
          int next = column(xml.attribute("r"), column + 1);
          if (next <= column) {
            throw new IOException("cell " + xml.attribute("r"));
          }
          column = next;
          Cell cell = cell(column);
          if (!cell.isEmpty()) {
            cells.add(cell);
          }
        }
      }
      return new SheetRow(number, hidden, cells);
    }

    private boolean ends(int event, String element) throws IOException {
      if (event == XMLStreamConstants.END_DOCUMENT) {
        throw new IOException("file ends early");
      }
      return event == XMLStreamConstants.END_ELEMENT && xml.is(element);
    }

    private Cell cell(int column) throws IOException {
      String type = xml.attribute("t");
      NumberFormat format = workbook.format(xml.number("s", 0));
      String value = null;
      boolean formula = false;
      for (int event = xml.next(); !ends(event, "c"); event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT && xml.is("v")) {
          value = xml.text();
        } else if (event == XMLStreamConstants.START_ELEMENT && xml.is("is")) {
          value = xml.richText();
        } else if (event == XMLStreamConstants.START_ELEMENT && xml.is("f")) {
          formula = true;
        }
      }
      boolean text = "str".equals(type) || "inlineStr".equals(type);
      if (value == null || value.isBlank() && !text) {
        return formula ? Cell.faulty(column, "", Fault.NO_RESULT) : Cell.of(column, "");
      }
      return cell(column, type == null ? "n" : type, value, format);
    }

    private Cell cell(int column, String type, String value, NumberFormat format) throws IOException {
      return switch (type) {
        case "s" -> format.show(column, workbook.strings().text(whole(value)));
        case "str", "inlineStr" -> format.show(column, SharedStrings.decoded(value));
        case "b" -> Cell.of(column, value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE");
        case "e" -> Cell.faulty(column, value.strip(), Fault.ERROR_VALUE);
        case "d" -> moment(column, value.strip(), format);
        default -> number(column, value.strip(), format);
      };
    }

    private int whole(String value) throws IOException {
      try {
        return Integer.parseInt(value.strip());
      } catch (NumberFormatException e) {
        throw new IOException("shared text " + value, e);
      }
    }

    private Cell number(int column, String value, NumberFormat format) throws IOException {
      try {
        BigDecimal number = new BigDecimal(value);
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER) {
          throw new IOException("number " + value);
        }
        return format.show(column, number, workbook.since1904());
      } catch (NumberFormatException e) {
        throw new IOException("number " + value, e);
      }
    }

    /** A day, a time or both as text, as strict files may hold them. */
    private Cell moment(int column, String value, NumberFormat format) {
      try {
        TemporalAccessor parts = ISO.parse(value);
        LocalDate day = parts.query(TemporalQueries.localDate());
        LocalTime time = parts.query(TemporalQueries.localTime());
        if (day == null) {
          return Cell.of(column, String.valueOf(time));
        }
        return format.show(column, LocalDateTime.of(day, time == null ? LocalTime.MIDNIGHT : time)
            .with(ChronoField.NANO_OF_SECOND, 0));
      } catch (DateTimeException e) {
        return Cell.of(column, value);
      }
    }

    @Override
    public void close() throws IOException {
      xml.close();
    }
  }
}
