package cn.jointinspection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jointinspection.calendar.CalendarRefused.HolidayTableRefused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("节假日安排的核对")
class HolidayTableTest {

  @Test
  @DisplayName("随程序提供2024至2026年的安排，每年七个法定节日俱全")
  void comesWithThreeYears() {
    List<HolidayTable> tables = ReferenceHolidays.read();

    assertThat(tables).extracting(HolidayTable::year).containsExactly(2024, 2025, 2026);
    assertThat(tables).allSatisfy(table -> assertThat(String.join("、", names(table)))
        .contains("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"));
  }

  @Test
  @DisplayName("上一年十二月的日期可以写在本年的安排里")
  void mayNameDaysOfTheDecemberBefore() {
    var table = new HolidayTable(2008, null, List.of(holiday("2007-12-31"), holiday("2008-01-01")));

    assertThat(table.days()).hasSize(2);
  }

  @Test
  @DisplayName("重复、跨年、平日调休、没有放假日的安排整表拒绝")
  void refusesWhatContradictsTheCalendar() {
    refused("重复", holiday("2027-01-01"), holiday("2027-01-01"));
    refused("不在该年度内", holiday("2027-01-01"), holiday("2028-01-01"));
    refused("不在该年度内", holiday("2027-01-01"), holiday("2026-11-30"));
    refused("不是周六、周日", holiday("2027-01-01"), workday("2027-01-04"));
    refused("没有任何放假日期", workday("2027-01-03"));
  }

  private static void refused(String why, HolidayTable.Day... days) {
    assertThatExceptionOfType(HolidayTableRefused.class)
        .isThrownBy(() -> new HolidayTable(2027, null, List.of(days)))
        .withMessageContaining(why).withMessageContaining("2027年");
  }

  private static List<String> names(HolidayTable table) {
    return table.days().stream().map(HolidayTable.Day::name).distinct().toList();
  }

  private static HolidayTable.Day holiday(String date) {
    return new HolidayTable.Day(LocalDate.parse(date), DayKind.HOLIDAY, "元旦");
  }

  private static HolidayTable.Day workday(String date) {
    return new HolidayTable.Day(LocalDate.parse(date), DayKind.WORKDAY, "元旦");
  }
}
