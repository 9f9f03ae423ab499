package cn.jointinspection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jointinspection.Clause;
import cn.jointinspection.calendar.CalendarRefused.NoHolidayTable;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days counted apart from this program, in another language, from the text of the three notices. */
@DisplayName("工作日对照表（五）")
class WorkingDayVectorsTest {

  private final Holidays holidays = HolidaysTest.reference();

  @ParameterizedTest(name = "{0} 后第 {1} 个工作日是 {2}")
  @Clause("五-2")
  @DisplayName("节假日、调休周末、年底年初，与另行计算的结果逐一相同")
  @CsvSource({
      "2024-03-19, 20, 2024-04-17",
      "2024-09-10, 20, 2024-10-14",
      "2024-09-27, 20, 2024-10-30",
      "2025-01-20, 20, 2025-02-21",
      "2025-09-12, 20, 2025-10-16",
      "2026-02-05, 20, 2026-03-11",
      "2024-01-01, 1, 2024-01-02",
      "2024-01-31, 20, 2024-03-04",
      "2024-02-02, 2, 2024-02-05",
      "2024-02-08, 1, 2024-02-09",
      "2024-02-08, 2, 2024-02-18",
      "2024-02-16, 1, 2024-02-18",
      "2024-02-17, 1, 2024-02-18",
      "2024-02-18, 5, 2024-02-23",
      "2024-03-29, 5, 2024-04-08",
      "2024-04-04, 20, 2024-05-06",
      "2024-04-06, 1, 2024-04-07",
      "2024-04-07, 1, 2024-04-08",
      "2024-04-25, 3, 2024-04-29",
      "2024-04-27, 1, 2024-04-28",
      "2024-04-28, 3, 2024-05-06",
      "2024-04-29, 5, 2024-05-09",
      "2024-05-09, 2, 2024-05-11",
      "2024-05-11, 20, 2024-06-07",
      "2024-06-08, 1, 2024-06-11",
      "2024-09-13, 1, 2024-09-14",
      "2024-09-14, 1, 2024-09-18",
      "2024-09-14, 10, 2024-09-30",
      "2024-09-28, 2, 2024-09-30",
      "2024-09-29, 2, 2024-10-08",
      "2024-10-10, 2, 2024-10-12",
      "2024-10-12, 1, 2024-10-14",
      "2024-12-20, 10, 2025-01-06",
      "2024-12-27, 5, 2025-01-06",
      "2024-12-31, 20, 2025-02-05",
      "2025-01-01, 1, 2025-01-02",
      "2025-01-25, 1, 2025-01-26",
      "2025-01-26, 2, 2025-02-05",
      "2025-01-26, 20, 2025-02-28",
      "2025-02-06, 2, 2025-02-08",
      "2025-02-08, 1, 2025-02-10",
      "2025-04-03, 1, 2025-04-07",
      "2025-04-25, 1, 2025-04-27",
      "2025-04-27, 4, 2025-05-06",
      "2025-05-30, 1, 2025-06-03",
      "2025-09-26, 1, 2025-09-28",
      "2025-09-28, 3, 2025-10-09",
      "2025-10-10, 1, 2025-10-11",
      "2025-10-11, 1, 2025-10-13",
      "2025-12-19, 10, 2026-01-05",
      "2025-12-31, 1, 2026-01-04",
      "2025-12-31, 2, 2026-01-05",
      "2026-01-02, 1, 2026-01-04",
      "2026-01-04, 5, 2026-01-09",
      "2026-02-12, 2, 2026-02-14",
      "2026-02-14, 5, 2026-02-28",
      "2026-02-26, 2, 2026-02-28",
      "2026-02-28, 1, 2026-03-02",
      "2026-04-03, 1, 2026-04-07",
      "2026-05-08, 1, 2026-05-09",
      "2026-05-09, 1, 2026-05-11",
      "2026-06-18, 1, 2026-06-22",
      "2026-09-18, 2, 2026-09-21",
      "2026-09-20, 4, 2026-09-24",
      "2026-10-09, 1, 2026-10-10",
      "2026-10-10, 20, 2026-11-06",
      "2026-12-01, 20, 2026-12-29",
      "2025-12-20, 20, 2026-01-19"})
  void counted(LocalDate day, int workingDays, LocalDate expected) {
    assertThat(holidays.after(day, workingDays)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} 检查完成，最迟 {1} 公示")
  @Clause("五-11")
  @DisplayName("2024年11月22日之后由12月20日决定")
  @CsvSource({
      "2024-11-21, 2024-12-19",
      "2024-11-22, 2024-12-20",
      "2024-11-23, 2024-12-20",
      "2024-11-25, 2024-12-20",
      "2024-12-19, 2024-12-20",
      "2024-12-20, 2024-12-20",
      "2024-12-23, 2024-12-20"})
  void theTwentiethOfDecemberDecides(LocalDate completedOn, LocalDate expected) {
    assertThat(holidays.publicationDeadline(completedOn, 2024)).isEqualTo(expected);
  }

  @Test
  @DisplayName("跨入没有安排的年份即拒绝，并写明是哪一年；12月20日封顶的期限不受影响")
  void aYearWithoutATableIsRefusedByName() {
    assertThat(holidays.after(LocalDate.of(2026, 12, 1), 22)).isEqualTo("2026-12-31");
    assertThatExceptionOfType(NoHolidayTable.class)
        .isThrownBy(() -> holidays.after(LocalDate.of(2026, 12, 1), 23))
        .withMessageContaining("2027年").satisfies(refusal -> assertThat(refusal.year()).isEqualTo(2027));
    assertThat(holidays.publicationDeadline(LocalDate.of(2026, 12, 15), 2026)).isEqualTo("2026-12-20");
  }
}
