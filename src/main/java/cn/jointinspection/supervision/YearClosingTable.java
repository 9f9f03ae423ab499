package cn.jointinspection.supervision;

import cn.jointinspection.inspection.UnpublishedCheck;
import cn.jointinspection.platform.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code year_closing}, {@code year_countdown} and {@code year_closing_entry}. */
@Repository
class YearClosingTable {

  private final JdbcClient jdbc;

  YearClosingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

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

  void insertEntry(int year, int seq, UnpublishedCheck check) {
    jdbc.sql("""
            insert into year_closing_entry (year, seq, joint_inspection_id, title, object_inspection_id, object_name,
              check_id, department, inspectors, stage)
            values (:year, :seq, :jointInspection, :title, :object, :objectName, :check, :department, :inspectors, :stage)""")
        .param("year", year)
        .param("seq", seq)
        .param("jointInspection", check.jointInspectionId())
        .param("title", check.title())
        .param("object", check.objectInspectionId())
        .param("objectName", check.objectName())
        .param("check", check.checkId())
        .param("department", check.department())
        .param("inspectors", check.inspectors().toArray(String[]::new))
        .param("stage", check.stage())
        .update();
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

  List<Entry> entries(int year) {
    return jdbc.sql("select * from year_closing_entry where year = ? order by seq")
        .param(year)
        .query((row, n) -> new Entry(row.getString("joint_inspection_id"), row.getString("title"),
            row.getString("object_name"), row.getObject("check_id", Long.class), row.getString("department"),
            Arrays.asList((String[]) row.getArray("inspectors").getArray()), row.getString("stage"),
            row.getObject("order_id", Long.class)))
        .list();
  }

  Optional<YearClosing> find(int year) {
    return jdbc.sql("select * from year_closing where year = ?").param(year)
        .query((row, n) -> closing(row)).optional();
  }

  List<YearClosing> all() {
    return jdbc.sql("select * from year_closing order by year desc").query((row, n) -> closing(row)).list();
  }

  private YearClosing closing(ResultSet row) throws SQLException {
    int year = row.getInt("year");
    List<YearClosing.Day> days = jdbc.sql("select * from year_countdown where year = ? order by on_day").param(year)
        .query((day, n) -> new YearClosing.Day(day.getObject("on_day", LocalDate.class), day.getInt("unpublished"),
            day.getInt("days_left")))
        .list();
    return new YearClosing(year, instant(row, "opened_at"), instant(row, "closed_at"),
        row.getString("confirmed_name"), instant(row, "confirmed_at"), row.getString("note"), days);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
