package cn.jointinspection.supervision;

import cn.jointinspection.inspection.JointInspectionStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far a year's plan has come, by department and by joint inspection, and its targets (三、四、五、六). It counts nothing: all
 * of it stands in the views {@code figure_...}, which docs/figures.md explains.
 */
@Service
@Transactional(readOnly = true)
public class YearFigures {

  private static final String BRIEF = "BRIEF";

  private final JdbcClient jdbc;

  YearFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One department's year. Checks are counted by object and department.
   *
   * @param planned joint inspections that it leads
   * @param launched of these, launched
   * @param drawn checks that fell to it by lot, without those dropped
   * @param late deadlines that it let pass
   * @param referred violations that it referred
   */
  public record DepartmentYear(
      String department, String name, int planned, int launched, int drawn, int checked, int entered, int published,
      int problems, int dropped, int late, int referred) {}

  /**
   * A target with the list behind it.
   *
   * @param percent at least this many of the denominator
   * @param open what is missing, by name
   */
  public record Target(String name, String clause, int numerator, int denominator, int percent, List<String> open) {

    public boolean met() {
      return (long) numerator * 100 >= (long) denominator * percent;
    }
  }

  /** @param year of the plan */
  public record Figures(int year, List<DepartmentYear> departments, DepartmentYear total, List<Target> targets) {}

  /**
   * How far one joint inspection is.
   *
   * @param launchedAt null before
   * @param completedAt null before
   * @param nextDeadline earliest last day for publication among objects that are checked; null for none
   */
  public record InspectionYear(
      String number, String title, String leadDepartment, LocalDate windowOpens, LocalDate windowCloses,
      JointInspectionStatus stage, Counts counts, Instant launchedAt, Instant completedAt, LocalDate nextDeadline) {

    /** @param objects drawn, without those replaced or gone; all else is counted by object and department */
    public record Counts(
        int objects, int drawn, int noticed, int checked, int entered, int published, int problems, int dropped) {}
  }

  /** @throws java.util.NoSuchElementException if no plan is published for the year */
  public Figures of(int year) {
    return new Figures(year, departments(year), total(year), targets(year));
  }

  /** @throws java.util.NoSuchElementException if no plan is published for the year */
  public DepartmentYear total(int year) {
    return jdbc.sql("select '' as department, '合计' as name, f.* from figure_year f where f.year = ?").param(year)
        .query(DepartmentYear.class).optional().orElseThrow();
  }

  /** In order of their numbers; none if no plan is published for the year. */
  public List<InspectionYear> inspections(int year) {
    return jdbc.sql("select * from figure_inspection where year = ? order by number").param(year)
        .query((row, n) -> inspection(row)).list();
  }

  private List<DepartmentYear> departments(int year) {
    return jdbc.sql("select * from figure_department where year = ? order by position, department").param(year)
        .query(DepartmentYear.class).list();
  }

  private List<Target> targets(int year) {
    Map<String, List<String>> open = jdbc.sql("""
            select target, name, denominator - numerator as missing, position > 0 as of_department from figure_target_item
            where year = ? and numerator < denominator and target <> ? order by position, item collate "C\"""")
        .params(year, BRIEF)
        .query((row, n) -> Map.entry(row.getString("target"), missing(row))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    open.put(BRIEF, List.of("简报不在本系统编发，未计入"));
    return jdbc.sql("select * from figure_target where year = ? order by position").param(year)
        .query((row, n) -> new Target(row.getString("name"), row.getString("clause"), row.getInt("numerator"),
            row.getInt("denominator"), row.getInt("percent"), open.getOrDefault(row.getString("target"), List.of())))
        .list();
  }

  private static String missing(ResultSet row) throws SQLException {
    return row.getBoolean("of_department") ? row.getString("name") + "：" + row.getInt("missing") + " 户次"
        : row.getString("name");
  }

  private static InspectionYear inspection(ResultSet row) throws SQLException {
    return new InspectionYear(row.getString("number"), row.getString("title"), row.getString("lead_department"),
        row.getObject("window_opens", LocalDate.class), row.getObject("window_closes", LocalDate.class),
        JointInspectionStatus.valueOf(row.getString("stage")),
        new InspectionYear.Counts(row.getInt("objects"), row.getInt("drawn"), row.getInt("noticed"), row.getInt("checked"),
            row.getInt("entered"), row.getInt("published"), row.getInt("problems"), row.getInt("dropped")),
        instant(row, "launched_at"), instant(row, "completed_at"), row.getObject("next_deadline", LocalDate.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
