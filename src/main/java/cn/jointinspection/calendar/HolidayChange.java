package cn.jointinspection.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A day on which a new table differs from the known one.
 *
 * @param before null where the day was an ordinary one
 * @param after null where the day becomes an ordinary one
 */
public record HolidayChange(LocalDate date, HolidayTable.Day before, HolidayTable.Day after) {

  /** Whether the day counts otherwise than before, not only by another name. */
  public boolean changesTheCount() {
    return before == null || after == null || before.kind() != after.kind();
  }

  static List<HolidayChange> between(List<HolidayTable.Day> known, List<HolidayTable.Day> wanted) {
    Map<LocalDate, HolidayTable.Day> before = byDate(known);
    Map<LocalDate, HolidayTable.Day> after = byDate(wanted);
    var dates = new TreeSet<>(before.keySet());
    dates.addAll(after.keySet());
    List<HolidayChange> changes = new ArrayList<>();
    for (LocalDate date : dates) {
      if (!Objects.equals(before.get(date), after.get(date))) {
        changes.add(new HolidayChange(date, before.get(date), after.get(date)));
      }
    }
    return changes;
  }

  private static Map<LocalDate, HolidayTable.Day> byDate(List<HolidayTable.Day> days) {
    return days.stream().collect(Collectors.toMap(HolidayTable.Day::date, Function.identity()));
  }
}
