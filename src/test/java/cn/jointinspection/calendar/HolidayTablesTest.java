package cn.jointinspection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jointinspection.calendar.CalendarRefused.NoHolidayTable;
import cn.jointinspection.platform.DatabaseTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import({HolidayTables.class, WorkingDays.class})
@DisplayName("节假日安排的保存")
class HolidayTablesTest {

  private static final Instant NOW = Instant.parse("2024-03-20T01:00:00Z");
  private static final LocalDate FRIDAY = LocalDate.of(2027, 1, 1);

  @Autowired HolidayTables tables;
  @Autowired WorkingDays workingDays;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void backToTheReference() {
    jdbc.sql("delete from holiday").update();
    jdbc.sql("delete from holiday_year").update();
    tables.loadReference(NOW, "test");
  }

  @Test
  @DisplayName("启动后即可使用随程序提供的年份")
  void isFilledAtTheStart() {
    assertThat(workingDays.knows(2023)).isFalse();
    assertThat(List.of(2024, 2025, 2026)).allMatch(workingDays::knows);
    assertThat(workingDays.after(LocalDate.of(2024, 9, 27), 20)).isEqualTo("2024-10-30");
    assertThat(workingDays.before(LocalDate.of(2024, 10, 30), 20)).isEqualTo("2024-09-27");
    assertThat(workingDays.isWorkingDay(LocalDate.of(2024, 2, 18))).isTrue();
    assertThat(workingDays.publicationDeadline(LocalDate.of(2024, 12, 2), 2024)).isEqualTo("2024-12-20");
  }

  @Test
  @DisplayName("重复装入不改变已有年份，缺少的年份补齐")
  void loadingAgainChangesNothing() {
    jdbc.sql("delete from holiday where year = 2026").update();
    jdbc.sql("delete from holiday_year where year = 2026").update();
    assertThat(workingDays.knows(2026)).isFalse();
    tables.replace(new HolidayTable(2025, "国办发明电〔2024〕12号", List.of(holiday("2025-03-20"))), NOW, "office");
    List<Map<String, Object>> before = jdbc.sql("select * from holiday_year order by year").query().listOfRows();

    tables.loadReference(NOW.plusSeconds(60), "again");

    assertThat(jdbc.sql("select * from holiday_year order by year").query().listOfRows()).startsWith(
        before.toArray(Map[]::new));
    assertThat(workingDays.isWorkingDay(LocalDate.of(2025, 3, 20))).isFalse();
    assertThat(workingDays.isWorkingDay(LocalDate.of(2025, 10, 1))).isTrue();
    assertThat(workingDays.after(LocalDate.of(2026, 2, 5), 20)).isEqualTo("2026-03-11");
  }

  @Test
  @DisplayName("导入新年份后立即可算，不必重新启动")
  void aNewYearCountsAtOnce() {
    assertThatExceptionOfType(NoHolidayTable.class).isThrownBy(() -> workingDays.isWorkingDay(FRIDAY));

    tables.replace(new HolidayTable(2027, null, List.of(holiday("2027-01-01"))), NOW, "office");

    assertThat(workingDays.knows(2027)).isTrue();
    assertThat(workingDays.isWorkingDay(FRIDAY)).isFalse();
  }

  @Test
  @DisplayName("更正某年安排后按新表计算，原表不再起作用")
  void aCorrectedYearReplacesTheOldOne() {
    tables.replace(new HolidayTable(2027, null, List.of(holiday("2027-01-01"))), NOW, "office");
    assertThat(workingDays.isWorkingDay(FRIDAY)).isFalse();

    tables.replace(new HolidayTable(2027, null, List.of(holiday("2027-01-04"))), NOW, "office");

    assertThat(workingDays.isWorkingDay(FRIDAY)).isTrue();
    assertThat(workingDays.isWorkingDay(LocalDate.of(2027, 1, 4))).isFalse();
  }

  @Test
  @DisplayName("新一年通知改动上年十二月的日期时，以新通知为准")
  void aLaterNoticeMayChangeTheDecemberBefore() {
    LocalDate saturday = LocalDate.of(2026, 12, 26);
    tables.replace(new HolidayTable(2026, null, List.of(holiday("2026-01-01"), holiday("2026-12-26"))), NOW, "office");
    assertThat(workingDays.isWorkingDay(saturday)).isFalse();

    tables.replace(new HolidayTable(2027, null, List.of(holiday("2027-01-01"),
        new HolidayTable.Day(saturday, DayKind.WORKDAY, "元旦"))), NOW, "office");

    assertThat(workingDays.isWorkingDay(saturday)).isTrue();
  }

  @Test
  @DisplayName("回滚的导入不留在内存里")
  void aRolledBackYearIsForgotten() {
    transaction.executeWithoutResult(status -> {
      tables.replace(new HolidayTable(2027, null, List.of(holiday("2027-01-01"))), NOW, "office");
      assertThat(workingDays.knows(2027)).isTrue();
      status.setRollbackOnly();
    });

    assertThat(workingDays.knows(2027)).isFalse();
  }

  @Test
  @DisplayName("一个事务自始至终按同一张表算；自己换了表的，按新表算")
  void oneTransactionGoesByOneTable() {
    var another = new TransactionTemplate(transaction.getTransactionManager());
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    transaction.executeWithoutResult(status -> {
      assertThat(workingDays.knows(2027)).isFalse();
      another.executeWithoutResult(inner -> {
        tables.replace(new HolidayTable(2027, null, List.of(holiday("2027-01-01"))), NOW, "office");
        assertThat(workingDays.knows(2027)).isTrue();
      });
      assertThat(workingDays.knows(2027)).isFalse();

      tables.replace(new HolidayTable(2028, null, List.of(holiday("2028-01-03"))), NOW, "office");
      assertThat(workingDays.knows(2028)).isTrue();
    });

    assertThat(workingDays.knows(2027)).isTrue();
  }

  private static HolidayTable.Day holiday(String date) {
    return new HolidayTable.Day(LocalDate.parse(date), DayKind.HOLIDAY, "元旦");
  }
}
