package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.EarlierResults;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspection;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.registry.Recusals;
import cn.jointinspection.supervision.Supervision;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the reads of pages and forms cost, each beside what it took the place of, on the same rows in the same run: a million
 * published results, as many steps in the journal and as many recusals. {@code -Drows=} and {@code -Drounds=} set the size.
 */
@DisplayName("读取的快慢，新旧并列")
class ReadsBenchmark extends ProcessTest {

  private static final int ROWS = Integer.getInteger("rows", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 9);
  /** Results of one object: as many joint inspections as have drawn it. */
  private static final int JOINTS = 20;
  private static final int OBJECTS = ROWS / JOINTS;
  private static final int INSPECTORS = 100;
  private static final int PAGE = 100;
  private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);
  private static final String JOINT = "140826-2024-001";
  private static final String OBJECT = "140826:7";

  @Autowired DepartmentChecks checks;
  @Autowired JointInspections inspections;
  @Autowired ObjectInspections objects;
  @Autowired Recusals recusals;
  @Autowired Supervision supervision;
  @Autowired TransactionTemplate transaction;

  @Test
  void oldBesideNew() {
    load();

    compare("earlier results of an object", "object_inspection_object",
        () -> publishedOf(OBJECT).forEach(checks::report),
        () -> assertThat(checks.earlierResults(OBJECT).total()).isEqualTo(JOINTS));
    compare("who keeps away from an object", "recusal_object",
        () -> assertThat(recusals.of(List.of("gaj"), TODAY).stream().filter(one -> one.objectNo().equals(OBJECT))).isNotEmpty(),
        () -> assertThat(recusals.inspectorsOf(OBJECT, TODAY)).isNotEmpty());
    compare("one object's steps", "journal_of_the_whole",
        () -> assertThat(inspections.journal(JOINT).stream()
            .filter(step -> step.objectInspectionId().equals(JOINT + "/7"))).isNotEmpty(),
        () -> assertThat(inspections.journal(JOINT, JOINT + "/7", "gaj")).isNotEmpty());
    compare("all joint inspections", null,
        () -> jdbc.sql("select id from joint_inspection order by id").query(String.class).list().forEach(this::oneByOne),
        () -> assertThat(inspections.all()).hasSize(JOINTS));
    List<String> page = objects.page(JOINT, "", List.of(), 1, PAGE).items().stream().map(ObjectInspection::id).toList();
    compare("a department's teams for " + page.size() + " objects", null,
        () -> page.forEach(id -> checks.get(id, "gaj")),
        () -> assertThat(checks.ofObjects(page, "gaj")).hasSameSizeAs(page));
    compare("supervision orders, all beside a page", null,
        () -> supervision.open(null, 1, ROWS),
        () -> supervision.open(null, 1, PAGE));
  }

  /** As it was asked for before there was an index. */
  private List<Long> publishedOf(String objectNo) {
    return jdbc.sql("""
            select c.id from department_check c join object_inspection o on o.id = c.object_inspection_id
            where o.object_no = ? and c.status = 'PUBLISHED' order by c.checked_on desc, c.id desc limit ?""")
        .params(objectNo, EarlierResults.MOST).query(Long.class).list();
  }

  private void oneByOne(String id) {
    jdbc.sql("select * from joint_inspection where id = ?").param(id).query().listOfRows();
    jdbc.sql("select * from participation where joint_inspection_id = ? order by position").param(id).query().listOfRows();
  }

  /** @param index that the old way had not; null for none */
  private void compare(String what, String index, Runnable old, Runnable now) {
    double[] before = new double[1];
    transaction.executeWithoutResult(status -> {
      if (index != null) {
        jdbc.sql("drop index " + index).update();
      }
      before[0] = milliseconds(old);
      status.setRollbackOnly();
    });
    double after = milliseconds(now);
    System.out.printf("%-42s %,12.2f ms before, %,10.2f ms now, 1/%,.0f%n", what, before[0], after, before[0] / after);
  }

  /** The median; the first round warms up. */
  private static double milliseconds(Runnable read) {
    read.run();
    long[] rounds = LongStream.range(0, ROUNDS).map(round -> {
      long start = System.nanoTime();
      read.run();
      return System.nanoTime() - start;
    }).sorted().toArray();
    assertThat(Arrays.stream(rounds)).hasSize(ROUNDS);
    return rounds[ROUNDS / 2] / 1e6;
  }

  private void load() {
    String sql = """
        alter table inspection_object disable trigger user;
        alter table inspector disable trigger user;
        alter table recusal disable trigger user;
        insert into scope (name) values ('示例');
        insert into annual_plan (division, division_name, year, title, file_name, file_sha256, imported_at, imported_by)
          values ('140826', '示例县', 2024, '示例计划', 'plan.csv', '0', '2024-03-19', 'bgsStaff1');
        insert into plan_item (plan_id, row_no, name, matters, scope_id, ratio_kind, basis_points, times_per_year,
          risk_rule, risk_text, window_from, window_to, lead_department, mode)
          select p.id, g, '示例', '示例', s.id, 'AT_LEAST', 3000, 1, 'NONE', '', 3, 11, 'gaj', 'COUNTY_DRAW_COUNTY_CHECK'
          from annual_plan p, scope s, generate_series(1, :joints) g;
        insert into joint_inspection (id, plan_id, row_no, year, title, lead_department, window_opens, window_closes)
          select '140826-2024-' || lpad(row_no::text, 3, '0'), plan_id, row_no, 2024, name, 'gaj', '2024-03-01',
            '2024-11-30' from plan_item;
        insert into participation (joint_inspection_id, department, role, position)
          select id, d, case d when 'gaj' then 'LEAD' else 'COOPERATING' end, n
          from joint_inspection, unnest(array['gaj', 'scjgj', 'wsjds', 'xfd']) with ordinality d(d, n);
        insert into inspection_object (object_no, name, category, updated_at)
          select '140826:' || g, '示例旅馆' || g, '示例', now() from generate_series(1, :objects) g;
        insert into inspector (certificate_no, name, department, certificate_expires_on, updated_at)
          select 'gaj' || g, '示例' || g, 'gaj', '2025-12-31', now() from generate_series(1, :inspectors) g;
        insert into recusal (inspector, object_no, reason, filed_at, filed_by, origin, starts_on)
          select 'gaj' || i, '140826:' || o, 'KINSHIP', now(), 'gaj', 'ORDERED', '2024-01-01'
          from generate_series(1, :inspectors) i, generate_series(1, :rows / :inspectors) o where o <= :objects;
        insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address, stratum)
          select j.id || '/' || g, j.id, g, '140826:' || g, '示例旅馆' || g, '示例路', 'B'
          from joint_inspection j, generate_series(1, :objects) g;
        insert into department_check (object_inspection_id, department, status, checked_on, method, entered_by)
          select id, 'gaj', 'PUBLISHED', date '2024-04-01' + visit_no % 90, 'ON_SITE', 'gaj1' from object_inspection;
        insert into check_result select id, 1, 'NO_PROBLEM', null from department_check;
        insert into check_inspector select id, 'gaj' || (1 + id % :inspectors), 1, 'DRAWN' from department_check
          where id <= 1000 or id in (select c.id from department_check c join object_inspection o
            on o.id = c.object_inspection_id where o.visit_no <= :page);
        insert into journal (at, actor, actor_name, department, joint_inspection_id, object_inspection_id, action)
          select now(), 'gaj1', '示例', 'gaj', joint_inspection_id, id, '示例' from object_inspection;
        insert into supervision_order (step, business_key, department, subject, due_at, opened_at, supervisor)
          select 'enter', g::text, 'gaj', '示例', now(), now(), 'bgs' from generate_series(1, :rows / 100) g;
        alter table inspection_object enable trigger user;
        alter table inspector enable trigger user;
        alter table recusal enable trigger user;
        analyze""";
    jdbc.sql(sql.replace(":joints", String.valueOf(JOINTS)).replace(":objects", String.valueOf(OBJECTS))
        .replace(":inspectors", String.valueOf(INSPECTORS)).replace(":rows", String.valueOf(ROWS))
        .replace(":page", String.valueOf(PAGE))).update();
  }
}
