package cn.jointinspection.calendar;

import cn.jointinspection.platform.PerTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the holiday tables in the database, so that the office can add a year without a new program.
 *
 * <p>The tables that come with the program are stored while this bean is made, after the migrations: every bean that is
 * given {@link WorkingDays} finds them there.
 */
@Component
public class HolidayTables implements InitializingBean {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final PerTransaction<String, Holidays> current = new PerTransaction<>();
  private volatile Cached cached = new Cached("", new Holidays(Set.of(), Map.of()));

  HolidayTables(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    loadReference(clock.instant(), "system");
  }

  /**
   * Stores the tables that come with the program for every year the database does not have yet. Years it has stay as
   * they are, also when several nodes start together.
   *
   * @param now moment recorded as the time of loading
   * @param by who loads, for the record
   */
  public void loadReference(Instant now, String by) {
    transaction.executeWithoutResult(status -> {
      for (HolidayTable table : ReferenceHolidays.read()) {
        if (insertYear(table, now, by, "on conflict (year) do nothing") == 1) {
          insertDays(table);
        }
      }
      current.forget();
    });
  }

  /**
   * Stores the table of a year, in place of the one known so far. A day that another year's notice named already goes
   * by this one.
   *
   * @param now moment recorded as the time of loading
   * @param by who loads, for the record
   */
  public void replace(HolidayTable table, Instant now, String by) {
    transaction.executeWithoutResult(status -> {
      insertYear(table, now, by, """
          on conflict (year) do update set notice = excluded.notice, loaded_at = excluded.loaded_at,
            loaded_by = excluded.loaded_by, version = holiday_year.version + 1""");
      jdbc.sql("delete from holiday where year = ?").param(table.year()).update();
      insertDays(table);
      current.forget();
    });
  }

  /**
   * A year whose table is known.
   *
   * @param notice number or title of the notice; null when not recorded
   * @param holidays days off named by the notice, weekends among them
   * @param workdays weekend days worked to make up for others
   * @param loadedBy who loaded it: an account, or {@code system} for a table that came with the program
   * @param version rises with each replacement
   */
  public record StoredYear(
      int year, String notice, int holidays, int workdays, LocalDateTime loadedAt, String loadedBy, int version) {}

  /** The years whose table is known, the latest first; times are local, Asia/Shanghai. */
  public List<StoredYear> years() {
    return jdbc.sql("""
            select y.year, y.notice, count(*) filter (where h.kind = 'holiday') as holidays,
              count(*) filter (where h.kind = 'workday') as workdays, y.loaded_at::timestamp as loaded_at, y.loaded_by,
              y.version
            from holiday_year y left join holiday h on h.year = y.year group by y.year order by y.year desc""")
        .query(StoredYear.class).list();
  }

  /** The table of a year by date; empty where its notice is not known. */
  public Optional<HolidayTable> table(int year) {
    return years().stream().filter(known -> known.year() == year).findFirst()
        .map(known -> new HolidayTable(year, known.notice(), days(year)));
  }

  private List<HolidayTable.Day> days(int year) {
    return jdbc.sql("select day, kind, name from holiday where year = ? order by day").param(year)
        .query((row, number) -> new HolidayTable.Day(
            row.getObject("day", LocalDate.class), DayKind.of(row.getString("kind")), row.getString("name")))
        .list();
  }

  /** What the database holds at a transaction's first question. */
  Holidays current() {
    return current.get("", this::newest);
  }

  /** Read again only when a year was added or replaced, by whichever node. */
  private Holidays newest() {
    String stamp = jdbc
        .sql("select coalesce(string_agg(year || ':' || version, ' ' order by year), '') from holiday_year")
        .query(String.class).single();
    Cached known = cached;
    if (!known.stamp.equals(stamp)) {
      known = new Cached(stamp, read());
      cached = known;
    }
    return known.holidays;
  }

  private Holidays read() {
    Set<Integer> years = Set.copyOf(jdbc.sql("select year from holiday_year").query(Integer.class).list());
    Map<LocalDate, DayKind> days = new HashMap<>();
    jdbc.sql("select day, kind from holiday")
        .query(row -> {
          days.put(row.getObject("day", LocalDate.class), DayKind.of(row.getString("kind")));
        });
    return new Holidays(years, days);
  }

  private int insertYear(HolidayTable table, Instant now, String by, String onConflict) {
    return jdbc.sql("insert into holiday_year (year, notice, loaded_at, loaded_by) values (?, ?, ?, ?) " + onConflict)
        .params(table.year(), table.notice(), now.atOffset(ZoneOffset.UTC), by)
        .update();
  }

  private void insertDays(HolidayTable table) {
    for (HolidayTable.Day day : table.days()) {
      jdbc.sql("""
              insert into holiday (day, year, kind, name) values (?, ?, ?, ?)
              on conflict (day) do update set year = excluded.year, kind = excluded.kind, name = excluded.name""")
          .params(day.date(), table.year(), day.kind().code(), day.name())
          .update();
    }
  }

  private record Cached(String stamp, Holidays holidays) {}
}
