package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.platform.DatabaseTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The page of possible duplicates among so many objects, of which a few hundred are. Not among the tests:
 * {@code ./mvnw -q test -Dtest=DuplicatesBenchmark -Drows=1000000}.
 */
@DatabaseTest
@Import(DuplicatesBenchmark.Beans.class)
@TestPropertySource(properties = {
    "joint-inspection.embedded.database=duplicates_benchmark", "joint-inspection.division.code=140826",
    "room-guard=false", "logging.level.root=warn"})
@DisplayName("疑似重复的速度")
class DuplicatesBenchmark {

  private static final int TIMES = 9;

  @ComponentScan(basePackageClasses = Departments.class)
  static class Beans {}

  @Autowired Duplicates duplicates;
  @Autowired ObjectSearch search;
  @Autowired JdbcClient jdbc;

  @Test
  void among() {
    int rows = Integer.getInteger("rows", 100_000);
    jdbc.sql("alter table inspection_object disable trigger user").update();
    // Nothing here asks them, and they take longest to build.
    jdbc.sql("drop index inspection_object_name_pieces, inspection_object_address_pieces").update();
    long start = System.nanoTime();
    jdbc.sql("""
            insert into inspection_object (object_no, name, credit_code, registration_no, category, address, updated_at)
            select case when g % 10000 = 3 then 'N' || g else '9114' || lpad(g::text, 14, '0') end, '示例企业' || case when g % 10000 = 1 then g - 1 else g end,
              '9114' || lpad((case when g % 10000 = 3 then g - 1 else g end)::text, 14, '0'),
              case when g % 2 = 0 then null when g % 10000 = 5 then (g - 2)::text else g::text end,
              '示例', '示例镇示例大街' || g / 100 || '号', now()
            from generate_series(0, :rows - 1) g""").param("rows", rows).update();
    System.out.printf("rows in %.1f s%n", (System.nanoTime() - start) / 1e9);
    jdbc.sql("""
            insert into object_licence (object_no, name, number, valid_until, updated_at)
            select object_no, '示例许可证', object_no, date '2024-01-01' + (id % 2000)::int, now() from inspection_object
            where id % 3 = 0""").update();
    jdbc.sql("vacuum analyze inspection_object").update();
    jdbc.sql("vacuum analyze object_licence").update();
    measure("possible duplicates", () -> assertThat(duplicates.find(1, 20).page().total()).isPositive());
    var few = new ObjectQuery(null, null, null, null, null, LocalDate.of(2024, 1, 3));
    var many = new ObjectQuery(null, null, null, null, null, LocalDate.of(2027, 1, 1));
    measure("licence ended, few", () -> search.find(few, 1, 20));
    measure("licence ended, many", () -> search.find(many, 1, 20));
  }

  private static void measure(String what, Runnable work) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      work.run();
      times.add((System.nanoTime() - start) / 1e6);
    }
    times.sort(null);
    System.out.printf("%-24s median %.0f ms, slowest %.0f ms%n", what, times.get(TIMES / 2), times.get(TIMES - 1));
  }
}
