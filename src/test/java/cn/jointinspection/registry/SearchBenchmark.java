package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a search of the registry costs with {@code -Drows=} objects (1,000,000), each kind of question beside the scan
 * with {@code like} that it took the place of, on the same rows in the same run. {@code -Drounds=} questions of each
 * kind.
 */
@DisplayName("查检查对象的快慢，新旧并列")
@RegistryTest
class SearchBenchmark {

  private static final int ROWS = Integer.getInteger("rows", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 40);
  private static final int SCANS = 3;
  private static final double PROMISED = 100;
  private static final String[] TOWNS = "古绛 横水 陈村 卫庄 么里 南樊 安峪 大交 郝庄 冷口".split(" ");
  private static final String[] KINDS =
      "宾馆 旅馆 小学 幼儿园 加油站 药店 超市 网吧 饭店 养老院 建材厂 液化气站 影院 游泳馆 眼镜店 汽修厂 苗圃 养殖场 水泥厂 印刷厂".split(" ");

  @Autowired ObjectSearch search;
  @Autowired JdbcClient jdbc;

  private final Random chance = new Random(7);

  @Test
  void oldBesideNew() {
    load();
    List<Double> all = new ArrayList<>();
    List<Integer> scopes = jdbc.sql("select id from scope order by id").query(Integer.class).list();
    System.out.printf("%-34s %12s %12s %14s%n", "question", "p50 ms", "p95 ms", "like scan ms");

    all.addAll(compare("part of a name with number", i -> name(kind(i) + number(i)), i -> kind(i) + number(i)));
    all.addAll(compare("kind, one in twenty", i -> name(kind(i)), this::kind));
    all.addAll(compare("town and kind", i -> name(town(i) + "示例" + kind(i)), i -> town(i) + "示例" + kind(i)));
    all.addAll(compare("every name (示例)", i -> name("示例"), i -> "示例"));
    all.addAll(compare("nobody's name", i -> name("宾馆小学" + i), i -> "宾馆小学" + i));
    all.addAll(compare("beginning of a code", i -> name("9114" + "%06d".formatted(chance.nextInt(ROWS))), null));
    all.addAll(compare("part of an address",
        i -> new ObjectQuery(null, "大街" + chance.nextInt(999) + "号", null, null, null), null));
    all.addAll(compare("name and address", i -> new ObjectQuery(kind(i), town(i), null, null, null), null));
    all.addAll(compare("a scope",
        i -> new ObjectQuery(null, null, null, null, List.of(scopes.get(i % KINDS.length))), null));
    all.addAll(compare("seven scopes, one class",
        i -> new ObjectQuery(null, null, ObjectQuery.Risk.D, null, scopes.subList(7, 14)), null));
    all.addAll(compare("name in a scope",
        i -> new ObjectQuery(kind(i), null, null, null, List.of(scopes.get(i % KINDS.length))), null));
    all.addAll(compare("class D", i -> new ObjectQuery(null, null, ObjectQuery.Risk.D, null, null), null));
    all.addAll(compare("without a class",
        i -> new ObjectQuery(null, null, ObjectQuery.Risk.UNRATED, null, null), null));
    all.addAll(compare("revoked", i -> new ObjectQuery(null, null, null, ObjectStatus.REVOKED, null), null));
    all.addAll(compare("cancelled, none", i -> new ObjectQuery(null, null, null, ObjectStatus.CANCELLED, null), null));
    all.addAll(compare("everything", i -> ObjectQuery.all(), null));

    Collections.sort(all);
    double p95 = percentile(all, 95);
    System.out.printf("all questions: p50 %.1f ms, p95 %.1f ms, slowest %.1f ms%n", percentile(all, 50), p95,
        all.get(all.size() - 1));
    assertThat(p95).as("95th percentile").isLessThan(PROMISED);
  }

