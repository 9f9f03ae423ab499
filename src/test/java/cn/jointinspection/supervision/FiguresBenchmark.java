package cn.jointinspection.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.registry.Departments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What the figures of a year cost as pages ask for them, beside a bare count of the year's checks: {@code -Dinspections=}
 * (7,000), {@code -Dobjects=} (200,000) and {@code -Dchecks=} (500,000) in {@code -Dyears=} (10) years, {@code -Dlargest=} objects
 * (10,000) in one joint inspection of the last of them. {@code -Drounds=} questions of each kind. Not among the tests:
 * {@code ./mvnw -q test -Dtest=FiguresBenchmark}.
 */
@DatabaseTest
@Import({YearFigures.class, Departments.class})
@TestPropertySource(properties = {
    "joint-inspection.embedded.database=figures_benchmark", "room-guard=false", "logging.level.root=warn"})
@DisplayName("全年指标的快慢")
class FiguresBenchmark {

  private static final int INSPECTIONS = Integer.getInteger("inspections", 7_000);
  private static final int OBJECTS = Integer.getInteger("objects", 200_000);
  private static final int CHECKS = Integer.getInteger("checks", 500_000);
  private static final int YEARS = Integer.getInteger("years", 10);
  private static final int LARGEST = Integer.getInteger("largest", 10_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 20);
  private static final int FIRST_YEAR = 2024;
  private static final int LAST_YEAR = FIRST_YEAR + YEARS - 1;
  private static final String BIG = "140826-" + LAST_YEAR + "-001";

  @Autowired YearFigures figures;
  @Autowired JdbcClient jdbc;

  private double bare;

  @Test
  void asPagesAsk() throws IOException {
    load();
    System.out.printf("%,d joint inspections, %,d objects, %,d checks in %d years; %d has %,d checks%n", count("joint_inspection"),
        count("object_inspection"), count("department_check"), YEARS, LAST_YEAR, count("figure_check where year = " + LAST_YEAR));
    System.out.printf("%-62s %10s %10s %10s%n", "question", "p50 ms", "p95 ms", "of bare");

    bare = measure("bare count of a year's checks", i -> sql("""
        select count(*) from joint_inspection j join object_inspection o on o.joint_inspection_id = j.id
        join department_check c on c.object_inspection_id = o.id where j.year = """ + year(i)));
    measure("figure_inspection: first 50 of a year", i -> sql(
        "select * from figure_inspection where year = " + year(i) + " order by number limit 50"));
    measure("figure_inspection: 50 of a year by nearest end of window", i -> sql("""
        select * from figure_inspection where stage <> 'COMPLETED' and year = """ + year(i) + " order by window_closes, number limit 50"));
    measure("figure_inspection: a department's of a year", i -> sql(
        "select * from figure_inspection where lead_department = 'gaj' and year = " + year(i)));
    measure("figure_inspection: all of a year", i -> sql("select * from figure_inspection where year = " + year(i)));
    measure("figure_inspection: all of the year with the largest", i -> sql("select * from figure_inspection where year = " + LAST_YEAR));
    measure("figure_inspection: an ordinary one", i -> sql(
        "select * from figure_inspection where number = '140826-" + year(i) + "-002'"));
    measure("figure_inspection: the largest", i -> sql("select * from figure_inspection where number = '" + BIG + "'"));
    measure("figure_check: the largest by department", i -> sql("""
        select department, count(*) filter (where published) from figure_check where number = '""" + BIG + "' group by 1"));
    measure("figure_department: all of a year", i -> sql("select * from figure_department where year = " + year(i)));
    measure("figure_department: all of the year with the largest", i -> sql("select * from figure_department where year = " + LAST_YEAR));
    measure("figure_department: one of a year", i -> sql(
        "select * from figure_department where department = 'gaj' and year = " + year(i)));
    measure("figure_year: the year with the largest", i -> sql("select * from figure_year where year = " + LAST_YEAR));
    measure("figure_month: the year with the largest", i -> sql("select * from figure_month where year = " + LAST_YEAR));
    measure("figure_month: a department's year", i -> sql(
        "select * from figure_month where department = 'gaj' and year = " + year(i)));
    measure("figure_target: the year with the largest", i -> sql("select * from figure_target where year = " + LAST_YEAR));
    measure("figure_target_item: what is missing, the same year", i -> sql(
        "select * from figure_target_item where numerator < denominator and year = " + LAST_YEAR));
    measure("YearFigures: the whole of that year, five questions", i -> figures.of(LAST_YEAR).departments());
  }

  private static int year(int i) {
    return FIRST_YEAR + i % YEARS;
  }

  private List<?> sql(String question) {
    return jdbc.sql(question).query().listOfRows();
  }

  private long count(String from) {
    return jdbc.sql("select count(*) from " + from).query(Long.class).single();
  }

  /** Two rounds before warm up. @return the median in ms */
  private double measure(String what, IntFunction<List<?>> question) {
    List<Double> times = new ArrayList<>();
    for (int i = -2; i < ROUNDS; i++) {
      long start = System.nanoTime();
      assertThat(question.apply(Math.max(i, 0))).isNotEmpty();
      if (i >= 0) {
        times.add((System.nanoTime() - start) / 1e6);
      }
    }
    Collections.sort(times);
    double median = times.get(ROUNDS / 2);
    System.out.printf("%-62s %,10.1f %,10.1f %10.1f%n", what, median, times.get(Math.min(ROUNDS - 1, ROUNDS * 95 / 100)),
        median / (bare == 0 ? median : bare));
    return median;
  }

  private void load() throws IOException {
    String sql = new ClassPathResource("benchmark/figures.sql").getContentAsString(StandardCharsets.UTF_8);
    jdbc.sql(sql.replace(":inspections", "" + INSPECTIONS).replace(":objects", "" + OBJECTS).replace(":checks", "" + CHECKS)
        .replace(":years", "" + YEARS).replace(":largest", "" + LARGEST).replace(":first", "" + FIRST_YEAR)
        .replace(":big", "'" + BIG + "'")).update();
  }
}
