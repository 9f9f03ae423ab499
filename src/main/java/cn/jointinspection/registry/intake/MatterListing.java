package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.registry.CellChecks;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 抽查事项清单 of one department. */
@Component
class MatterListing implements Listing {

  private static final String MATTER = "抽查事项";
  private static final String BASIS = "检查依据";
  private static final String STATE = "状态";
  private static final Map<String, Boolean> IN_FORCE = Map.of("", true, "在用", true, "停用", false);
  private static final List<Column> COLUMNS = List.of(
      Column.needed(MATTER, "旅馆业治安检查", "抽查事项名称", "检查事项", "事项名称", "随机抽查事项"),
      Column.optional(BASIS, "旅馆业治安管理办法", "抽查依据", "法律依据", "依据", "实施依据"),
      Column.optional(STATE, "在用", "事项状态").oneOf(List.of("在用", "停用")));

  @Override
  public ChangeKind kind() {
    return ChangeKind.MATTERS;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    return row -> {
      String name = checks.required(row, MATTER, 200);
      checks.unique(name, row, MATTER);
      Boolean inForce =
          checks.orProblem(Optional.ofNullable(IN_FORCE.get(CellText.name(row.text(STATE)))), row, STATE, "在用或停用");
      String basis = CellText.name(row.text(BASIS));
      return new Entry(name, basis.isEmpty() ? null : basis, String.valueOf(Boolean.TRUE.equals(inForce)));
    };
  }

  @Override
  public List<String> fields() {
    return List.of(BASIS, STATE);
  }

  @Override
  public String inWords(int field, String value) {
    return field == 1 && value != null ? Boolean.parseBoolean(value) ? "在用" : "停用" : value;
  }

  @Override
  public String compared() {
    return """
        select r.line, r.key, case
            when i.name is null then 'ADDED'
            when i.cells is not distinct from r.cells then 'SAME'
            when i.cells[2] = 'true' and r.cells[2] = 'false' then 'REMOVED'
            else 'CHANGED' end as effect, r.key as title, i.cells as before, r.cells as after
        from (
            select r.line, r.key, array[coalesce(r.cells[1], i.basis), r.cells[2]] as cells
            from registry_change_row r
              join registry_change c on c.id = r.change_id
              left join inspection_item i on i.department = c.department and i.name = r.key
            where r.change_id = :id) r
          left join (
            select i.name, array[i.basis, i.in_force::text] as cells from inspection_item i
              join registry_change c on c.department = i.department where c.id = :id) i on i.name = r.key
        """;
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    jdbc.sql("""
            insert into inspection_item as i (department, name, basis, in_force, change_id, line)
            select :department, key, cells[1], cells[2]::boolean, :id, line
            from registry_change_row where change_id = :id order by key
            on conflict (department, name) do update set
              basis = coalesce(excluded.basis, i.basis), in_force = excluded.in_force, version = i.version + 1,
              change_id = excluded.change_id, line = excluded.line
            where (i.basis, i.in_force) is distinct from (coalesce(excluded.basis, i.basis), excluded.in_force)""")
        .param("id", change.id()).param("department", change.department()).update();
  }
}
