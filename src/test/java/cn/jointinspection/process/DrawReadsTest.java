package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.draw.DrawShortfalls;
import cn.jointinspection.draw.ShortfallDecision;
import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.inspection.CheckRows;
import cn.jointinspection.platform.Actor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@DisplayName("抽取再多、一次抽中再多，页面问数据库的次数不变，一页也不会越来越长")
@Import(StatementCount.class)
@TestPropertySource(properties = "joint-inspection.embedded.database=draw_reads")
class DrawReadsTest extends HttpTest {

  private static final int FEW = 10;
  private static final int MANY = 1000;
  private static final String STAFF = "/camunda/api/staff/draws";
  private static final List<String> PUBLIC =
      List.of("/draws", "/draws/1", "/public/api/draws?size=200", "/public/api/draws/1", "/public/api/draws/1/files/transcript.json");
  private static final List<String> ROOM =
      List.of(STAFF, STAFF + "/1", STAFF + "/1/progress", STAFF + "/1/result", STAFF + "/1/minutes");

  @Autowired StatementCount statements;
  @Autowired DrawShortfalls shortfalls;

  @BeforeEach
  void people() {
    jdbc.sql("truncate draw cascade").update();
    county.account("bgsStaff1", "bgs");
    county.account("gajStaff1", "gaj");
  }

  /** So many draws, and in the first so many objects, events, shortfalls and values that were disputed. */
  private void rows(int number) {
    CheckRows.of(jdbc, 1, "gaj");
    jdbc.sql("""
            insert into inspection_object (object_no, name, category, updated_at)
              select '示例编号-' || lpad(n::text, 5, '0'), '示例' || n, '示例', now() from generate_series(1, :n) n
              on conflict do nothing;
            insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address, stratum)
              select '140826-2024-008/' || n, '140826-2024-008', n, '示例编号-' || lpad(n::text, 5, '0'), '示例' || n,
                '示例路1号', 'B' from generate_series(1, :n) n on conflict do nothing;
            insert into inspector (certificate_no, name, department, certificate_expires_on, updated_at)
            select 'gaj-' || n, '示例' || n, 'gaj', '2024-12-31', now() from generate_series(1, 20) n on conflict do nothing;
            insert into draw (id, number, joint_inspection_id, year, title, prev, "freeze", frozen_at, frozen_by,
              candidate_count, candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status,
              public_value, seed, allocation, transcript_sha256, drawn_at)
            select 'D-' || n, n, case n when 1 then '140826-2024-008' else 'J-' || n end, 2024, '示例' || n,
              repeat('0', 64), repeat('0', 64), now(), 'system', 1, '{"B": 1}', '{}', 'dice', '示例',
              case when n % 7 = 0 then 'FROZEN' else 'DRAWN' end, '1', repeat('0', 64), '{"B": 1}', repeat('0', 64), now()
            from generate_series(1, :n) n on conflict do nothing;
            insert into draw_contribution select d.id, x, repeat('0', 64), x || 'Staff1', now()
              from draw d, unnest(array['gaj', 'xfd']) x on conflict do nothing;
            insert into draw_file values ('D-1', 'transcript.json', repeat('0', 64), '{}') on conflict do nothing;
            insert into draw_selected select 'D-1', n, '示例编号-' || lpad(n::text, 5, '0'), 'B', repeat('0', 64)
              from generate_series(1, :n) n on conflict do nothing;
            insert into draw_team_member select 'D-1', object_no, 'gaj', 1, 'gaj-' || visit_no % 20 from draw_selected
              on conflict do nothing;
            insert into draw_assignment select * from draw_team_member on conflict do nothing;
            insert into draw_shortfall (draw_id, object_no, department, seq, missing)
              select 'D-1', object_no, 'gaj', visit_no, 'count' from draw_selected on conflict do nothing;
            insert into draw_event (draw_id, seq, type, object_no, inspector, reason, event_hash, replacement, approved_by,
                recorded_at, entry, transcript_sha256, transcript_size)
              select 'D-1', visit_no, 'recuse', object_no, 'gaj-1', 'KINSHIP', repeat('0', 64), 'gaj-2', 'gaj' || visit_no,
                now(), '{}', lpad(visit_no::text, 64, '0'), 10 from draw_selected on conflict do nothing;
            insert into draw_value_dispute select 'D-1', visit_no, '1', 'bgs' || visit_no, now(), 'gaj' || visit_no, 'gaj',
                now(), '示例' from draw_selected on conflict do nothing;
            update joint_inspection set draw_id = 'D-1';
            update object_inspection set status = 'CHECKED';""")
        .param("n", number).update();
  }

