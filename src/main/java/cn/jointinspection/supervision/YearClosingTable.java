package cn.jointinspection.supervision;

import cn.jointinspection.inspection.UnpublishedCheck;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code year_closing}, {@code year_countdown} and {@code year_closing_entry}. */
@Repository
class YearClosingTable {

  /** With the days of its countdown, oldest first. */
  private static final String SELECT = """
      select closing.*,
        array(select on_day from year_countdown d where d.year = closing.year order by on_day) as days,
        array(select unpublished from year_countdown d where d.year = closing.year order by on_day) as unpublished,
        array(select days_left from year_countdown d where d.year = closing.year order by on_day) as days_left
      from year_closing closing
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  YearClosingTable(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * What one department has on a year's list.
   *
   * @param withoutObjects joint inspections that had no objects yet
   */
  record Count(String department, int count, List<Long> checkIds, List<String> withoutObjects) {}

  record Entry(
      String jointInspectionId, String title, String objectName, Long checkId, String department,
      List<String> inspectors, String stage, Long orderId) {}

  boolean insert(int year, Instant now) {
    return jdbc.sql("insert into year_closing (year, opened_at) values (?, ?) on conflict do nothing")
        .params(year, Timestamp.from(now)).update() == 1;
  }

  void insertDay(int year, YearClosing.Day day) {
    jdbc.sql("insert into year_countdown (year, on_day, unpublished, days_left) values (?, ?, ?, ?) on conflict do nothing")
        .params(year, day.day(), day.unpublished(), day.daysLeft()).update();
  }

  /** @return false if it is closed already */
  boolean close(int year, Instant now) {
    return jdbc.sql("update year_closing set closed_at = ? where year = ? and closed_at is null")
        .params(Timestamp.from(now), year).update() == 1;
  }

  boolean confirm(int year, String note, Actor actor, Instant now) {
    return jdbc.sql("""
            update year_closing set confirmed_by = :by, confirmed_name = :name, confirmed_at = :now, note = :note
            where year = :year and closed_at is not null and confirmed_at is null""")
        .param("by", actor.userId())
        .param("name", actor.name())
        .param("now", Timestamp.from(now))
        .param("note", note)
        .param("year", year)
        .update() == 1;
  }

  /** Numbered in this order. */
  void insertEntries(int year, List<UnpublishedCheck> checks) {
    batch.batchUpdate("""
        insert into year_closing_entry (year, seq, joint_inspection_id, title, object_inspection_id, object_name,
          check_id, department, inspectors, stage) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        IntStream.range(0, checks.size()).mapToObj(i -> {
          UnpublishedCheck check = checks.get(i);
          return new Object[] {year, i + 1, check.jointInspectionId(), check.title(), check.objectInspectionId(),
              check.objectName(), check.checkId(), check.department(), check.inspectors().toArray(String[]::new),
              check.stage()};
        }).toList());
  }

  List<YearClosings.Late> late(int year) {
    return jdbc.sql("""
            select joint_inspection_id, department from year_closing_entry where year = ?
            group by joint_inspection_id, department order by min(seq)""")
        .param(year)
        .query((row, n) -> new YearClosings.Late(row.getString(1), row.getString(2)))
        .list();
  }

  void linkOrders(int year, String step) {
    jdbc.sql("""
            update year_closing_entry entry set order_id = opened.id from supervision_order opened
            where entry.year = :year and entry.order_id is null and opened.step = :step
              and opened.business_key = entry.joint_inspection_id and opened.department = entry.department""")
        .param("year", year)
        .param("step", step)
        .update();
  }

  List<Count> counts(int year) {
    return jdbc.sql("""
            select department, count(*)::int, array_remove(array_agg(check_id), null),
              array_remove(array_agg(case when check_id is null then joint_inspection_id end), null)
            from year_closing_entry where year = ? group by department""")
        .param(year)
        .query((row, n) -> new Count(row.getString(1), row.getInt(2), List.of((Long[]) row.getArray(3).getArray()),
            List.of((String[]) row.getArray(4).getArray())))
        .list();
  }

  List<Entry> firstOfEach(int year, int each) {
    return entries(jdbc.sql("""
            select * from (
              select *, row_number() over (partition by department order by seq) as place
              from year_closing_entry where year = ?) entry
            where place <= ? order by seq""").params(year, each));
  }

  /** @param department null for all */
  Page<Entry> page(int year, String department, int page, int size) {
    String wanted = " from year_closing_entry where year = :year and department = coalesce(:department, department)";
    return new Page<>(
        entries(jdbc.sql("select *" + wanted + " order by seq offset :offset limit :size")
            .param("year", year).param("department", department)
            .param("offset", Page.offset(page, size)).param("size", size)),
        page, size,
        jdbc.sql("select count(*)" + wanted).param("year", year).param("department", department)
            .query(Long.class).single());
  }

  private static List<Entry> entries(JdbcClient.StatementSpec query) {
    return query
        .query((row, n) -> new Entry(row.getString("joint_inspection_id"), row.getString("title"),
            row.getString("object_name"), row.getObject("check_id", Long.class), row.getString("department"),
            Arrays.asList((String[]) row.getArray("inspectors").getArray()), row.getString("stage"),
            row.getObject("order_id", Long.class)))
        .list();
  }

  Optional<YearClosing> find(int year) {
    return closings(jdbc.sql(SELECT + "where year = ?").param(year)).stream().findFirst();
  }

  List<YearClosing> all() {
    return closings(jdbc.sql(SELECT + "order by year desc"));
  }

  private static List<YearClosing> closings(JdbcClient.StatementSpec query) {
    return query.query((row, n) -> new YearClosing(row.getInt("year"), instant(row, "opened_at"),
        instant(row, "closed_at"), row.getString("confirmed_name"), instant(row, "confirmed_at"), row.getString("note"),
        days(row))).list();
  }

  private static List<YearClosing.Day> days(ResultSet row) throws SQLException {
    Date[] days = (Date[]) row.getArray("days").getArray();
    Integer[] unpublished = (Integer[]) row.getArray("unpublished").getArray();
    Integer[] left = (Integer[]) row.getArray("days_left").getArray();
    return IntStream.range(0, days.length)
        .mapToObj(i -> new YearClosing.Day(days[i].toLocalDate(), unpublished[i], left[i])).toList();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
