package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.ObjectDraft;
import cn.jointinspection.registry.ObjectRows;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RegistryExport;
import cn.jointinspection.registry.RiskClass;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 检查对象名录: objects with the scopes they belong to. A class that the file leaves open stays as it is, as do the scopes in
 * which other departments list the object; only a change on the object's page takes those away.
 */
@Component
class ObjectListing implements Listing {

  private static final List<Column> COLUMNS = List.of(
      Column.needed("检查对象名称", "示例安昌宾馆", "企业名称", "主体名称", "市场主体名称", "单位名称", "名称", "被检查对象名称"),
      Column.needed("统一社会信用代码", "", "信用代码", "统一代码", "统一社会信用代码/注册号", "社会信用代码"),
      Column.needed("注册号", "LG-001", "登记号", "注册号或登记号", "工商注册号", "办学许可证号", "登记证号"),
      Column.needed("类别", "旅馆", "主体类型", "对象类别", "企业类型", "检查对象类型"),
      Column.needed("地址", "示例镇示例路1号", "住所", "经营场所", "经营地址", "住所（经营场所）", "注册地址", "详细地址"),
      Column.needed("信用风险等级", RiskClass.B.label(), "风险等级", "信用风险分类", "信用风险分类等级", "企业信用风险等级")
          .oneOf(Arrays.stream(RiskClass.values()).map(RiskClass::label).toList()),
      Column.needed("状态", ObjectStatus.IN_FORCE.label(), "登记状态", "经营状态", "存续状态", "主体状态")
          .oneOf(Arrays.stream(ObjectStatus.values()).filter(s -> s != ObjectStatus.MERGED).map(ObjectStatus::label).toList()),
      Column.needed("抽查对象范围", "辖区内旅馆", "对象范围", "所属范围", "抽查范围").ofSeveral(),
      Column.optional("联系方式", "", "联系电话", "电话", "联系人电话"));

  private static final List<String> FIELDS =
      List.of("名称", "统一社会信用代码", "注册号", "类别", "地址", "联系方式", "信用风险等级", "状态", "抽查对象范围");
  private static final String SCOPE_DIVIDER = "；";

  private final RegistryExport export;
  private final String division;

  ObjectListing(RegistryExport export, @Value("${joint-inspection.division.code}") String division) {
    this.export = export;
    this.division = division;
  }

  @Override
  public Optional<Map<String, String>> today(String key) {
    return export.object(key);
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.OBJECTS;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    ObjectRows rows = new ObjectRows(division, checks);
    return row -> {
      ObjectDraft object = rows.read(row);
      return new Entry(object.objectNo(), object.name(), object.creditCode(), object.registrationNo(), object.category(),
          object.address(), object.contact(), object.riskClass() == null ? null : object.riskClass().name(),
          object.status() == null ? null : object.status().name(),
          String.join(SCOPE_DIVIDER, object.scopes().stream().sorted().toList()));
    };
  }

  @Override
  public List<String> fields() {
    return FIELDS;
  }

  @Override
  public String inWords(int field, String value) {
    if (value == null) {
      return null;
    }
    return switch (FIELDS.get(field)) {
      case "信用风险等级" -> RiskClass.valueOf(value).label();
      case "状态" -> ObjectStatus.valueOf(value).label();
      default -> value;
    };
  }