  @Test
  @DisplayName("公示的列表、一次抽取和接口，抽取现场、进展、结果和抽取记录")
  void asManyStatementsForTenAsForAThousand() {
    rows(FEW);
    Map<String, Integer> few = counted();
    rows(MANY);

    assertThat(counted()).isEqualTo(few);
  }

  private Map<String, Integer> counted() {
    Map<String, Integer> counts = new TreeMap<>();
    PUBLIC.forEach(path -> counts.put(path, count(() -> send(request("GET", path, null)))));
    for (String person : List.of("bgsStaff1", "gajStaff1")) {
      Session session = signIn(person);
      ROOM.forEach(path -> counts.put(person + " " + path, count(() -> session.get(path))));
    }
    return counts;
  }

  /** Asked twice, so that nothing is made for the first time. */
  private int count(Supplier<HttpResponse<String>> read) {
    assertThat(read.get().statusCode()).isEqualTo(200);
    return statements.during(read::get);
  }

  @Test
  @DisplayName("处理人员缺口，看和办都一样")
  void shortfallsAreReadAndDecidedAtOnce() {
    rows(FEW);
    int few = resolve();
    jdbc.sql("truncate draw cascade").update();
    rows(MANY);

    assertThat(resolve()).isEqualTo(few);
    assertThat(jdbc.sql("""
            select count(*) from draw_shortfall s join draw_assignment a using (draw_id, object_no, department, inspector)
            where s.decision = 'DESIGNATED' and a.position = 2""").query(Integer.class).single()).isEqualTo(MANY);
  }

  private int resolve() {
    return statements.during(() -> {
      List<ShortfallDecision> decisions = shortfalls.open("D-1", List.of("示例事项")).stream().map(DrawShortfalls.Open::shortfall)
          .map(s -> new ShortfallDecision(s.objectNo(), s.department(), s.seq(),
              s.seq() % 20 == 5 ? "gaj-6" : "gaj-5", "示例理由")).toList();
      shortfalls.resolve("D-1", List.of("示例事项"), decisions, new Actor("bgsStaff1", "示例", Set.of("bgs")));
    });
  }

  @Test
  @DisplayName("列表、结果、事件分页，前后翻页不漏不重")
  void longListsArePaged() {
    rows(MANY);
    Session office = signIn("bgsStaff1");

    assertThat(send(request("GET", "/draws", null)).body()).contains("第 1000 次", "第 981 次", "更早的抽取")
        .doesNotContain("第 980 次").doesNotContain("较新的抽取");
    assertThat(send(request("GET", "/draws?before=981", null)).body()).contains("第 980 次", "第 961 次",
        "before=1001\"", "before=961\"", "较新的抽取").doesNotContain("第 981 次").doesNotContain("第 960 次");
    assertThat(send(request("GET", "/draws?before=21", null)).body()).contains("第 20 次", "第 1 次", "较新的抽取")
        .doesNotContain("更早的抽取");
    assertThat(send(request("GET", "/draws?before=1001", null)).body()).contains("第 1000 次").doesNotContain("较新的抽取");
    assertThat(send(request("GET", "/draws/1?page=2&events=10", null)).body())
        .contains("示例编号-00101", "示例编号-00200", "示例编号-00901", "示例编号-01000", "page=3&amp;events=10", "page=2&amp;events=9")
        .doesNotContain("示例编号-00100<").doesNotContain("示例编号-00900<");
    assertThat(send(request("GET", "/draws/1?events=11", null)).statusCode()).isEqualTo(404);

    assertThat(office.get(STAFF).body()).as("those going on come first, the newest first")
        .contains("第 994 次", "第 651 次", "共 <span>20</span> 页", "下一页").doesNotContain("第 1000 次");
    assertThat(office.get(STAFF + "?page=3").body()).contains("正在进行", "第 7 次", "已结束", "第 1000 次", "上一页");
    assertThat(office.get(STAFF + "?page=4").body()).contains("已结束").doesNotContain("正在进行");
    assertThat(office.get(STAFF + "?page=20").body()).contains("第 1 次").doesNotContain("下一页");
    assertThat(office.get(STAFF + "?page=21").statusCode()).isEqualTo(404);
    assertThat(tree(office.get(STAFF + "/1/result?page=3"))).hasSize(100)
        .first().satisfies(visit -> assertThat(visit.get("visitNo").asInt()).isEqualTo(201));
  }
}
