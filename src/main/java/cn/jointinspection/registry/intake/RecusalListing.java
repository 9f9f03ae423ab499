package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.RecusalReason;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 回避名单: which inspectors of a department keep away from which objects (三). A recusal, once filed, stays. */
@Component
class RecusalListing implements Listing {

  private static final String INSPECTOR = "执法证号";
  private static final String REASON = "回避事由";
  private static final List<String> REASONS = Arrays.stream(RecusalReason.values()).map(RecusalReason::label).toList();
  private static final List<Column> COLUMNS = List.of(
      Column.needed(INSPECTOR, "14082600001", "执法证件号", "执法证编号", "行政执法证号", "执法证件编号"),
      ObjectNumber.column(),
      Column.needed(REASON, RecusalReason.DECLARED.label(), "回避原因", "事由", "回避理由").oneOf(REASONS));

  private final String division;

  RecusalListing(@Value("${joint-inspection.division.code}") String division) {
    this.division = division;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.RECUSALS;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    return row -> {
      String inspector = checks.hasItsDigits(row, INSPECTOR) ? CellText.code(checks.required(row, INSPECTOR, 30)) : null;
      String objectNo = ObjectNumber.of(row, checks, division);
      String word = CellText.name(row.text(REASON));
      RecusalReason reason = checks.orProblem(
          Arrays.stream(RecusalReason.values()).filter(r -> r.label().equals(word)).findFirst(), row, REASON,
          REASONS.stream().collect(Collectors.joining("、", "", "之一")));
      String key = inspector + "|" + objectNo;
      if (objectNo != null) {
        checks.unique(key, row, INSPECTOR);
      }
      return new Entry(key, inspector, objectNo, reason == null ? null : reason.name());
    };
  }

  @Override
  public List<String> fields() {
    return List.of("检查人员", "检查对象", REASON);
  }

  @Override
  public String inWords(int field, String value) {
    return field == 2 && value != null ? RecusalReason.valueOf(value).label() : value;
  }

  @Override
  public String compared() {
    return """
        select r.line, r.key, case when c.inspector is null then 'ADDED' else 'SAME' end as effect,
          i.name || ' — ' || o.name as title, null::text[] as before, r.cells as after
        from registry_change_row r join inspector i on i.certificate_no = r.cells[1]
          join inspection_object o on o.object_no = r.cells[2]
          left join recusal c on c.inspector = r.cells[1] and c.object_no = r.cells[2]
        where r.change_id = :id
        """;
  }

  @Override
  public String ruledOut() {
    return ObjectNumber.unknown("r.cells[2]") + """
         union all
        select r.line, '执法证号', r.cells[1], '本部门执法检查人员名录中的执法证号；还没有的，先导入人员名录'
        from registry_change_row r join registry_change c on c.id = r.change_id
        where r.change_id = :id and not exists (
          select from inspector i where i.certificate_no = r.cells[1] and i.department = c.department)
        """;
  }

  @Override
  public MergedNumbers mergedNumbers() {
    return new MergedNumbers("r.cells[2]", "r.cells[1] || '|' || k.object_no", "cells[2] = k.object_no");
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    jdbc.sql("""
            insert into recusal (inspector, object_no, reason, filed_at, filed_by, change_id, line)
            select cells[1], cells[2], cells[3], :now, :by, :id, line from registry_change_row
            where change_id = :id order by key on conflict do nothing""")
        .param("id", change.id()).param("now", now).param("by", change.proposed().by()).update();
  }
}
