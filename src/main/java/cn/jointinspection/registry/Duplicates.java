package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.RegistryRefused.NoDuplicate;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entries of the registry that may be one object (疑似重复): somebody looks, and merges them or says that they are two. */
@Component
public class Duplicates {

  /** Whoever has more than so many pairs begins with these. */
  public static final int MOST = 1_000;

  private static final int LONGEST_REASON = 200;
  /**
   * Each way reads one index, in its order, and keeps what stands beside its like; only that is joined. The index of
   * numbers is in the order of {@code ~<~}, whatever the database's. Two of the same code are not both published by it.
   * {@code offset 0} has each value looked up: the planner takes the values for many, and would join all with all.
   */
  private static final String PAIRS = """
      with code as materialized (
        select distinct credit_code as value from inspection_object where credit_code <> object_no),
      number as materialized (
        select distinct value from (
          select registration_no as value, lead(registration_no) over (order by registration_no using ~<~) as next
          from inspection_object where registration_no is not null) q where value = next),
      alike as materialized (
        select look_alike as value from inspection_object where look_alike is not null
        group by look_alike having count(*) > 1),
      pair as (
        select a.id as a, b.id as b, 'CODE' as why
        from code cross join lateral (select * from inspection_object where credit_code = value offset 0) a
          cross join lateral (select * from inspection_object where credit_code = value offset 0) b
        where a.id < b.id and a.merged_into is null and b.merged_into is null
        union all
        select a.id, b.id, 'NUMBER'
        from number cross join lateral (select * from inspection_object where registration_no = value offset 0) a
          cross join lateral (select * from inspection_object where registration_no = value offset 0) b
        where a.id < b.id and a.merged_into is null and b.merged_into is null
        union all
        select a.id, b.id, 'NAME_AND_ADDRESS'
        from alike cross join lateral (select * from inspection_object where look_alike = value offset 0) a
          cross join lateral (select * from inspection_object where look_alike = value offset 0) b
        where a.id < b.id and a.status = 'IN_FORCE' and b.status = 'IN_FORCE'
          and folded(a.name) = folded(b.name) and folded(a.address) = folded(b.address))
      select x.object_no as first_no, y.object_no as second_no, p.why
      from (select a, b, array_agg(why order by why) as why from pair group by a, b) p
        join inspection_object x on x.id = p.a join inspection_object y on y.id = p.b
      where not exists (select from distinct_objects d
        where d.first_no = least(x.object_no, y.object_no) and d.second_no = greatest(x.object_no, y.object_no))
      order by p.b desc, p.a limit :most
      """;

  private final JdbcClient jdbc;
  private final InspectionObjects objects;
  private final RegistryActor registryActor;

  Duplicates(JdbcClient jdbc, InspectionObjects objects, RegistryActor registryActor) {
    this.jdbc = jdbc;
    this.objects = objects;
    this.registryActor = registryActor;
  }

  /** Why two entries may be one object. */
  public enum Why {
    CODE("统一社会信用代码相同"),
    NUMBER("注册号相同"),
    NAME_AND_ADDRESS("名称和地址相同");

    private final String text;

    Why(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** Two entries, the older one first. */
  public record Pair(InspectionObject first, InspectionObject second, List<Why> why) {}

  /** Two entries that are two objects, as somebody found. @param markedOn day in Asia/Shanghai */
  public record Distinct(
      String firstNo, String firstName, String secondNo, String secondName, String reason, LocalDate markedOn,
      String markedByName) {}

  private record Numbers(String firstNo, String secondNo, List<Why> why) {}

  /** Those that nobody has decided on, the latest to come in first. @param page counted from 1 */
  @Transactional(readOnly = true)
  public Found<Pair> find(int page, int size) {
    jdbc.sql("select set_config('jit', 'off', true)").query().singleRow();
    List<Numbers> all = jdbc.sql(PAIRS).param("most", MOST + 1)
        .query((row, n) -> new Numbers(row.getString(1), row.getString(2),
            Arrays.stream((String[]) row.getArray(3).getArray()).map(Why::valueOf).toList())).list();
    List<Numbers> counted = all.subList(0, Math.min(all.size(), MOST));
    int from = (int) Math.min(Page.offset(page, size), counted.size());
    List<Numbers> shown = counted.subList(from, Math.min(from + size, counted.size()));
    Map<String, InspectionObject> named =
        objects.byNumber(shown.stream().flatMap(one -> Stream.of(one.firstNo(), one.secondNo())).toList());
    return new Found<>(new Page<>(shown.stream()
        .map(one -> new Pair(named.get(one.firstNo()), named.get(one.secondNo()), one.why())).toList(),
        page, size, counted.size()), all.size() > MOST);
  }

  /**
   * Says that two entries are two objects; what was said first stands.
   *
   * @throws NoDuplicate if no reason is given, or these are not two entries of the registry
   */
  @Transactional
  public void markDistinct(String oneNo, String otherNo, String reason, Actor by) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON
        || objects.byNumber(List.of(oneNo, otherNo)).values().stream().map(InspectionObject::id).distinct().count() != 2) {
      throw new NoDuplicate();
    }
    OffsetDateTime now = registryActor.sign(by);
    jdbc.sql("""
            insert into distinct_objects (first_no, second_no, reason, marked_at, marked_by, marked_by_name)
            select least(a, b), greatest(a, b), ?, ?, ?, ? from (select ? collate "C" as a, ? collate "C" as b) n
            on conflict do nothing""")
        .params(reason.strip(), now, by.userId(), by.name(), oneNo, otherNo).update();
  }

  /** What was said, the latest first. @param page counted from 1 */
  public Page<Distinct> distinct(int page, int size) {
    return new Page<>(jdbc.sql("""
            select d.first_no, a.name as first_name, d.second_no, b.name as second_name, d.reason,
              d.marked_at::date as marked_on, d.marked_by_name
            from distinct_objects d join inspection_object a on a.object_no = d.first_no
              join inspection_object b on b.object_no = d.second_no
            order by d.marked_at desc, d.first_no, d.second_no offset ? limit ?""")
        .params(Page.offset(page, size), size).query(Distinct.class).list(),
        page, size, jdbc.sql("select count(*) from distinct_objects").query(Long.class).single());
  }
}
