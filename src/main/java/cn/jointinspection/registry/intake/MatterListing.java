package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.AnswerKind;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.MatterRows;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 抽查事项清单 of one department: a row for each point of a matter's checklist, or one for a matter without. What a file
 * does not say of a matter stays as it is; a checklist, if the file has one, takes the place of the one before.
 */
@Component
class MatterListing implements Listing {

  /** Of {@link #compared}: first of the matter, then of a point. */
  private static final List<String> FIELDS = List.of(MatterRows.CATEGORY, MatterRows.OBJECTS, MatterRows.BASIS,
      MatterRows.METHODS, MatterRows.RATIO, MatterRows.FREQUENCY, MatterRows.STATE, "要点序号", MatterRows.POINT_BASIS,
      MatterRows.ANSWER, MatterRows.UNIT);

  private static final List<Column> COLUMNS = List.of(
      Column.needed(MatterRows.MATTER, "旅馆业治安检查", "抽查事项名称", "检查事项", "事项名称", "随机抽查事项"),
      Column.optional(MatterRows.CATEGORY, "治安管理", "检查类别", "抽查事项类别", "事项类别", "抽查大类"),
      Column.optional(MatterRows.OBJECTS, "辖区内旅馆", "抽查对象", "检查对象范围", "抽查对象范围"),
      Column.optional(MatterRows.BASIS, "旅馆业治安管理办法", "抽查依据", "法律依据", "依据", "实施依据"),
      Column.optional(MatterRows.METHODS, "实地检查", "抽查方式", "方式").oneOf(CheckMethods.CHOICES),
      Column.optional(MatterRows.RATIO, "不低于30%", "比例", "抽取比例"),
      Column.optional(MatterRows.FREQUENCY, "1次/年", "频次", "检查频次"),
      Column.optional(MatterRows.STATE, MatterRows.IN_USE, "事项状态").oneOf(List.of(MatterRows.IN_USE, MatterRows.OUT_OF_USE)),
      Column.optional(MatterRows.POINT, "住宿登记与在店人员一致", "检查内容", "要点", "检查要点内容", "检查项"),
      Column.optional(MatterRows.POINT_BASIS, "旅馆业治安管理办法", "检查要点依据", "检查内容依据", "要点的依据"),
      Column.optional(MatterRows.ANSWER, AnswerKind.CONFORMITY.label(), "结果类型", "填写方式", "回答类型")
          .oneOf(AnswerKind.labels()),
      Column.optional(MatterRows.UNIT, "", "数值单位", "计量单位（数值）"));

  /** Rows of the proposal, each with the matter of the registry that it is about, if there is one. */
  private static final String STAGED = """
      with staged as (
        select r.line, r.cells, i.id as item from registry_change_row r
          join registry_change c on c.id = r.change_id
          left join inspection_item i on i.department = c.department and i.name = r.cells[1]
        where r.change_id = :id),
      """;

