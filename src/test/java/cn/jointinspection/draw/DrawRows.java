package cn.jointinspection.draw;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of an invented draw, for modules that only refer to one. */
public final class DrawRows {

  private DrawRows() {}

  /** @param drawn whether lots are drawn; else its lists are frozen */
  public static void add(JdbcClient jdbc, String id, String jointInspectionId, boolean drawn) {
    jdbc.sql("""
            insert into draw (id, number, year, joint_inspection_id, title, prev, "freeze", frozen_at, frozen_by,
              candidate_count, candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status, public_value,
              seed, transcript_sha256)
            values (:id, 1, 2024, :joint, '示例抽取', repeat('0', 64), repeat('1', 64), now(), 'gajStaff',
              1, '{}', '{}', 'none', '', :status, 'none', repeat('2', 64), repeat('3', 64)) on conflict do nothing""")
        .param("id", id).param("joint", jointInspectionId).param("status", drawn ? "DRAWN" : "FROZEN").update();
  }
}
