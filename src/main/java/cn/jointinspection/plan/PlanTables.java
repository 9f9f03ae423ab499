package cn.jointinspection.plan;

import cn.jointinspection.registry.RiskClass;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of this package. */
@Repository
class PlanTables {

  private static final String ITEMS = """
      select i.*,
        array(select m.matter from plan_item_matter m
              where m.plan_id = i.plan_id and m.row_no = i.row_no order by m.seq) as matter_list,
        array(select c.department from plan_item_cooperating c
              where c.plan_id = i.plan_id and c.row_no = i.row_no order by c.seq) as cooperating,
        array(select w.risk_class || w.weight from plan_item_weight w
              where w.plan_id = i.plan_id and w.row_no = i.row_no) as weights
      from plan_item i where i.plan_id = ?""";

  private final JdbcClient jdbc;

  PlanTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(PlanFile file, String sha256, List<Integer> missingRows, Instant now, String by) {
    return jdbc.sql("""
            insert into annual_plan (division, division_name, year, title, document_no, file_name, file_sha256,
              missing_rows, imported_at, imported_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
        .params(file.division(), file.divisionName(), file.year(), file.title(), file.documentNo(), file.name(), sha256,
            missingRows.toArray(Integer[]::new), at(now), by)
        .query(Long.class).single();
  }

  void insert(long planId, PlanRow row, int scopeId) {
    jdbc.sql("""
            insert into plan_item (plan_id, row_no, name, matters, scope_id, ratio_kind, basis_points, times_per_year,
              risk_rule, risk_text, window_from, window_to, lead_department, mode)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(planId, row.rowNo(), row.name(), row.matterText(), scopeId, row.ratio().kind().name(),
            row.ratio().basisPoints(), row.ratio().timesPerYear(), row.riskRule().name(), row.riskText(),
            row.window().from(), row.window().to(), row.leadDepartment(), row.mode().name())
        .update();
    insertList("insert into plan_item_matter (plan_id, row_no, seq, matter) values (?, ?, ?, ?)",
        planId, row.rowNo(), row.matters());
    insertList("insert into plan_item_cooperating (plan_id, row_no, seq, department) values (?, ?, ?, ?)",
        planId, row.rowNo(), row.cooperating());
  }

  private void insertList(String sql, long planId, int rowNo, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      jdbc.sql(sql).params(planId, rowNo, i + 1, values.get(i)).update();
    }
  }

  /** Moves a plan on, unless it changed since it was read; number of rows changed. */
  int examine(AnnualPlan plan, PlanStatus status, String note, Instant now, String by) {
    return jdbc.sql("""
            update annual_plan set status = ?, examined_at = ?, examined_by = ?, examine_note = ?, version = version + 1
            where id = ? and version = ?""")
        .params(status.name(), at(now), by, note, plan.id(), plan.version())
        .update();
  }

  Optional<AnnualPlan> plan(long id) {
    return jdbc.sql("select * from annual_plan where id = ?").param(id).query(PlanTables::plan).optional();
  }

  Optional<AnnualPlan> published(int year) {
    return jdbc.sql("select * from annual_plan where year = ? and status = 'PUBLISHED'")
        .param(year).query(PlanTables::plan).optional();
  }

  /** The items by number, the scope's name left to be filled in by the function. */
  List<PlanItem> items(long planId, IntFunction<String> scopeName) {
    return jdbc.sql(ITEMS + " order by i.row_no").param(planId).query((row, n) -> item(row, scopeName)).list();
  }

  Optional<PlanItem> item(long planId, int rowNo, IntFunction<String> scopeName) {
    return jdbc.sql(ITEMS + " and i.row_no = ?").params(planId, rowNo)
        .query((row, n) -> item(row, scopeName)).optional();
  }

  private static AnnualPlan plan(ResultSet row, int n) throws SQLException {
    return new AnnualPlan(row.getLong("id"), row.getString("division"), row.getString("division_name"),
        row.getInt("year"), row.getString("title"), row.getString("document_no"),
        PlanStatus.valueOf(row.getString("status")),
        new AnnualPlan.Source(row.getString("file_name"), row.getString("file_sha256"), instant(row, "imported_at"),
            row.getString("imported_by")),
        List.of((Integer[]) row.getArray("missing_rows").getArray()), examination(row), row.getInt("version"));
  }

  private static AnnualPlan.Examination examination(ResultSet row) throws SQLException {
    Instant at = instant(row, "examined_at");
    return at == null ? null
        : new AnnualPlan.Examination(at, row.getString("examined_by"), row.getString("examine_note"));
  }

  private static PlanItem item(ResultSet row, IntFunction<String> scopeName) throws SQLException {
    int scopeId = row.getInt("scope_id");
    return new PlanItem(row.getLong("plan_id"), row.getInt("row_no"), row.getString("name"),
        texts(row.getArray("matter_list")), scopeId, scopeName.apply(scopeId),
        new SampleRatio(RatioKind.valueOf(row.getString("ratio_kind")), row.getInt("basis_points"),
            row.getInt("times_per_year")),
        new RiskRequirement(RiskRule.valueOf(row.getString("risk_rule")), row.getString("risk_text")),
        new MonthWindow(row.getInt("window_from"), row.getInt("window_to")),
        row.getString("lead_department"), texts(row.getArray("cooperating")),
        Mode.valueOf(row.getString("mode")), weights(row.getArray("weights")), row.getString("cancelled_by"));
  }

  /** Each a class and its weight, as in {@code C5}. */
  private static SortedMap<RiskClass, Integer> weights(Array array) throws SQLException {
    SortedMap<RiskClass, Integer> weights = new TreeMap<>();
    texts(array).forEach(weight ->
        weights.put(RiskClass.valueOf(weight.substring(0, 1)), Integer.valueOf(weight.substring(1))));
    return weights;
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
