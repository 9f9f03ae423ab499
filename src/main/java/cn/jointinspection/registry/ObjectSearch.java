package cn.jointinspection.registry;

import cn.jointinspection.platform.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches the registry of objects. A text is found through the pieces of two characters that the index holds; nothing
 * is counted beyond {@link #MOST}, so that a search costs the same whatever it finds.
 */
@Component
public class ObjectSearch {

  /** Who finds more than this asks for less, or takes the export. */
  public static final int MOST = 1_000;

  private static final String COLUMNS = "o.id, o.object_no, o.name, o.credit_code, o.registration_no, o.category, "
      + "o.address, o.contact, o.risk_class, o.status, o.version";

  private final JdbcClient jdbc;

  ObjectSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An object with the scopes it belongs to.
   *
   * @param scopes names, in order
   */
  public record WithScopes(InspectionObject object, List<String> scopes) {

    public WithScopes {
      scopes = List.copyOf(scopes);
    }
  }

  /** A page of what is found, in the order in which objects came into the registry. @param page counted from 1 */
  @Transactional(readOnly = true)
  public Found<InspectionObject> find(ObjectQuery query, int page, int size) {
    List<Long> ids = query.tooShort() ? List.of() : ids(query);
    List<Long> counted = ids.subList(0, Math.min(ids.size(), MOST));
    int from = (int) Math.min(Page.offset(page, size), counted.size());
    List<Long> shown = counted.subList(from, Math.min(from + size, counted.size()));
    return new Found<>(new Page<>(byId(shown), page, size, counted.size()), ids.size() > MOST);
  }

  /**
   * Walks through all that is found, however much, without skipping or repeating.
   *
   * @param after row id of the last one seen; 0 to begin
   */
  @Transactional(readOnly = true)
  public List<WithScopes> walk(ObjectQuery query, long after, int size) {
    if (query.tooShort()) {
      return List.of();
    }
    planAfresh(false, false);
    Conditions conditions = new Conditions(query);
    return jdbc.sql("with found as materialized (select o.id from inspection_object o where o.id > :after"
            + conditions.and() + " order by o.id limit :size) select " + COLUMNS + """
            , array(select s.name from scope s join object_scope os on os.scope_id = s.id
                    where os.object_id = o.id order by s.name collate "C") as scopes
            from inspection_object o join found using (id) order by o.id""")
        .params(conditions.values).param("after", after).param("size", size)
        .query((row, n) -> new WithScopes(
            new InspectionObject(row.getLong("id"), row.getString("object_no"), row.getString("name"),
                row.getString("credit_code"), row.getString("registration_no"), row.getString("category"),
                row.getString("address"), row.getString("contact"),
                row.getString("risk_class") == null ? null : RiskClass.valueOf(row.getString("risk_class")),
                ObjectStatus.valueOf(row.getString("status")), row.getInt("version")),
            List.of((String[]) row.getArray("scopes").getArray())))
        .list();
  }

  /** Whether more than so many are found. */
  @Transactional(readOnly = true)
  public boolean findsMoreThan(int number, ObjectQuery query) {
    if (query.tooShort()) {
      return false;
    }
    planAfresh(false, false);
    Conditions conditions = new Conditions(query);
    return jdbc.sql("select exists (select from inspection_object o where true" + conditions.and()
            + " offset :beyond limit 1)")
        .params(conditions.values).param("beyond", number).query(Boolean.class).single();
  }

  /** In order; at most one more than are counted. */
  private List<Long> ids(ObjectQuery query) {
    Conditions conditions = new Conditions(query);
    planAfresh(query.hasText(), !query.hasText() && query.risk() == ObjectQuery.Risk.ANY);
    return jdbc.sql(conditions.ids()).params(conditions.values).param("limit", MOST + 1)
        .query(Long.class).list().stream().sorted().toList();
  }

  private List<InspectionObject> byId(List<Long> ids) {
    return ids.isEmpty() ? List.of()
        : jdbc.sql("select " + COLUMNS + " from inspection_object o where o.id = any(?) order by o.id")
            .param(ids.toArray(Long[]::new)).query(InspectionObject.class).list();
  }

  /**
   * Which way is short depends on what is searched for: the planner must know it. It takes frequent pieces for a reason
   * to read the table until enough is found, which may be at its end; the index finds them wherever they are. For the
   * same reason the first objects of a scope are looked up one by one, not merged with all that came before them; those
   * of a class are few enough to be merged.
   */
  private void planAfresh(boolean throughIndex, boolean oneByOne) {
    jdbc.sql("""
            select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
              set_config('enable_seqscan', ?, true), set_config('enable_mergejoin', ?, true),
              set_config('enable_hashjoin', ?, true)""")
        .params(throughIndex ? "off" : "on", oneByOne ? "off" : "on", oneByOne ? "off" : "on").query().singleRow();
  }

  /** The query as SQL; texts are compared, never matched as patterns, so that nothing typed is a wildcard. */
  private static final class Conditions {

    /** Pieces come last where no index asks for them: they are dear to make. */
    private static final String NAME =
        "strpos(folded(o.name), folded(:text)) > 0 and text_pieces(o.name) @> text_pieces(:text)";
    private static final String CODE = "o.credit_code like :code";
    private static final String NUMBER = "o.registration_no like :number";
    /** A number that was merged leads to the entry that is kept. */
    private static final String FOLLOWED = "o.object_no in (select m.merged_into from inspection_object m "
        + "where m.merged_into is not null and (m.credit_code like :code or m.registration_no like :number))";
    private static final String FROM = "select o.id from inspection_object o where ";
    /** Merged entries are found by asking for them alone. They belong to no scope. */
    private static final String NOT_MERGED = "o.merged_into is null and ";

    private final ObjectQuery query;
    private final List<String> others = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Conditions(ObjectQuery query) {
      this.query = query;
      if (!query.text().isEmpty()) {
        values.put("text", query.text());
        values.put("code", query.atStartOfCode());
        values.put("number", query.atStartOfNumber());
      }
      if (!query.address().isEmpty()) {
        others.add("strpos(folded(o.address), folded(:address)) > 0 "
            + "and text_pieces(o.address) @> text_pieces(:address)");
        values.put("address", query.address());
      }
      if (query.risk() == ObjectQuery.Risk.UNRATED) {
        others.add("o.risk_class is null");
      } else if (query.risk() != ObjectQuery.Risk.ANY) {
        others.add("o.risk_class = :risk");
        values.put("risk", query.risk().name());
      }
      if (query.status() != null) {
        others.add("o.status = :status");
        values.put("status", query.status().name());
      }
      if (query.licenceEndedBefore() != null) {
        others.add("exists (select from object_licence l where l.object_no = o.object_no and l.in_force "
            + "and l.valid_until < :ended)");
        values.put("ended", query.licenceEndedBefore());
      }
      if (query.scopes() != null) {
        values.put("scopes", query.scopes().toArray(Integer[]::new));
      }
    }

    /** Every condition, each with {@code and} before it. */
    String and() {
      String text = query.text().isEmpty() ? "" : " and (" + NAME + " or " + CODE + " or " + NUMBER + " or " + FOLLOWED + ")";
      return " and " + notMerged() + "true" + text + andOthers() + andScope();
    }

    /**
     * The first ids. Without a text they are read in order from an index, from that of each scope where scopes are
     * asked for; with one they come as the index that finds them has them.
     */
    String ids() {
      if (!query.text().isEmpty()) {
        return Stream.of(NAME, CODE, NUMBER, FOLLOWED)
            .map(way -> "(" + FROM + notMerged() + way + andOthers() + andScope() + " limit :limit)")
            .collect(Collectors.joining(" union ", "", " limit :limit"));
      }
      if (query.hasText()) {
        return FROM + notMerged() + "true" + andOthers() + andScope() + " limit :limit";
      }
      if (query.scopes() == null) {
        return FROM + notMerged() + "true" + andOthers() + " order by o.id limit :limit";
      }
      return "select distinct first.id from unnest(cast(:scopes as int[])) wanted (scope_id) cross join lateral ("
          + "select os.object_id as id from object_scope os "
          + (others.isEmpty() ? "" : "join inspection_object o on o.id = os.object_id ")
          + "where os.scope_id = wanted.scope_id" + andOthers() + " order by os.object_id limit :limit) first "
          + "order by first.id limit :limit";
    }

    private String notMerged() {
      return query.status() == ObjectStatus.MERGED ? "" : NOT_MERGED;
    }

    private String andOthers() {
      return others.stream().map(" and "::concat).collect(Collectors.joining());
    }

    private String andScope() {
      return query.scopes() == null ? "" : " and exists (select from object_scope os "
          + "where os.object_id = o.id and os.scope_id = any(cast(:scopes as int[])))";
    }
  }
}
