package cn.jointinspection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.jointinspection.Clause;
import cn.jointinspection.calendar.CalendarRefused.NoHolidayTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("工作日计算（五）")
class HolidaysTest {

  private final Holidays holidays = reference();

  static Holidays reference() {
    Map<LocalDate, DayKind> days = new HashMap<>();
    var tables = ReferenceHolidays.read();
    tables.forEach(table -> table.days().forEach(day -> days.put(day.date(), day.kind())));
    return new Holidays(tables.stream().map(HolidayTable::year).collect(Collectors.toSet()), days);
  }

  @ParameterizedTest(name = "{0} 后第20个工作日是 {1}")
  @Clause("五-2")
  @DisplayName("二十个工作日从次日起算，跳过节假日，计入调休上班日")
  @CsvSource({
      "2024-03-19, 2024-04-17",
      "2024-09-10, 2024-10-14",
      "2024-09-27, 2024-10-30",
      "2025-01-20, 2025-02-21",
      "2025-09-12, 2025-10-16",
      "2026-02-05, 2026-03-11",
      "2024-01-01, 2024-01-29",
      "2024-11-22, 2024-12-20",
      "2024-12-10, 2025-01-08",
      "2025-12-05, 2026-01-05"})
  void twentyWorkingDaysAfter(LocalDate day, LocalDate expected) {
    assertThat(holidays.after(day, 20)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} 后第 {1} 个工作日是 {2}")
  @DisplayName("节假日前后、调休周末与跨年均按通知计算")
  @CsvSource({
      "2024-02-09, 1, 2024-02-18",
      "2024-02-03, 1, 2024-02-04",
      "2024-04-03, 1, 2024-04-07",
      "2024-04-26, 1, 2024-04-28",
      "2024-04-30, 1, 2024-05-06",
      "2024-05-10, 1, 2024-05-11",
      "2024-05-11, 1, 2024-05-13",
      "2024-06-07, 1, 2024-06-11",
      "2024-09-13, 2, 2024-09-18",
      "2024-09-28, 1, 2024-09-29",
      "2024-09-30, 1, 2024-10-08",
      "2024-10-11, 1, 2024-10-12",
      "2024-12-31, 1, 2025-01-02",
      "2025-01-24, 1, 2025-01-26",
      "2025-01-27, 1, 2025-02-05",
      "2025-02-07, 1, 2025-02-08",
      "2025-09-30, 1, 2025-10-09",
      "2025-12-31, 1, 2026-01-04",
      "2026-02-13, 1, 2026-02-14",
      "2026-02-14, 1, 2026-02-24",
      "2026-02-27, 1, 2026-02-28",
      "2026-09-19, 1, 2026-09-20",
      "2026-09-24, 1, 2026-09-28",
      "2024-03-19, 0, 2024-03-19",
      "2024-05-01, 0, 2024-05-01"})
  void countsAroundHolidays(LocalDate day, int workingDays, LocalDate expected) {
    assertThat(holidays.after(day, workingDays)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} 前第 {1} 个工作日是 {2}")
  @DisplayName("倒推工作日与顺推对称")
  @CsvSource({
      "2024-04-17, 20, 2024-03-19",
      "2024-02-18, 1, 2024-02-09",
      "2024-10-08, 1, 2024-09-30",
      "2024-09-30, 1, 2024-09-29",
      "2025-01-02, 1, 2024-12-31",
      "2026-01-04, 1, 2025-12-31",
      "2024-05-06, 0, 2024-05-06"})
  void countsBackwards(LocalDate day, int workingDays, LocalDate expected) {
    assertThat(holidays.before(day, workingDays)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} 上班：{1}")
  @DisplayName("工作日包含调休上班的周末，不含放假的平日")
  @CsvSource({
      "2024-03-20, true", "2024-03-23, false", "2024-03-24, false", "2024-02-04, true", "2024-02-18, true",
      "2024-02-12, false", "2024-04-28, true", "2024-10-12, true", "2024-10-13, false", "2026-01-01, false",
      "2026-01-02, false", "2026-01-04, true"})
  void knowsWorkingDays(LocalDate day, boolean working) {
    assertThat(holidays.isWorkingDay(day)).isEqualTo(working);
  }

  @ParameterizedTest(name = "{0} 联合检查完成，{1} 年度计划，{2} 前公示")
  @Clause({"五-2", "五-11"})
  @DisplayName("公示期限为完成之日起20个工作日与计划年度12月20日中较早者")
  @CsvSource({
      "2024-03-19, 2024, 2024-04-17",
      "2024-09-27, 2024, 2024-10-30",
      "2024-11-21, 2024, 2024-12-19",
      "2024-11-22, 2024, 2024-12-20",
      "2024-11-23, 2024, 2024-12-20",
      "2024-11-25, 2024, 2024-12-20",
      "2024-12-19, 2024, 2024-12-20",
      "2024-12-20, 2024, 2024-12-20",
      "2024-12-25, 2024, 2024-12-20",
      "2025-01-08, 2024, 2024-12-20",
      "2024-12-31, 2025, 2025-02-05",
      "2026-12-10, 2026, 2026-12-20"})
  void publicationDeadlineIsTheEarlier(LocalDate completedOn, int planYear, LocalDate expected) {
    assertThat(holidays.publicationDeadline(completedOn, planYear)).isEqualTo(expected);
  }

  @Test
  @DisplayName("没有节假日安排的年份不猜测，指明年份并说明怎么办")
  void refusesAYearWithoutTable() {
    assertThatExceptionOfType(NoHolidayTable.class).isThrownBy(() -> holidays.after(LocalDate.of(2026, 12, 20), 20))
        .withMessageContaining("2027年").withMessageContaining("请先导入")
        .satisfies(e -> assertThat(e.year()).isEqualTo(2027));
    assertThatExceptionOfType(NoHolidayTable.class).isThrownBy(() -> holidays.before(LocalDate.of(2024, 1, 5), 20))
        .withMessageContaining("2023年");
    assertThatExceptionOfType(NoHolidayTable.class).isThrownBy(() -> holidays.isWorkingDay(LocalDate.of(2027, 6, 1)));
    assertThatExceptionOfType(NoHolidayTable.class)
        .isThrownBy(() -> holidays.publicationDeadline(LocalDate.of(2027, 6, 1), 2027));
  }

  @Test
  @DisplayName("已过计划年度12月20日时，不需要下一年的节假日安排")
  void doesNotNeedTheNextYear() {
    assertThatNoException().isThrownBy(() -> holidays.publicationDeadline(LocalDate.of(2027, 1, 5), 2026));
  }

  @Test
  @DisplayName("工作日数不能为负")
  void refusesNegativeCounts() {
    assertThatIllegalArgumentException().isThrownBy(() -> holidays.after(LocalDate.of(2024, 3, 19), -1));
  }
}
