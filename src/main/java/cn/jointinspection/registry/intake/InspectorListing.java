package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.InspectorRows;
import cn.jointinspection.registry.RegistryExport;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 执法检查人员名录 of one department. His account stays as it is: the roster of people keeps it; and so do the matters he may
 * check where a file does not speak of them.
 */
@Component
class InspectorListing implements Listing {

  private static final List<Column> COLUMNS = List.of(
      Column.needed("姓名", "示例一", "检查人员", "执法人员姓名", "人员姓名"),
      Column.needed("执法证号", "14082600001", "执法证件号", "执法证编号", "行政执法证号", "证件号码", "执法证件编号"),
      Column.needed("部门", "公安局", "所属部门", "单位", "工作单位", "所在单位"),
      Column.needed("证件有效期", "2026-12-31", "有效期", "证件有效期至", "执法证有效期", "有效期至"),
      Column.needed("资质与专长", "治安", "专长", "业务专长", "资质", "标签", "执法类别"),
      Column.optional("状态", "在岗", "人员状态", "在岗状态").oneOf(List.of("在岗", "离岗")),
      Column.optional(InspectorRows.MATTERS, InspectorRows.ALL_MATTERS, "可检查的事项", "可检查抽查事项", "检查事项", "执法事项").ofSeveral());

  private static final String BETWEEN_MATTERS = "；";

  private final Departments departments;
  private final RegistryExport export;

  InspectorListing(Departments departments, RegistryExport export) {
    this.departments = departments;
    this.export = export;
  }

  @Override
  public Optional<Map<String, String>> today(String key) {
    return export.inspector(key);
  }

  @Override
  public List<String> fixed() {
    return List.of("执法证号");
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.INSPECTORS;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    InspectorRows rows = new InspectorRows(departments.names(), checks);
    String own = departments.byCode(change.department()).name();
    return row -> {
      Inspector inspector = rows.read(row);
      if (inspector.department() != null && !inspector.department().equals(change.department())) {
        checks.problem(row, "部门", "本次变更的部门“" + own + "”；别的部门的人员由该部门导入");
      }
      return new Entry(inspector.certificateNo(), inspector.name(), inspector.department(),
          String.valueOf(inspector.certificateExpiresOn()), String.join("、", inspector.labels()),
          inspector.inForce() ? "IN_FORCE" : "LEFT", row.text(InspectorRows.MATTERS).isBlank() ? null
              : String.join(BETWEEN_MATTERS, inspector.matters()));
    };
  }

  @Override
  public List<String> fields() {
    return List.of("姓名", "部门", "证件有效期", "资质与专长", "状态", InspectorRows.MATTERS);
  }

  @Override
  public String inWords(int field, String value) {
    return switch (field) {
      case 1 -> value == null ? null : departments.byCode(value).name();
      case 5 -> value == null ? InspectorRows.ALL_MATTERS : value;
      case 4 -> "IN_FORCE".equals(value) ? "在岗" : value == null ? null : "离岗";
      default -> value;
    };
  }

  @Override
  public String compared() {
    return """
        select r.line, r.key, case
            when i.certificate_no is null then 'ADDED'
            when i.cells is not distinct from r.after then 'SAME'
            when i.cells[5] = 'IN_FORCE' and r.cells[5] = 'LEFT' then 'REMOVED'
            else 'CHANGED' end as effect, r.key as title, i.cells as before, r.after
        from (
            select r.line, r.key, r.cells, array[r.cells[1], r.cells[2], r.cells[3], r.cells[4], r.cells[5],
              coalesce(r.cells[6], array_to_string(i.matters, '；'), '')] as after
            from registry_change_row r left join inspector i on i.certificate_no = r.key where r.change_id = :id) r
          left join (
            select certificate_no, array[name, department, certificate_expires_on::text, array_to_string(labels, '、'),
              status, array_to_string(matters, '；')] as cells from inspector) i on i.certificate_no = r.key
        """;
  }

  @Override
  public String ruledOut() {
    return """
        select r.line, '可检查事项', m, '本部门抽查事项清单中的事项，几项之间用分号隔开；都可检查的填“全部”'
        from registry_change_row r join registry_change c on c.id = r.change_id
          cross join unnest(string_to_array(r.cells[6], '；')) m
        where r.change_id = :id and not exists (
          select from inspection_item i where i.department = c.department and i.in_force and i.name = m)
        """;
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    jdbc.sql("""
            insert into inspector as i (certificate_no, name, department, certificate_expires_on, labels, status, matters,
              updated_at, change_id, line)
            select r.key, r.cells[1], r.cells[2], r.cells[3]::date, string_to_array(r.cells[4], '、'), r.cells[5],
              coalesce(string_to_array(r.cells[6], '；'), o.matters, '{}'), :now, :id, r.line
            from registry_change_row r left join inspector o on o.certificate_no = r.key
            where r.change_id = :id order by r.key
            on conflict (certificate_no) do update set
              name = excluded.name, department = excluded.department, labels = excluded.labels,
              certificate_expires_on = excluded.certificate_expires_on, status = excluded.status, matters = excluded.matters,
              version = i.version + 1, updated_at = excluded.updated_at, change_id = excluded.change_id,
              line = excluded.line
            where (i.name, i.department, i.certificate_expires_on, i.labels, i.status, i.matters) is distinct from
              (excluded.name, excluded.department, excluded.certificate_expires_on, excluded.labels, excluded.status,
               excluded.matters)""")
        .param("id", change.id()).param("now", now).update();
  }
}