  @Override
  public String compared() {
    return """
        select line, key, case
            when before is null then 'ADDED'
            when before is not distinct from after then 'SAME'
            when before[8] = 'IN_FORCE' and after[8] <> 'IN_FORCE' then 'REMOVED'
            else 'CHANGED' end as effect, coalesce(before[1], after[1]) || '（' || key || '）' as title, before, after
        from (
          select r.line, r.key,
            case when o.object_no is not null then array[o.name, o.credit_code, o.registration_no, o.category, o.address,
              o.contact, o.risk_class::text, o.status, coalesce(s.names, '')] end as before,
            array[r.cells[1], r.cells[2], r.cells[3], r.cells[4], r.cells[5], r.cells[6],
              coalesce(r.cells[7], o.risk_class), r.cells[8], case when s.others is null then r.cells[9] else (
                select string_agg(distinct name collate "C", '；' order by name collate "C")
                from unnest(string_to_array(r.cells[9], '；') || s.others) name) end] as after
          from registry_change_row r left join inspection_object o on o.object_no = r.key
            left join (
              select os.object_id, string_agg(s.name, '；' order by s.name collate "C") as names,
                array_agg(s.name) filter (where not c.on_page and not (c.department = any (os.departments)
                  and os.departments <@ array[c.department])) as others
              from object_scope os join scope s on s.id = os.scope_id cross join registry_change c
              where c.id = :id group by os.object_id) s on s.object_id = o.id
          where r.change_id = :id) r
        """;
  }

  /** The numbers of the entry that is kept stand above those of a file that knows the other one. */
  @Override
  public MergedNumbers mergedNumbers() {
    return new MergedNumbers("r.key", "k.object_no",
        "cells[2] = coalesce(k.credit_code, r.cells[2]), cells[3] = coalesce(k.registration_no, r.cells[3])");
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    jdbc.sql("""
            insert into scope (name)
            select distinct name from registry_change_row, unnest(string_to_array(cells[9], '；')) name
            where change_id = :id order by name on conflict do nothing""")
        .param("id", change.id()).update();
    jdbc.sql("""
            insert into inspection_object as o (object_no, name, credit_code, registration_no, category, address, contact,
              risk_class, status, updated_at, change_id, line)
            select key, cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], :now, :id, line
            from registry_change_row where change_id = :id order by key
            on conflict (object_no) do update set
              name = excluded.name, credit_code = excluded.credit_code, registration_no = excluded.registration_no,
              category = excluded.category, address = excluded.address, contact = excluded.contact,
              risk_class = coalesce(excluded.risk_class, o.risk_class), status = excluded.status, version = o.version + 1,
              updated_at = excluded.updated_at, change_id = excluded.change_id, line = excluded.line
            where (o.name, o.credit_code, o.registration_no, o.category, o.address, o.contact, o.risk_class, o.status)
              is distinct from (excluded.name, excluded.credit_code, excluded.registration_no, excluded.category,
                excluded.address, excluded.contact, coalesce(excluded.risk_class, o.risk_class), excluded.status)""")
        .param("id", change.id()).param("now", now).update();
    String named = """
        with named as (
          select o.id as object_id, s.id as scope_id
          from registry_change_row r join inspection_object o on o.object_no = r.key
            cross join unnest(string_to_array(r.cells[9], '；')) as of_row (scope) join scope s on s.name = of_row.scope
          where r.change_id = :id)
        """;
    String leftOut = """
            from registry_change_row r, inspection_object o, registry_change c
            where r.change_id = :id and c.id = :id and o.object_no = r.key and os.object_id = o.id
              and not exists (select from named n where n.object_id = os.object_id and n.scope_id = os.scope_id)
        """;
    jdbc.sql(named + "delete from object_scope os " + leftOut.strip().replaceFirst("from", "using")
            + " and (c.on_page or c.department = any (os.departments) and os.departments <@ array[c.department])")
        .param("id", change.id()).update();
    jdbc.sql(named + "update object_scope os set departments = array_remove(os.departments, c.department) " + leftOut
            + " and c.department = any (os.departments)")
        .param("id", change.id()).update();
    jdbc.sql(named + """
            insert into object_scope as os (object_id, scope_id, departments)
            select n.object_id, n.scope_id, array[c.department] from named n cross join registry_change c where c.id = :id
            on conflict (scope_id, object_id) do update set departments = os.departments || excluded.departments
            where not os.departments @> excluded.departments""")
        .param("id", change.id()).update();
  }
}
