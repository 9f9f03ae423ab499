package cn.jointinspection.referral;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.Departments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code referral} and {@code referral_step}. */
@Repository
class ReferralTable {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Departments departments;

  ReferralTable(JdbcClient jdbc, Clock clock, Departments departments) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.departments = departments;
  }

  /** Next number of the year; holds the year's row until commit, so that no number is skipped or given twice. */
  int nextNumber(int year) {
    return jdbc.sql("""
            insert into referral_number (year, last) values (:year, 1)
            on conflict (year) do update set last = referral_number.last + 1
            returning last""")
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  void insert(Referral referral) {
    jdbc.sql("""
            insert into referral (id, check_id, joint_inspection_id, object_inspection_id, object_no, object_name,
              from_department, to_department, violation, created_at)
            values (:id, :checkId, :jointInspectionId, :objectInspectionId, :objectNo, :objectName,
              :from, :to, :violation, :createdAt)""")
        .param("id", referral.id())
        .param("checkId", referral.origin().checkId())
        .param("jointInspectionId", referral.origin().jointInspectionId())
        .param("objectInspectionId", referral.origin().objectInspectionId())
        .param("objectNo", referral.origin().objectNo())
        .param("objectName", referral.origin().objectName())
        .param("from", referral.from().code())
        .param("to", referral.to().code())
        .param("violation", referral.violation())
        .param("createdAt", Timestamp.from(referral.createdAt()))
        .update();
  }

  /** Writes status, target, letter and outcome; the version decides between two who act at once. */
  void update(Referral referral) {
    int rows = jdbc.sql("""
            update referral set status = :status, to_department = :to, letter = :letter, outcome = :outcome,
              closed_at = :closedAt, version = version + 1
            where id = :id and version = :version""")
        .param("status", referral.status().name())
        .param("to", referral.to().code())
        .param("letter", referral.letter())
        .param("outcome", referral.outcome())
        .param("closedAt", referral.closedAt() == null ? null : Timestamp.from(referral.closedAt()))
        .param("id", referral.id())
        .param("version", referral.version())
        .update();
    if (rows != 1) {
      throw new ChangedMeanwhile("抄告 " + referral.id() + " ");
    }
  }

  void addStep(String id, ReferralAction action, String department, String note, Actor actor) {
    jdbc.sql("""
            insert into referral_step (referral_id, seq, action, department, note, actor, actor_name, at)
            select :id, coalesce(max(seq), 0) + 1, :action, :department, :note, :actor, :actorName, :at
            from referral_step where referral_id = :id""")
        .param("id", id)
        .param("action", action.name())
        .param("department", department)
        .param("note", note)
        .param("actor", actor.userId())
        .param("actorName", actor.name())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  Optional<Referral> find(String id) {
    List<Referral.Step> steps = jdbc.sql("select * from referral_step where referral_id = :id order by seq")
        .param("id", id)
        .query((row, n) -> step(row))
        .list();
    return jdbc.sql("select * from referral where id = :id")
        .param("id", id)
        .query((row, n) -> referral(row, steps))
        .optional();
  }

  private Referral.Step step(ResultSet row) throws SQLException {
    return new Referral.Step(
        row.getInt("seq"),
        ReferralAction.valueOf(row.getString("action")),
        row.getString("department"),
        name(row, "department"),
        row.getString("note"),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getTimestamp("at").toInstant());
  }

  private Referral referral(ResultSet row, List<Referral.Step> steps) throws SQLException {
    return new Referral(
        row.getString("id"),
        new Referral.Origin(row.getLong("check_id"), row.getString("joint_inspection_id"),
            row.getString("object_inspection_id"), row.getString("object_no"), row.getString("object_name")),
        departments.byCode(row.getString("from_department")),
        departments.byCode(row.getString("to_department")),
        row.getString("violation"),
        row.getString("letter"),
        ReferralStatus.valueOf(row.getString("status")),
        row.getString("outcome"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("closed_at")),
        row.getInt("version"),
        steps);
  }

  private String name(ResultSet row, String column) throws SQLException {
    return departments.byCode(row.getString(column)).name();
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
