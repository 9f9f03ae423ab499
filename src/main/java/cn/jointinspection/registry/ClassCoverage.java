package cn.jointinspection.registry;

import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many objects in force have a class, and how old the classes are: classes come every month (四). */
@Component
public class ClassCoverage {

  private final JdbcClient jdbc;
  private final Clock clock;

  ClassCoverage(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Objects in force of which a figure tells. */
  public enum Gap {
    UNRATED("没有等级", "k.risk_class is null"),
    NO_DATE("分类日期不明", "k.risk_class is not null and k.dated_on is null"),
    OVER_A_MONTH("超过一个月", "k.risk_class is not null and k.dated_on < :month"),
    OVER_A_QUARTER("超过三个月", "k.risk_class is not null and k.dated_on < :quarter");

    private final String label;
    private final String condition;

    Gap(String label, String condition) {
      this.label = label;
      this.condition = condition;
    }

    public String label() {
      return label;
    }
  }

  /**
   * Figures of a scope.
   *
   * @param scopeId null for all together, an object of several scopes counted once
   * @param objects in force
   * @param rated of them with a class
   * @param noDate of the rated those of which no day is known, as they came with the object
   * @param overAMonth of the rated those whose class is older than a month; those over a quarter are among them
   */
  public record Figures(
      Integer scopeId, String scope, int objects, int rated, int noDate, int overAMonth, int overAQuarter) {

    /** Share with a class in whole percent, rounded down: 100 only where none is missing. */
    public int percent() {
      return objects == 0 ? 0 : (int) (rated * 100L / objects);
    }

    public int unrated() {
      return objects - rated;
    }
  }

  /** An object behind a figure. @param riskClass null while unrated @param datedOn null where not known */
  public record Line(String objectNo, String name, RiskClass riskClass, RiskSource source, LocalDate datedOn) {}

  private static final String FIGURES = "count(*)::int as objects, count(k.risk_class)::int as rated, "
      + "count(*) filter (where " + Gap.NO_DATE.condition + ")::int as no_date, "
      + "count(*) filter (where " + Gap.OVER_A_MONTH.condition + ")::int as over_a_month, "
      + "count(*) filter (where " + Gap.OVER_A_QUARTER.condition + ")::int as over_a_quarter";

  /** By name of scope. Reads every object. @param scopes only these; null for all */
  public List<Figures> byScope(Collection<Integer> scopes) {
    return dated("""
        select s.id as scope_id, s.name as scope, %s
        from object_scope os join scope s on s.id = os.scope_id join object_class k on k.object_id = os.object_id
        where k.status = 'IN_FORCE' and (:scopes::int[] is null or s.id = any (:scopes))
        group by s.id, s.name order by s.name collate "C" """.formatted(FIGURES))
        .param("scopes", array(scopes)).query(Figures.class).list();
  }

  /** All together. Reads every object. @param scopes only objects of one of these; null for all */
  public Figures together(Collection<Integer> scopes) {
    return dated("select null::int as scope_id, '合计' as scope, " + FIGURES + OF)
        .param("scopes", array(scopes)).query(Figures.class).single();
  }

  /** The objects behind a figure, in the order they were entered. @param page counted from 1 */
  public Page<Line> behind(Gap gap, Collection<Integer> scopes, int page, int size) {
    String from = OF + " and " + gap.condition;
    return new Page<>(
        dated("select k.object_no, k.name, k.risk_class, k.source, k.dated_on" + from
                + " order by k.object_id offset :offset limit :size")
            .param("scopes", array(scopes)).param("offset", Page.offset(page, size)).param("size", size)
            .query(Line.class).list(),
        page, size, dated("select count(*)" + from).param("scopes", array(scopes)).query(Long.class).single());
  }

  private static final String OF = " " + """
      from object_class k where k.status = 'IN_FORCE' and (:scopes::int[] is null or exists (
        select from object_scope os where os.object_id = k.object_id and os.scope_id = any (:scopes)))""";

  /** Whether a list of classes has come into force in this calendar month. */
  public boolean cameThisMonth() {
    return jdbc.sql("""
            select exists (select from registry_change
              where kind = 'RISK_CLASSES' and status = 'IN_FORCE' and in_force_at >= ?)""")
        .param(LocalDate.now(clock).withDayOfMonth(1).atStartOfDay(Zone.SHANGHAI).toOffsetDateTime())
        .query(Boolean.class).single();
  }

  private JdbcClient.StatementSpec dated(String sql) {
    LocalDate today = LocalDate.now(clock);
    return jdbc.sql(sql).param("month", today.minusMonths(1)).param("quarter", today.minusMonths(3));
  }

  private static Integer[] array(Collection<Integer> scopes) {
    return scopes == null ? null : scopes.toArray(Integer[]::new);
  }
}
