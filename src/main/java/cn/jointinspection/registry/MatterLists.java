package cn.jointinspection.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The departments' lists of matters with their checklists (抽查事项清单, 一): as they are in force, and as they were. */
@Component
public class MatterLists {

  private static final String NOW = """
      with item as (select * from inspection_item), point as (select * from inspection_point)
      """;

  /** The list as a change left it: of each row the last that history holds up to the last row of that change. */
  private static final String THEN = """
      with last as (
        select max(id) as id from registry_history
        where table_name in ('inspection_item', 'inspection_point') and after ->> 'change_id' = cast(:change as text)),
      kept as (
        select distinct on (h.table_name, h.row_key) h.table_name, h.after
        from registry_history h, last
        where h.table_name in ('inspection_item', 'inspection_point') and h.id <= last.id
        order by h.table_name, h.row_key, h.id desc),
      item as (
        select i.* from kept, lateral jsonb_populate_record(null::inspection_item, kept.after) i
        where kept.table_name = 'inspection_item' and kept.after is not null),
      point as (
        select p.* from kept, lateral jsonb_populate_record(null::inspection_point, kept.after) p
        where kept.table_name = 'inspection_point' and kept.after is not null)
      """;

  private static final String ITEMS = """
      select i.id, i.department, i.name, i.category, i.objects, i.basis, i.methods, i.ratio, i.frequency
      from item i join department d on d.code = i.department where i.in_force and $which$
      order by d.position, i.category collate "C" nulls last, i.name collate "C"
      """;

  private static final String POINTS = """
      select p.id, p.item_id, p.position, p.text, p.basis, p.answer, p.unit from point p
      where p.in_force and p.item_id = any (:items) order by p.item_id, p.position, p.id
      """;

  private final JdbcClient jdbc;

  MatterLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All in force, by department as printed, category and name. */
  @Transactional(readOnly = true)
  public List<Matter> all() {
    return read(NOW, "true", Map.of());
  }

  /** The department's matters in force, by category and name. @param department code */
  @Transactional(readOnly = true)
  public List<Matter> of(String department) {
    return read(NOW, "i.department = :department", Map.of("department", department));
  }

  /** Those of these matters that are on the department's list. */
  @Transactional(readOnly = true)
  public List<Matter> of(String department, Collection<String> names) {
    return read(NOW, "i.department = :department and i.name = any (:names)",
        Map.of("department", department, "names", names.toArray(String[]::new)));
  }

  /** The department's list as it stood once this change of it was in force. @param change id */
  @Transactional(readOnly = true)
  public List<Matter> asLeftBy(long change, String department) {
    return read(THEN, "i.department = :department", Map.of("department", department, "change", change));
  }

  /** Those in force that say this anywhere, points included. @param text not blank */
  @Transactional(readOnly = true)
  public List<Matter> search(String text) {
    return read(NOW, """
        (strpos(lower(concat_ws(' ', i.name, i.category, i.objects, i.basis)), lower(:text)) > 0
          or exists (select from point p where p.item_id = i.id and p.in_force
            and strpos(lower(concat_ws(' ', p.text, p.basis)), lower(:text)) > 0))""", Map.of("text", text));
  }

  private List<Matter> read(String state, String which, Map<String, ?> asked) {
    List<Matter> matters = jdbc.sql(state + ITEMS.replace("$which$", which)).params(asked)
        .query((row, n) -> new Matter(row.getLong("id"), row.getString("department"), row.getString("name"),
            row.getString("category"), row.getString("objects"), row.getString("basis"), row.getString("methods"),
            row.getString("ratio"), row.getString("frequency"), List.of()))
        .list();
    Map<Long, List<CheckPoint>> points = jdbc.sql(state + POINTS).params(asked)
        .param("items", matters.stream().map(Matter::id).toArray(Long[]::new))
        .query((row, n) -> Map.entry(row.getLong("item_id"), new CheckPoint(row.getLong("id"), row.getInt("position"),
            row.getString("text"), row.getString("basis"), AnswerKind.valueOf(row.getString("answer")),
            row.getString("unit"))))
        .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return matters.stream().map(matter -> matter.with(points.getOrDefault(matter.id(), List.of()))).toList();
  }
}
