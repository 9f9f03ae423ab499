package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.Licence;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 许可证名录: licences of objects that are in the registry, each with its last day. */
@Component
class LicenceListing implements Listing {

  private static final String NAME = "许可证名称";
  private static final String NUMBER = "许可证编号";
  private static final String UNTIL = "有效期至";
  private static final String STATE = "状态";
  private static final List<Column> COLUMNS = List.of(
      ObjectNumber.column(),
      Column.needed(NAME, "食品经营许可证", "证照名称", "许可文件名称", "许可名称", "许可证类型", "证件名称"),
      Column.needed(NUMBER, "SL-2024-001", "证照编号", "许可证号", "许可文件编号", "证书编号", "许可编号", "证号"),
      Column.needed("发证机关", "示例局", "许可机关", "发证单位", "颁发机关", "审批机关"),
      Column.needed(UNTIL, "长期", "有效期", "有效期截止", "有效期截止日期", "许可截止期", "截止日期", "有效期止"),
      Column.optional(STATE, "有效", "许可状态", "证照状态").oneOf(List.of("有效", "注销")));
  private static final Map<String, Boolean> IN_FORCE = Map.of("", true, "有效", true, "正常", true, "注销", false,
      "已注销", false, "失效", false, "吊销", false, "撤销", false);
  private static final int IN_FORCE_FIELD = 4;
  private static final int UNTIL_FIELD = 3;

  private final String division;

  LicenceListing(@Value("${joint-inspection.division.code}") String division) {
    this.division = division;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.LICENCES;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    return row -> {
      String objectNo = ObjectNumber.of(row, checks, division);
      String name = checks.required(row, NAME, 100);
      String number = checks.hasItsDigits(row, NUMBER) ? CellText.code(checks.required(row, NUMBER, 100)) : "";
      String key = objectNo + "|" + name + "|" + number;
      if (objectNo != null) {
        checks.unique(key, row, NUMBER);
      }
      Boolean inForce = IN_FORCE.get(CellText.name(row.text(STATE)));
      if (inForce == null) {
        checks.problem(row, STATE, "有效或注销");
      }
      return new Entry(key, objectNo, name, number, CellText.name(row.text("发证机关")), until(row, checks),
          String.valueOf(inForce));
    };
  }

  private static String until(TableRow row, CellChecks checks) {
    LocalDate day = checks.orProblem(
        Licence.lastDay(row.text(UNTIL)), row, UNTIL, "有效期的最后一日，例如 2026-12-31；没有期限的写长期");
    return day == null ? null : day.toString();
  }

  @Override
  public List<String> fields() {
    return List.of(NAME, NUMBER, "发证机关", UNTIL, STATE);
  }

  @Override
  public String inWords(int field, String value) {
    return switch (field) {
      case UNTIL_FIELD -> value == null ? null : Licence.inWords(LocalDate.parse(value));
      case IN_FORCE_FIELD -> value == null ? null : Boolean.parseBoolean(value) ? "有效" : "注销";
      default -> value;
    };
  }

  @Override
  public String compared() {
    return """
        select r.line, r.key, case
            when l.cells is null then 'ADDED'
            when l.cells is not distinct from r.cells then 'SAME'
            when l.cells[5] = 'true' and r.cells[5] = 'false' then 'REMOVED'
            else 'CHANGED' end as effect, o.name as title, l.cells as before, r.cells as after
        from (
            select line, key, cells[1] as object_no, array[cells[2], cells[3], cells[4], cells[5], cells[6]] as cells
            from registry_change_row where change_id = :id) r
          join inspection_object o on o.object_no = r.object_no
          left join (
            select object_no || '|' || name || '|' || number as key,
              array[name, number, issued_by, valid_until::text, in_force::text] as cells
            from object_licence) l on l.key = r.key
        """;
  }

  @Override
  public String ruledOut() {
    return ObjectNumber.unknown("r.cells[1]");
  }

  @Override
  public MergedNumbers mergedNumbers() {
    return new MergedNumbers("r.cells[1]", "k.object_no || '|' || r.cells[2] || '|' || r.cells[3]",
        "cells[1] = k.object_no");
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    jdbc.sql("""
            insert into object_licence as l (object_no, name, number, issued_by, valid_until, in_force, updated_at,
              change_id, line)
            select cells[1], cells[2], cells[3], cells[4], cells[5]::date, cells[6]::boolean, :now, :id, line
            from registry_change_row where change_id = :id order by key
            on conflict (object_no, name, number) do update set
              issued_by = excluded.issued_by, valid_until = excluded.valid_until, in_force = excluded.in_force,
              version = l.version + 1, updated_at = excluded.updated_at, change_id = excluded.change_id,
              line = excluded.line
            where (l.issued_by, l.valid_until, l.in_force) is distinct from
              (excluded.issued_by, excluded.valid_until, excluded.in_force)""")
        .param("id", change.id()).param("now", now).update();
  }
}
