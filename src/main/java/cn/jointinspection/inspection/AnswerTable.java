package cn.jointinspection.inspection;

import cn.jointinspection.registry.AnswerKind;
import cn.jointinspection.registry.CheckPoint;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes what was answered at the points of checklists. */
@Component
class AnswerTable {

  private final JdbcTemplate jdbc;

  AnswerTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(long checkId, List<AnsweredPoint> answered) {
    List<Object[]> rows = new ArrayList<>();
    for (AnsweredPoint one : answered) {
      CheckPoint point = one.point();
      PointAnswer answer = one.answer();
      rows.add(new Object[] {checkId, rows.size() + 1, one.matter(), point.id(), point.position(), point.text(),
          point.basis(), point.answer().name(), point.unit(), answer.verdict() == null ? null : answer.verdict().name(),
          answer.number(), answer.note()});
    }
    jdbc.batchUpdate("""
        insert into check_answer (check_id, seq, matter, point_id, position, question, basis, kind, unit, verdict, number,
          note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
  }

  /** In the order in which they were asked. */
  List<AnsweredPoint> of(long checkId) {
    return jdbc.query("select * from check_answer where check_id = ? order by seq", (row, n) -> {
      String verdict = row.getString("verdict");
      return new AnsweredPoint(row.getString("matter"),
          new CheckPoint(row.getLong("point_id"), row.getInt("position"), row.getString("question"), row.getString("basis"),
              AnswerKind.valueOf(row.getString("kind")), row.getString("unit")),
          new PointAnswer(row.getLong("point_id"), verdict == null ? null : Verdict.valueOf(verdict),
              row.getBigDecimal("number"), row.getString("note")));
    }, checkId);
  }
}
