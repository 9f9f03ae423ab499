package cn.jointinspection.plan;

import cn.jointinspection.platform.Actor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications for changes of the plan, and the changes themselves once filed. */
@Repository
class AdjustmentTable {

  /** Its own, so that what is stored does not depend on how the application answers requests. */
  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private final JdbcClient jdbc;

  AdjustmentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(PlanItem item, ItemChange change, String reason, String department, Actor by, Instant at) {
    return jdbc.sql("""
            insert into plan_adjustment (plan_id, row_no, change, reason, department, applicant, applicant_name, applied_at)
            values (?, ?, cast(? as jsonb), ?, ?, ?, ?, ?) returning id""")
        .params(item.planId(), item.rowNo(), write(change), reason, department, by.userId(), by.name(), utc(at))
        .query(Long.class).single();
  }

  Optional<PlanAdjustment> find(long id) {
    return jdbc.sql("select * from plan_adjustment where id = ?").param(id).query((row, n) -> read(row)).optional();
  }

  /** Those of a plan, by item and in the order of their filing; applications that are not filed come last. */
  List<PlanAdjustment> ofPlan(long planId) {
    return jdbc.sql("select * from plan_adjustment where plan_id = ? order by row_no, filing_no nulls last, id")
        .param(planId).query((row, n) -> read(row)).list();
  }

  /** The same application anew, unless it changed since it was read. */
  int applyAgain(PlanAdjustment read, ItemChange change, String reason, Actor by, Instant at) {
    return jdbc.sql("""
            update plan_adjustment set change = cast(? as jsonb), reason = ?, applicant = ?, applicant_name = ?,
              applied_at = ?, status = 'REQUESTED', version = version + 1
            where id = ? and version = ?""")
        .params(write(change), reason, by.userId(), by.name(), utc(at), read.id(), read.version()).update();
  }

  int refuse(PlanAdjustment read, String note, Actor by, Instant at) {
    return jdbc.sql("""
            update plan_adjustment set status = 'RETURNED', reviewer = ?, reviewer_name = ?, reviewed_at = ?,
              review_note = ?, version = version + 1
            where id = ? and version = ?""")
        .params(by.userId(), by.name(), utc(at), note, read.id(), read.version()).update();
  }

  int acknowledge(PlanAdjustment read) {
    return jdbc.sql("update plan_adjustment set status = 'REFUSED', version = version + 1 where id = ? and version = ?")
        .params(read.id(), read.version()).update();
  }

  int file(PlanAdjustment read, ItemChange before, String filingNo, String note, Actor by, Instant at) {
    return jdbc.sql("""
            update plan_adjustment set status = 'FILED', before = cast(? as jsonb), filing_no = ?, reviewer = ?,
              reviewer_name = ?, reviewed_at = ?, review_note = ?, version = version + 1
            where id = ? and version = ?""")
        .params(write(before), filingNo, by.userId(), by.name(), utc(at), note, read.id(), read.version()).update();
  }

  /** The next number of the plan's filings; whoever has it holds the plan's row, so that none is given twice. */
  int nextFiling(long planId) {
    jdbc.sql("select id from annual_plan where id = ? for no key update").param(planId).query(Long.class).single();
    return jdbc.sql("select count(*) + 1 from plan_adjustment where plan_id = ? and status = 'FILED'")
        .param(planId).query(Integer.class).single();
  }

  /** Makes the item as the filed change wants it. */
  void apply(PlanItem item, ItemChange change, String filingNo) {
    if (change instanceof ItemChange.Window window) {
      item("window_from = ?, window_to = ?", item, window.from(), window.to());
    } else if (change instanceof ItemChange.Ratio ratio) {
      item("ratio_kind = ?, basis_points = ?", item, ratio.ratioKind().name(), ratio.basisPoints());
    } else if (change instanceof ItemChange.Cooperating cooperating) {
      clear("delete from plan_item_cooperating where plan_id = ? and row_no = ?", item);
      for (int i = 0; i < cooperating.departments().size(); i++) {
        jdbc.sql("insert into plan_item_cooperating (plan_id, row_no, seq, department) values (?, ?, ?, ?)")
            .params(item.planId(), item.rowNo(), i + 1, cooperating.departments().get(i)).update();
      }
    } else if (change instanceof ItemChange.Weights weights) {
      clear("delete from plan_item_weight where plan_id = ? and row_no = ?", item);
      weights.byClass().forEach((riskClass, weight) ->
          jdbc.sql("insert into plan_item_weight (plan_id, row_no, risk_class, weight) values (?, ?, ?, ?)")
              .params(item.planId(), item.rowNo(), riskClass.name(), weight).update());
    } else {
      item("cancelled_by = ?", item, filingNo);
    }
  }

  private void item(String sets, PlanItem item, Object... values) {
    jdbc.sql("update plan_item set " + sets + " where plan_id = ? and row_no = ?")
        .params(values).param(item.planId()).param(item.rowNo()).update();
  }

  private void clear(String sql, PlanItem item) {
    jdbc.sql(sql).params(item.planId(), item.rowNo()).update();
  }

  private static PlanAdjustment read(ResultSet row) throws SQLException {
    OffsetDateTime reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
    return new PlanAdjustment(row.getLong("id"), row.getLong("plan_id"), row.getInt("row_no"),
        change(row.getString("change")), change(row.getString("before")), row.getString("reason"),
        row.getString("department"), new PlanAdjustment.Step(row.getString("applicant"), row.getString("applicant_name"),
            row.getObject("applied_at", OffsetDateTime.class).toInstant(), null),
        AdjustmentStatus.valueOf(row.getString("status")),
        reviewed == null ? null : new PlanAdjustment.Step(row.getString("reviewer"), row.getString("reviewer_name"),
            reviewed.toInstant(), row.getString("review_note")),
        row.getString("filing_no"), row.getInt("version"));
  }

  private static ItemChange change(String text) {
    try {
      return text == null ? null : JSON.readValue(text, ItemChange.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plan_adjustment holds what is no change: " + text, e);
    }
  }

  private static String write(ItemChange change) {
    try {
      return JSON.writerFor(ItemChange.class).writeValueAsString(change);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a change cannot be written as JSON", e);
    }
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
