package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.RiskClass;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 信用风险分类 as the market regulator hands it over: the classes of objects that are in the registry (四). */
@Component
class RiskClassListing implements Listing {

  private static final String CODE = "统一社会信用代码";
  private static final String CLASS = "信用风险等级";
  private static final List<Column> COLUMNS = List.of(
      ObjectNumber.column(),
      Column.optional("检查对象名称", "示例安昌宾馆", "企业名称", "主体名称", "名称"),
      Column.needed(CLASS, RiskClass.B.label(), "风险等级", "信用风险分类", "信用风险分类等级", "企业信用风险等级", "分类结果")
          .oneOf(Arrays.stream(RiskClass.values()).map(RiskClass::label).toList()));

  private final String division;

  RiskClassListing(@Value("${joint-inspection.division.code}") String division) {
    this.division = division;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.RISK_CLASSES;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    return row -> {
      String objectNo = ObjectNumber.of(row, checks, division);
      if (objectNo != null) {
        checks.unique(objectNo, row, CODE);
      }
      RiskClass riskClass = checks.orProblem(RiskClass.of(CellText.code(row.text(CLASS)).toUpperCase(Locale.ROOT)), row,
          CLASS, "A、B、C、D 或低风险、一般风险、较高风险、高风险");
      return new Entry(objectNo, riskClass == null ? null : riskClass.name());
    };
  }

  @Override
  public List<String> fields() {
    return List.of(CLASS);
  }

  @Override
  public String inWords(int field, String value) {
    return value == null ? null : RiskClass.valueOf(value).label();
  }

  @Override
  public String compared() {
    return """
        select r.line, r.key, case when o.risk_class = r.cells[1] then 'SAME' else 'CHANGED' end as effect,
          o.name as title, array[o.risk_class::text] as before, r.cells as after
        from registry_change_row r join inspection_object o on o.object_no = r.key
        where r.change_id = :id
        """;
  }

  @Override
  public String ruledOut() {
    return ObjectNumber.unknown("r.key");
  }

  @Override
  public MergedNumbers mergedNumbers() {
    return new MergedNumbers("r.key", "k.object_no", "cells = r.cells");
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    jdbc.sql("""
            update inspection_object o set risk_class = r.cells[1], version = o.version + 1, updated_at = :now,
              change_id = :id, line = r.line
            from registry_change_row r
            where r.change_id = :id and o.object_no = r.key and o.risk_class is distinct from r.cells[1]""")
        .param("id", change.id()).param("now", now).update();
  }
}