  /** Points that a checklist of the file leaves out. One that could not be read in full takes nothing away. */
  private static final String LEFT_OUT = """
      left_out as (
        select p.id, s.line from inspection_point p
          join (select item, min(line) as line from staged where cells[9] is not null group by item) s on s.item = p.item_id
        where p.in_force and not exists (select from staged r where r.item = p.item_id and r.cells[10] = p.text)
          and not exists (select from registry_change_problem where change_id = :id))
      """;

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
    return new MatterReader(checks);
  }

  @Override
  public List<String> fields() {
    return FIELDS;
  }

  @Override
  public String inWords(int field, String value) {
    return switch (value == null ? "" : FIELDS.get(field)) {
      case MatterRows.STATE -> Boolean.parseBoolean(value) ? MatterRows.IN_USE : MatterRows.OUT_OF_USE;
      case MatterRows.ANSWER -> AnswerKind.valueOf(value).label();
      default -> value;
    };
  }

  @Override
  public String compared() {
    return STAGED + LEFT_OUT + """
        , matter as (
          select s.line, s.cells[1] as title,
            case when i.id is not null then
              array[i.category, i.objects, i.basis, i.methods, i.ratio, i.frequency, i.in_force::text] end as before,
            array[coalesce(s.cells[2], i.category), coalesce(s.cells[3], i.objects), coalesce(s.cells[4], i.basis),
              coalesce(s.cells[5], i.methods), coalesce(s.cells[6], i.ratio), coalesce(s.cells[7], i.frequency),
              s.cells[8]] as after
          from staged s left join inspection_item i on i.id = s.item
          where s.cells[8] is not null),
        asked as (
          select s.line, s.cells[1] || '　要点：' || s.cells[10] as title,
            case when p.in_force then array['true', p.position::text, p.basis, p.answer, p.unit] end as before,
            array['true', s.cells[9], coalesce(s.cells[11], p.basis), coalesce(s.cells[12], p.answer, 'CONFORMITY'),
              case when s.cells[12] is null then p.unit else s.cells[13] end] as after
          from staged s left join inspection_point p on p.item_id = s.item and p.text = s.cells[10]
          where s.cells[10] is not null)
        select line, title as key, case when before is null then 'ADDED'
            when before is not distinct from after then 'SAME'
            when before[7] = 'true' and after[7] = 'false' then 'REMOVED' else 'CHANGED' end as effect, title,
          case when before is not null then before || array_fill(null::text, array[4]) end as before,
          after || array_fill(null::text, array[4]) as after
        from matter
        union all
        select line, title, case when before is null then 'ADDED'
            when before is not distinct from after then 'SAME' else 'CHANGED' end, title,
          case when before is not null then array_fill(null::text, array[6]) || before end,
          array_fill(null::text, array[6]) || after
        from asked
        union all
        select o.line, i.name || '　要点：' || p.text, 'REMOVED', i.name || '　要点：' || p.text,
          array_fill(null::text, array[6]) || array['true', null, null, null, null],
          array_fill(null::text, array[6]) || array['false', null, null, null, null]
        from left_out o join inspection_point p on p.id = o.id join inspection_item i on i.id = p.item_id
        """;
  }

  @Override
  public String ruledOut() {
    return """
        select r.line, '抽查事项', r.cells[1], '没有问题的抽查事项；本行的事项在文件中有误，改正后与要点一起提交'
        from registry_change_row r join registry_change c on c.id = r.change_id
        where r.change_id = :id
          and not exists (select from registry_change_row h
            where h.change_id = :id and h.cells[1] = r.cells[1] and h.cells[8] is not null)
          and not exists (select from inspection_item i where i.department = c.department and i.name = r.cells[1])
        """;
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    jdbc.sql("""
            insert into inspection_item as i (department, name, category, objects, basis, methods, ratio, frequency, in_force,
              change_id, line)
            select :department, cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]::boolean,
              :id, line
            from registry_change_row where change_id = :id and cells[8] is not null order by cells[1]
            on conflict (department, name) do update set
              category = coalesce(excluded.category, i.category), objects = coalesce(excluded.objects, i.objects),
              basis = coalesce(excluded.basis, i.basis), methods = coalesce(excluded.methods, i.methods),
              ratio = coalesce(excluded.ratio, i.ratio), frequency = coalesce(excluded.frequency, i.frequency),
              in_force = excluded.in_force, version = i.version + 1, change_id = excluded.change_id, line = excluded.line
            where (i.category, i.objects, i.basis, i.methods, i.ratio, i.frequency, i.in_force) is distinct from (
              coalesce(excluded.category, i.category), coalesce(excluded.objects, i.objects),
              coalesce(excluded.basis, i.basis), coalesce(excluded.methods, i.methods),
              coalesce(excluded.ratio, i.ratio), coalesce(excluded.frequency, i.frequency), excluded.in_force)""")
        .param("id", change.id()).param("department", change.department()).update();
    jdbc.sql(STAGED + LEFT_OUT + """
            update inspection_point p set in_force = false, version = version + 1, change_id = :id, line = o.line
            from left_out o where o.id = p.id""")
        .param("id", change.id()).update();
    jdbc.sql(STAGED + """
            asked as (
              select s.item, s.line, s.cells[10] as text, s.cells[9]::int as position,
                coalesce(s.cells[11], p.basis) as basis, coalesce(s.cells[12], p.answer, 'CONFORMITY') as answer,
                case when s.cells[12] is null then p.unit else s.cells[13] end as unit
              from staged s left join inspection_point p on p.item_id = s.item and p.text = s.cells[10]
              where s.cells[10] is not null)
            insert into inspection_point as p (item_id, text, position, basis, answer, unit, change_id, line)
            select item, text, position, basis, answer, unit, :id, line from asked order by item, position
            on conflict (item_id, text) do update set position = excluded.position, basis = excluded.basis,
              answer = excluded.answer, unit = excluded.unit, in_force = true, version = p.version + 1,
              change_id = excluded.change_id, line = excluded.line
            where (p.position, p.basis, p.answer, p.unit, p.in_force) is distinct from (
              excluded.position, excluded.basis, excluded.answer, excluded.unit, true)""")
        .param("id", change.id()).update();
  }
}
