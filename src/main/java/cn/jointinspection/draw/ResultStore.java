package cn.jointinspection.draw;

import cn.jointinspection.draw.engine.Transcript;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a draw gave: the selected, the teams as drawn and as they stand, shortfalls, events. */
@Repository
class ResultStore {

  private final JdbcClient jdbc;

  ResultStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Each table in one statement: of ten thousand objects a draw makes some hundred thousand rows. */
  void insert(String drawId, Transcript transcript) {
    Columns selected = new Columns(3);
    Columns members = new Columns(4);
    for (Transcript.Selected object : transcript.selected()) {
      selected.add(object.id(), object.stratum(), object.ticket());
      transcript.teams().get(object.id()).forEach((department, team) -> {
        for (int i = 0; i < team.size(); i++) {
          members.add(object.id(), department, String.valueOf(i + 1), team.get(i));
        }
      });
    }
    jdbc.sql("""
            insert into draw_selected (draw_id, visit_no, object_no, stratum, ticket)
            select ?, n, object, stratum, ticket
            from unnest(?::text[], ?::text[], ?::text[]) with ordinality as s (object, stratum, ticket, n)
            """)
        .params(selected.after(drawId)).update();
    for (String table : List.of("draw_team_member", "draw_assignment")) {
      jdbc.sql("insert into " + table + """
               (draw_id, object_no, department, position, inspector)
              select ?, object, department, position::int, inspector
              from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as m (object, department, position, inspector)
              """)
          .params(members.after(drawId)).update();
    }
    Columns shortfalls = new Columns(3);
    transcript.shortfalls().forEach(s -> shortfalls.add(s.object(), s.department(), s.missing()));
    jdbc.sql("""
            insert into draw_shortfall (draw_id, object_no, department, seq, missing)
            select ?, object, department, n, missing
            from unnest(?::text[], ?::text[], ?::text[]) with ordinality as s (object, department, missing, n)
            """)
        .params(shortfalls.after(drawId)).update();
  }

  /** Rows, handed over column by column. */
  private static final class Columns {

    private final List<List<String>> columns = new ArrayList<>();

    Columns(int number) {
      for (int i = 0; i < number; i++) {
        columns.add(new ArrayList<>());
      }
    }

    void add(String... row) {
      for (int i = 0; i < row.length; i++) {
        columns.get(i).add(row[i]);
      }
    }

    /** As parameters of a statement, behind these. */
    List<Object> after(Object... first) {
      List<Object> parameters = new ArrayList<>(List.of(first));
      columns.forEach(column -> parameters.add(column.toArray(String[]::new)));
      return parameters;
    }
  }

  void assign(String drawId, String object, String department, int position, String inspector) {
    jdbc.sql("""
            insert into draw_assignment (draw_id, object_no, department, position, inspector) values (?, ?, ?, ?, ?)
            """)
        .params(drawId, object, department, position, inspector).update();
  }

  /** The teams of an object that came in, the leaders first. */
  void assign(String drawId, String object, Map<String, List<String>> teams) {
    Columns members = new Columns(3);
    teams.forEach((department, team) -> {
      for (int i = 0; i < team.size(); i++) {
        members.add(department, String.valueOf(i + 1), team.get(i));
      }
    });
    jdbc.sql("""
            insert into draw_assignment (draw_id, object_no, department, position, inspector)
            select ?, ?, department, position::int, inspector
            from unnest(?::text[], ?::text[], ?::text[]) as m (department, position, inspector)
            """)
        .params(members.after(drawId, object)).update();
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

  /** Members of the teams that a shortfall was recorded for, as they stand. */
  Map<String, Map<String, Set<String>>> teamsWithShortfalls(String drawId) {
    Map<String, Map<String, Set<String>>> teams = new HashMap<>();
    jdbc.sql("""
            select a.object_no, a.department, a.inspector from draw_assignment a
            where a.draw_id = ? and exists (select from draw_shortfall s
              where s.draw_id = a.draw_id and s.object_no = a.object_no and s.department = a.department)
            """)
        .param(drawId)
        .query(row -> {
          teams.computeIfAbsent(row.getString(1), o -> new HashMap<>())
              .computeIfAbsent(row.getString(2), d -> new HashSet<>()).add(row.getString(3));
        });
    return teams;
  }

  /** Writes down the decisions, and whoever is designated comes last in his team, in the order of the decisions. */
  void decide(String drawId, List<ShortfallDecision> decisions, String by, OffsetDateTime at) {
    Columns rows = new Columns(5);
    decisions.forEach(d -> rows.add(d.objectNo(), d.department(), String.valueOf(d.seq()), d.inspector(), d.reason()));
    String decided = """
        unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
          as d (object, department, seq, inspector, reason, n)
        """;
    jdbc.sql("""
            insert into draw_assignment (draw_id, object_no, department, position, inspector)
            select p.draw, object, department,
              (select coalesce(max(a.position), 0) from draw_assignment a
                where a.draw_id = p.draw and a.object_no = object and a.department = d.department)
              + row_number() over (partition by object, department order by n), inspector
            from (values (?)) as p (draw), """ + decided + "where inspector is not null")
        .params(rows.after(drawId)).update();
    jdbc.sql("""
            update draw_shortfall s set decision = case when d.inspector is null then 'WAIVED' else 'DESIGNATED' end,
              inspector = d.inspector, reason = d.reason, decided_by = p.decided_by, decided_at = p.decided_at
            from (values (?, ?, ?::timestamptz)) as p (draw, decided_by, decided_at), """ + decided + """
            where s.draw_id = p.draw and s.object_no = d.object and s.department = d.department and s.seq = d.seq::int
            """)
        .params(rows.after(drawId, by, at)).update();
  }

  void addEvent(String drawId, Transcript.Event event, String approvedBy, String countersignedBy, OffsetDateTime at,
      String transcriptSha256, long transcriptSize) {
    jdbc.sql("""
            insert into draw_event (draw_id, seq, type, object_no, inspector, reason, evidence_sha256, fresh,
              event_hash, replacement, approved_by, countersigned_by, recorded_at, entry, transcript_sha256,
              transcript_size)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(drawId, event.seq(), event.type(), event.object(), event.inspector(), event.reason(), event.evidence(),
            event.fresh(), event.eventHash(), event.replacement(), approvedBy, countersignedBy, at, event.text(),
            transcriptSha256, transcriptSize)
        .update();
  }

  /** The events as they stand in the transcript, in order. */
  List<String> entries(String drawId) {
    return jdbc.sql("select entry from draw_event where draw_id = ? order by seq").param(drawId)
        .query(String.class).list();
  }
}
