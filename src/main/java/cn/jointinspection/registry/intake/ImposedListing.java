package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.CellChecks;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 上级抽查任务名单: whom the province or the city has drawn for which matter (省抽市查、市抽县查, 二-11). */
@Component
class ImposedListing implements Listing {

  private static final String MATTER = "抽查事项";
  private static final String YEAR = "年度";
  private static final String LEVEL = "发起层级";
  private static final String TASK = "任务名称";
  private static final String DAY = "检查日期";
  private static final String STATE = "状态";
  private static final Map<String, String> LEVELS =
      Map.of("省抽市查", "PROVINCE", "省级", "PROVINCE", "市抽县查", "CITY", "市级", "CITY");
  private static final Map<String, Boolean> STATES = Map.of("", true, "有效", true, "撤销", false);
  private static final List<Column> COLUMNS = List.of(
      ObjectNumber.column(),
      Column.optional("检查对象名称", "示例安昌宾馆", "企业名称", "主体名称", "名称"),
      Column.needed(MATTER, "旅馆业治安检查", "抽查事项名称", "检查事项", "事项名称"),
      Column.needed(YEAR, "2024", "抽查年度", "计划年度"),
      Column.needed(LEVEL, "市抽县查", "任务层级", "抽查模式", "级别").oneOf(List.of("省抽市查", "市抽县查")),
      Column.needed(TASK, "2024年度市级旅馆业抽查", "抽查任务名称", "抽查任务", "计划名称"),
      Column.optional(DAY, "2024-05-20", "检查时间", "完成日期"),
      Column.optional(STATE, "有效", "任务状态").oneOf(List.of("有效", "撤销")));

  private final String division;

  ImposedListing(@Value("${joint-inspection.division.code}") String division) {
    this.division = division;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.IMPOSED;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    return row -> {
      String objectNo = ObjectNumber.of(row, checks, division);
      String matter = checks.required(row, MATTER, 200);
      String year = CellText.code(row.text(YEAR)).replace("年", "");
      if (!year.matches("20\\d\\d")) {
        checks.problem(row, YEAR, "四位年份，例如 2024");
      }
      String key = objectNo + "|" + matter + "|" + year;
      if (objectNo != null) {
        checks.unique(key, row, MATTER);
      }
      String level = checks.orProblem(
          Optional.ofNullable(LEVELS.get(CellText.name(row.text(LEVEL)))), row, LEVEL, "省抽市查或市抽县查");
      Boolean stands =
          checks.orProblem(Optional.ofNullable(STATES.get(CellText.name(row.text(STATE)))), row, STATE, "有效或撤销");
      return new Entry(key, objectNo, matter, year, level, checks.required(row, TASK, 200), day(row, checks),
          String.valueOf(Boolean.TRUE.equals(stands)));
    };
  }

  private static String day(TableRow row, CellChecks checks) {
    if (CellText.name(row.text(DAY)).isEmpty()) {
      return null;
    }
    LocalDate day = checks.date(row, DAY, "检查的日期，例如 2024-05-20；还没有检查的留空");
    return day == null ? null : day.toString();
  }

  @Override
  public List<String> fields() {
    return List.of(LEVEL, TASK, DAY);
  }

  @Override
  public String inWords(int field, String value) {
    return field == 0 && value != null ? "PROVINCE".equals(value) ? "省抽市查" : "市抽县查" : value;
  }

  @Override
  public String compared() {
    return """
        select r.line, r.key, case
            when i.object_no is null and r.cells[7] = 'false' then 'SAME'
            when i.object_no is null then 'ADDED'
            when r.cells[7] = 'false' then 'REMOVED'
            when (i.level, i.task, i.inspected_on::text) is not distinct from
              (r.cells[4], r.cells[5], coalesce(r.cells[6], i.inspected_on::text)) then 'SAME'
            else 'CHANGED' end as effect, o.name || ' — ' || r.cells[2] || ' ' || r.cells[3] || '年' as title,
          case when i.object_no is not null then array[i.level, i.task, i.inspected_on::text] end as before,
          array[r.cells[4], r.cells[5], coalesce(r.cells[6], i.inspected_on::text)] as after
        from registry_change_row r join inspection_object o on o.object_no = r.cells[1]
          left join imposed_inspection i on i.object_no = r.cells[1] and i.matter = r.cells[2] and i.year = r.cells[3]::int
        where r.change_id = :id
        """;
  }

  /** A matter by another name would keep nobody out of any draw. */
  @Override
  public String ruledOut() {
    return ObjectNumber.unknown("r.cells[1]") + """
         union all
        select r.line, '抽查事项', r.cells[2], '抽查事项清单中的事项名称，一字不差；没有的，先导入抽查事项清单'
        from registry_change_row r
        where r.change_id = :id and not exists (select from inspection_item m where m.name = r.cells[2])
        """;
  }

  @Override
  public MergedNumbers mergedNumbers() {
    return new MergedNumbers("r.cells[1]", "k.object_no || '|' || r.cells[2] || '|' || r.cells[3]", "cells[1] = k.object_no");
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    jdbc.sql("""
            delete from imposed_inspection i using registry_change_row r
            where r.change_id = :id and r.cells[7] = 'false' and i.object_no = r.cells[1] and i.matter = r.cells[2]
              and i.year = r.cells[3]::int""")
        .param("id", change.id()).update();
    jdbc.sql("""
            insert into imposed_inspection as i (object_no, matter, year, level, task, department, inspected_on, change_id,
              line)
            select cells[1], cells[2], cells[3]::int, cells[4], cells[5], :department, cells[6]::date, :id, line
            from registry_change_row where change_id = :id and cells[7] = 'true' order by key
            on conflict (object_no, matter, year) do update set
              level = excluded.level, task = excluded.task, department = excluded.department,
              inspected_on = coalesce(excluded.inspected_on, i.inspected_on), change_id = excluded.change_id,
              line = excluded.line
            where (i.level, i.task, i.inspected_on) is distinct from
              (excluded.level, excluded.task, coalesce(excluded.inspected_on, i.inspected_on))""")
        .param("id", change.id()).param("department", change.department()).update();
  }
}
