package cn.jointinspection.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables that come with the program, {@code reference/cn-holidays.csv}: date, kind, name. */
final class ReferenceHolidays {

  private static final String FILE = "/reference/cn-holidays.csv";

  /** Numbers of the notices the file was made from. */
  private static final Map<Integer, String> NOTICES =
      Map.of(2024, "国办发明电〔2023〕7号", 2025, "国办发明电〔2024〕12号", 2026, "国办发明电〔2025〕7号");

  private ReferenceHolidays() {}

  static List<HolidayTable> read() {
    try (InputStream in = ReferenceHolidays.class.getResourceAsStream(FILE);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
      return csv.stream()
          .map(row -> new HolidayTable.Day(
              LocalDate.parse(row.getField("date")), DayKind.of(row.getField("kind")), row.getField("name")))
          .collect(Collectors.groupingBy(day -> day.date().getYear(), TreeMap::new, Collectors.toList()))
          .entrySet().stream()
          .map(year -> new HolidayTable(year.getKey(), NOTICES.get(year.getKey()), year.getValue()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }
}
