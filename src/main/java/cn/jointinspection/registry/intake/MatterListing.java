package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.AnswerKind;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.Matter;
import cn.jointinspection.registry.MatterLists;
import cn.jointinspection.registry.MatterRows;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 抽查事项清单 of one department: a row for each point of a matter's checklist, or one for a matter without. What a file
 * does not say of a matter stays as it is; a checklist, if the file has one, takes the place of the one before.
 */
@Component
class MatterListing implements Listing {

  private static final String BAR = "|";

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

  /**
   * Rows of the proposal, each with the matter of the registry that it is about, if there is one, and what becomes of that.
   * What a file does not say stays as it is; what is left empty on a page is empty.
   */
  private static final String STAGED = """
      with staged as (
        select r.line, r.cells, c.on_page, i.id as item, coalesce(r.cells[2], stays.category) as category,
          coalesce(r.cells[3], stays.objects) as objects, coalesce(r.cells[4], stays.basis) as basis,
          coalesce(r.cells[5], stays.methods) as methods, coalesce(r.cells[6], stays.ratio) as ratio,
          coalesce(r.cells[7], stays.frequency) as frequency
        from registry_change_row r join registry_change c on c.id = r.change_id
          left join inspection_item i on i.department = c.department and i.name = r.cells[1]
          left join inspection_item stays on stays.id = i.id and not c.on_page
        where r.change_id = :id),
      """;

  /** The points that the rows name, as they will be. */
  private static final String ASKED = """
      asked as (
        select s.item, s.line, s.cells[1] as matter, s.cells[10] as text, s.cells[9]::int as position,
          coalesce(s.cells[11], case when not s.on_page then p.basis end) as basis,
          coalesce(s.cells[12], p.answer, 'CONFORMITY') as answer,
          case when s.cells[12] is null then p.unit else s.cells[13] end as unit,
          case when p.in_force then array['true', p.position::text, p.basis, p.answer, p.unit] end as before
        from staged s left join inspection_point p on p.item_id = s.item and p.text = s.cells[10]
        where s.cells[10] is not null)
      """;

  /** Points that a checklist of the file leaves out. One that could not be read in full takes nothing away. */
  private static final String LEFT_OUT = """
      left_out as (
        select p.id, s.line from inspection_point p
          join (select item, min(line) as line from staged where cells[9] is not null group by item) s on s.item = p.item_id
        where p.in_force and not exists (select from staged r where r.item = p.item_id and r.cells[10] = p.text)
          and not exists (select from registry_change_problem where change_id = :id))
      """;

  private final MatterLists lists;

  MatterListing(MatterLists lists) {
    this.lists = lists;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.MATTERS;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public Repeated repeated() {
    return new Repeated(List.of(MatterRows.POINT, MatterRows.POINT_BASIS, MatterRows.ANSWER, MatterRows.UNIT),
        MatterReader.NO_POINTS);
  }

  @Override
  public List<String> fixed() {
    return List.of(MatterRows.MATTER);
  }

  /** Department's code, a bar, and the matter's name, which a department has once. */
  @Override
  public String entryKey(String department, String key) {
    return department + BAR + key.substring(0, key.lastIndexOf('#'));
  }

  @Override
  public String departmentOf(String key) {
    return key.substring(0, Math.max(0, key.indexOf(BAR)));
  }

  @Override
  public Optional<Map<String, String>> today(String key) {
    return lists.of(departmentOf(key), List.of(key.substring(key.indexOf(BAR) + 1))).stream().findFirst()
        .map(MatterListing::texts);
  }

  private static Map<String, String> texts(Matter matter) {
    Map<String, String> texts = new LinkedHashMap<>();
    List<List<String>> rows = MatterRows.of(matter);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < MatterRows.HEADS.size(); column++) {
        String head = MatterRows.HEADS.get(column);
        boolean ofPoint = column >= MatterRows.HEADS.indexOf(MatterRows.POINT);
        texts.putIfAbsent(ofPoint ? Repeated.name(head, row + 1) : head,
            Objects.requireNonNullElse(rows.get(row).get(column), ""));
      }
    }
    return texts;
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
    return STAGED + ASKED + "," + LEFT_OUT + """
        , matter as (
          select s.line, s.cells[1] as title,
            case when i.id is not null then
              array[i.category, i.objects, i.basis, i.methods, i.ratio, i.frequency, i.in_force::text] end as before,
            array[s.category, s.objects, s.basis, s.methods, s.ratio, s.frequency, s.cells[8]] as after
          from staged s left join inspection_item i on i.id = s.item
          where s.cells[8] is not null),
        point as (
          select line, matter || '　要点：' || text as title, before,
            array['true', position::text, basis, answer, unit] as after
          from asked)
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
        from point
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
    String matters = STAGED.strip().replaceFirst(",$", "") + """

        insert into inspection_item as i (department, name, category, objects, basis, methods, ratio, frequency, in_force,
          change_id, line)
        select :department, cells[1], category, objects, basis, methods, ratio, frequency, cells[8]::boolean, :id, line
        from staged where cells[8] is not null order by cells[1]
        on conflict (department, name) do update set
          category = excluded.category, objects = excluded.objects, basis = excluded.basis, methods = excluded.methods,
          ratio = excluded.ratio, frequency = excluded.frequency, in_force = excluded.in_force, version = i.version + 1,
          change_id = excluded.change_id, line = excluded.line
        where (i.category, i.objects, i.basis, i.methods, i.ratio, i.frequency, i.in_force) is distinct from
          (excluded.category, excluded.objects, excluded.basis, excluded.methods, excluded.ratio, excluded.frequency,
            excluded.in_force)""";
    jdbc.sql(matters).param("id", change.id()).param("department", change.department()).update();
    jdbc.sql(STAGED + LEFT_OUT + """
            update inspection_point p set in_force = false, version = version + 1, change_id = :id, line = o.line
            from left_out o where o.id = p.id""")
        .param("id", change.id()).update();
    jdbc.sql(STAGED + ASKED + """
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