  /** @param like what the scan looks for; null where it is not measured */
  private List<Double> compare(String what, IntFunction<ObjectQuery> question,
      IntFunction<String> like) {
    List<Double> now = measured(ROUNDS, i -> search.find(question.apply(i), 1, 50));
    List<Double> before = like == null ? List.of() : measured(SCANS, i -> jdbc.sql("""
            select count(*) over () as total, o.* from inspection_object o where name like ? order by id limit 50""")
        .param("%" + like.apply(i) + "%").query().listOfRows());
    System.out.printf("%-34s %,12.1f %,12.1f %14s%n", what, percentile(now, 50), percentile(now, 95),
        before.isEmpty() ? "" : "%,.1f".formatted(percentile(before, 50)));
    return now;
  }

  /** In rising order; two rounds before warm up. */
  private static List<Double> measured(int rounds, Consumer<Integer> question) {
    IntStream.range(0, 2).forEach(question::accept);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      question.accept(i);
      times.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(times);
    return times;
  }

  private static double percentile(List<Double> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private static ObjectQuery name(String text) {
    return new ObjectQuery(text, null, null, null, null);
  }

  private String kind(int i) {
    return KINDS[i % KINDS.length];
  }

  private String town(int i) {
    return TOWNS[i % TOWNS.length];
  }

  private int number(int i) {
    return 100 + (i * 37) % 900;
  }

  /** Objects of a kind come together, as files bring them. */
  private void load() {
    timed("rows without the indexes of pieces", () -> {
      jdbc.sql("drop index inspection_object_name_pieces, inspection_object_address_pieces").update();
      insert();
    });
    jdbc.sql("truncate inspection_object cascade").update();
    timed("index of names", () -> jdbc.sql("create index inspection_object_name_pieces on inspection_object "
        + "using gin (text_pieces(name)) with (gin_pending_list_limit = 1024)").update());
    timed("rows with the index of names", () -> insert());
    timed("index of addresses", () -> jdbc.sql("create index inspection_object_address_pieces on inspection_object "
        + "using gin (text_pieces(address)) with (gin_pending_list_limit = 1024)").update());
    jdbc.sql("""
        insert into scope (name) select '示例范围' || g from generate_series(1, ?) g""").param(KINDS.length).update();
    jdbc.sql("""
        insert into object_scope select s.id, o.id from inspection_object o
        join (select id, row_number() over (order by id) - 1 as n from scope) s
          on s.n = (o.id - (select min(id) from inspection_object)) * ? / ?""")
        .params(KINDS.length, ROWS).update();
    jdbc.sql("vacuum analyze inspection_object").update();
    jdbc.sql("analyze object_scope").update();
    jdbc.sql("""
            select relname || ' ' || pg_size_pretty(pg_relation_size(oid)) from pg_class
            where relname ~ '^inspection_object' and relkind in ('r', 'i') order by relname""")
        .query(String.class).list().forEach(System.out::println);
  }

  private void insert() {
    jdbc.sql("alter table inspection_object disable trigger user").update();
    jdbc.sql("""
            insert into inspection_object (object_no, name, credit_code, category, address, risk_class, status,
              updated_at)
            select '9114' || lpad(g::text, 14, '0'),
              (cast(:towns as text[]))[1 + h % 10] || '示例' || (cast(:kinds as text[]))[kind] || g % 100000,
              '9114' || lpad(h::text, 6, '0') || lpad(g::text, 8, '0'), '示例',
              '运城市绛县' || (cast(:towns as text[]))[1 + h % 10] || '镇示例大街' || h % 1000 || '号',
              case when kind <= 10 then (array['A', 'B', 'B', 'C', null])[1 + g % 5]
                else (array['A', 'B', 'C', 'D', 'B'])[1 + g % 5] end,
              case when g % 50 = 0 then 'REVOKED' else 'IN_FORCE' end, now()
            from generate_series(0, :rows - 1) g
            cross join lateral (
              select (g::bigint * 7919 % :rows)::int as h, 1 + (g::bigint * 20 / :rows)::int as kind) x""")
        .param("towns", TOWNS).param("kinds", KINDS).param("rows", ROWS).update();
    jdbc.sql("alter table inspection_object enable trigger user").update();
  }

  private static void timed(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    System.out.printf("%-38s %,10.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
