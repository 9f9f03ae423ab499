package cn.jointinspection.plan;

import cn.jointinspection.plan.PlanRefused.NoSuchPlanUpload;
import cn.jointinspection.plan.PlanRefused.PlanFileRefused;
import cn.jointinspection.plan.PlanRefused.PlanReadsOtherwiseNow;
import cn.jointinspection.platform.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plan files on their way to a draft: read and shown, then stored as exactly what was shown. The file stays here and is
 * read again each time, so that nothing depends on what a browser sends back. Who may do so is the caller's to check.
 */
@Service
public class PlanUploads {

  private static final Duration KEPT_UNCONFIRMED = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final AnnualPlans plans;
  private final Clock clock;

  PlanUploads(JdbcClient jdbc, AnnualPlans plans, Clock clock) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * Reads a plan file and keeps it to be confirmed; nothing of it is a plan yet.
   *
   * @throws PlanFileRefused with every problem of the file; then it is not kept
   */
  @Transactional
  public PlanPreview upload(PlanFile file, Actor by) {
    PlanRows rows = plans.read(file);
    Instant now = clock.instant();
    jdbc.sql("delete from plan_upload where plan_id is null and uploaded_at < ?").param(at(now.minus(KEPT_UNCONFIRMED)))
        .update();
    long id = jdbc.sql("""
            insert into plan_upload (file_name, content, division, division_name, year, title, document_no, uploaded_at,
              uploaded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
        .params(file.name(), file.bytes(), file.division(), file.divisionName(), file.year(), file.title(),
            file.documentNo(), at(now), by.userId())
        .query(Long.class).single();
    return PlanPreview.of(id, rows);
  }

  /**
   * How an upload reads now.
   *
   * @throws NoSuchPlanUpload if there is none with this id
   * @throws PlanFileRefused if it does not read any more, since aliases were taken away
   */
  @Transactional(readOnly = true)
  public PlanPreview preview(long id) {
    return PlanPreview.of(id, plans.read(find(id).file));
  }

  /**
   * Stores an upload as a draft; again, it gives the same draft.
   *
   * @param reading the {@link PlanPreview#reading} that the person saw
   * @return id of the plan
   * @throws NoSuchPlanUpload if there is none with this id
   * @throws PlanReadsOtherwiseNow if aliases changed since, so that it reads otherwise
   * @throws PlanFileRefused if it does not read any more
   */
  @Transactional
  public long confirm(long id, String reading, Actor by) {
    jdbc.sql("select id from plan_upload where id = ? for update").param(id).query(Long.class).optional();
    Upload upload = find(id);
    if (upload.planId != null) {
      return upload.planId;
    }
    PlanRows rows = plans.read(upload.file);
    if (!rows.digest().equals(reading)) {
      throw new PlanReadsOtherwiseNow();
    }
    long planId = plans.store(upload.file, rows, by);
    jdbc.sql("update plan_upload set plan_id = ? where id = ?").params(planId, id).update();
    return planId;
  }

  /** @param planId null until confirmed */
  private record Upload(PlanFile file, Long planId) {}

  private Upload find(long id) {
    return jdbc.sql("select * from plan_upload where id = ?").param(id).query(PlanUploads::upload).optional()
        .orElseThrow(NoSuchPlanUpload::new);
  }

  private static Upload upload(ResultSet row, int n) throws SQLException {
    PlanFile file = new PlanFile(row.getString("file_name"), row.getBytes("content"), row.getString("division"),
        row.getString("division_name"), row.getInt("year"), row.getString("title"), row.getString("document_no"));
    return new Upload(file, row.getObject("plan_id", Long.class));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
