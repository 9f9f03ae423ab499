package cn.jointinspection.draw;

import cn.jointinspection.draw.engine.Transcript;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a draw gave: the selected, the teams as drawn and as they stand, shortfalls, events. */
@Repository
class ResultStore {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  ResultStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  void insert(String drawId, Transcript transcript) {
    List<Object[]> selected = new ArrayList<>();
    List<Object[]> members = new ArrayList<>();
    List<Object[]> assignments = new ArrayList<>();
    for (Transcript.Selected object : transcript.selected()) {
      selected.add(new Object[] {drawId, selected.size() + 1, object.id(), object.stratum(), object.ticket()});
      transcript.teams().get(object.id()).forEach((department, team) -> {
        for (int i = 0; i < team.size(); i++) {
          members.add(new Object[] {drawId, object.id(), department, i + 1, team.get(i)});
        }
      });
    }
    assignments.addAll(members);
    batch.batchUpdate(
        "insert into draw_selected (draw_id, visit_no, object_no, stratum, ticket) values (?, ?, ?, ?, ?)", selected);
    batch.batchUpdate("""
        insert into draw_team_member (draw_id, object_no, department, position, inspector) values (?, ?, ?, ?, ?)
        """, members);
    assign(assignments);
    List<Object[]> shortfalls = new ArrayList<>();
    for (Transcript.Shortfall shortfall : transcript.shortfalls()) {
      shortfalls.add(new Object[] {
          drawId, shortfall.object(), shortfall.department(), shortfalls.size() + 1, shortfall.missing()});
    }
    batch.batchUpdate(
        "insert into draw_shortfall (draw_id, object_no, department, seq, missing) values (?, ?, ?, ?, ?)", shortfalls);
  }

  private void assign(List<Object[]> assignments) {
    batch.batchUpdate("""
        insert into draw_assignment (draw_id, object_no, department, position, inspector) values (?, ?, ?, ?, ?)
        """, assignments);
  }

  void assign(String drawId, String object, String department, int position, String inspector) {
    assign(List.<Object[]>of(new Object[] {drawId, object, department, position, inspector}));
  }

  void unassign(String drawId, String object, String inspector) {
    jdbc.sql("delete from draw_assignment where draw_id = ? and object_no = ? and inspector = ?")
        .params(drawId, object, inspector).update();
  }

  void unassignAll(String drawId, String object) {
    jdbc.sql("delete from draw_assignment where draw_id = ? and object_no = ?").params(drawId, object).update();
  }

  List<DrawResult.Selected> selected(String drawId) {
    return jdbc.sql("select visit_no, object_no, stratum from draw_selected where draw_id = ? order by visit_no")
        .param(drawId).query(DrawResult.Selected.class).list();
  }

  /** Teams as they stand. */
  Map<String, Map<String, List<String>>> teams(String drawId) {
    Map<String, Map<String, List<String>>> teams = new LinkedHashMap<>();
    jdbc.sql("""
            select object_no, department, inspector from draw_assignment where draw_id = ?
            order by object_no, department collate "C", position
            """)
        .param(drawId)
        .query(row -> {
          teams.computeIfAbsent(row.getString(1), o -> new LinkedHashMap<>())
              .computeIfAbsent(row.getString(2), d -> new ArrayList<>()).add(row.getString(3));
        });
    return teams;
  }

  List<String> team(String drawId, String object, String department) {
    return jdbc.sql("""
            select inspector from draw_assignment where draw_id = ? and object_no = ? and department = ?
            order by position
            """)
        .params(drawId, object, department).query(String.class).list();
  }

  int nextPosition(String drawId, String object, String department) {
    return jdbc.sql("""
            select coalesce(max(position), 0) + 1 from draw_assignment
            where draw_id = ? and object_no = ? and department = ?
            """)
        .params(drawId, object, department).query(Integer.class).single();
  }

  List<Shortfall> shortfalls(String drawId) {
    return jdbc.sql("""
            select object_no, department, seq, missing, decision, inspector, reason from draw_shortfall
            where draw_id = ? order by seq
            """)
        .param(drawId).query(Shortfall.class).list();
  }

  void decide(String drawId, ShortfallDecision decision, String by, OffsetDateTime at) {
    jdbc.sql("""
            update draw_shortfall set decision = ?, inspector = ?, reason = ?, decided_by = ?, decided_at = ?
            where draw_id = ? and object_no = ? and department = ? and seq = ?
            """)
        .params(decision.inspector() == null ? "WAIVED" : "DESIGNATED", decision.inspector(), decision.reason(), by, at,
            drawId, decision.objectNo(), decision.department(), decision.seq())
        .update();
  }

  void addEvent(String drawId, Transcript.Event event, String approvedBy, String countersignedBy, OffsetDateTime at,
      String transcriptSha256) {
    jdbc.sql("""
            insert into draw_event (draw_id, seq, type, object_no, inspector, reason, evidence_sha256, fresh,
              event_hash, replacement, approved_by, countersigned_by, recorded_at, transcript_sha256)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(drawId, event.seq(), event.type(), event.object(), event.inspector(), event.reason(), event.evidence(),
            event.fresh(), event.eventHash(), event.replacement(), approvedBy, countersignedBy, at, transcriptSha256)
        .update();
  }
}
