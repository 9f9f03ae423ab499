package cn.jointinspection.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes findings, results and follow-ups of department checks. */
@Component
class ResultTable {

  private final JdbcClient jdbc;

  ResultTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest version of the table of results by code, in printed order. */
  Map<String, ResultCode> codes() {
    var codes = new LinkedHashMap<String, ResultCode>();
    jdbc.sql("""
            select version, code, text, exclusive, needs_note from result_code
            where version = (select max(version) from result_code) order by position""")
        .query(ResultCode.class).list()
        .forEach(code -> codes.put(code.code(), code));
    return codes;
  }

  void insertFindings(long checkId, List<Finding> findings) {
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      jdbc.sql("insert into check_finding (check_id, seq, matter, outcome, note) values (?, ?, ?, ?, ?)")
          .params(checkId, i + 1, finding.matter(), finding.outcome().name(), finding.note())
          .update();
    }
  }

  List<Finding> findings(long checkId) {
    return jdbc.sql("select matter, outcome, note from check_finding where check_id = ? order by seq")
        .param(checkId)
        .query((row, n) ->
            new Finding(row.getString("matter"), Outcome.valueOf(row.getString("outcome")), row.getString("note")))
        .list();
  }

  void replaceResults(long checkId, int version, ResultEntry entry) {
    jdbc.sql("delete from check_result where check_id = ?").param(checkId).update();
    jdbc.sql("delete from check_follow_up where check_id = ?").param(checkId).update();
    for (ResultEntry.Result result : entry.results()) {
      jdbc.sql("insert into check_result (check_id, version, code, note) values (?, ?, ?, ?)")
          .params(checkId, version, result.code(), result.note())
          .update();
    }
    for (ResultEntry.FollowUp followUp : entry.followUps()) {
      jdbc.sql("""
              insert into check_follow_up (check_id, code, note, target_department, closed_on)
              values (?, ?, ?, ?, ?)""")
          .params(checkId, followUp.code().name(), followUp.note(), followUp.targetDepartment(), followUp.closedOn())
          .update();
    }
  }

  List<CheckReport.Result> results(long checkId) {
    return jdbc.sql("""
            select r.code, c.text, r.note from check_result r
            join result_code c on c.version = r.version and c.code = r.code
            where r.check_id = ? order by c.position""")
        .param(checkId).query(CheckReport.Result.class).list();
  }

  List<ResultEntry.FollowUp> followUps(long checkId) {
    return jdbc.sql("""
            select code, note, target_department, closed_on from check_follow_up where check_id = ? order by code""")
        .param(checkId).query((row, n) -> followUp(row)).list();
  }

  /** The newest published results of an object, by all its published ids; the number of all of them stands in each row. */
  List<Published> published(Collection<String> objectNos, int atMost) {
    return jdbc.sql("""
            with newest as (
              select o.joint_inspection_id, c.id, c.department, c.checked_on, c.statement, count(*) over ()::int as total
              from object_inspection o join department_check c on c.object_inspection_id = o.id
              where o.object_no = any(?) and c.status = 'PUBLISHED' order by c.checked_on desc, c.id desc limit ?)
            select newest.*, joint.title, array(
                select code.text from check_result result join result_code code using (version, code)
                where result.check_id = newest.id order by code.position) as results
            from newest join joint_inspection joint on joint.id = newest.joint_inspection_id
            order by newest.checked_on desc, newest.id desc""")
        .params(objectNos.toArray(String[]::new), atMost)
        .query((row, n) -> new Published(row.getString("joint_inspection_id"), row.getString("title"),
            row.getString("department"), row.getObject("checked_on", LocalDate.class),
            List.of((String[]) row.getArray("results").getArray()), row.getString("statement"), row.getInt("total")))
        .list();
  }

  /** @param total of the object's published results, this one included */
  record Published(
      String jointInspectionId, String title, String department, LocalDate checkedOn, List<String> results,
      String statement, int total) {}

  private static ResultEntry.FollowUp followUp(ResultSet row) throws SQLException {
    return new ResultEntry.FollowUp(FollowUpCode.valueOf(row.getString("code")), row.getString("note"),
        row.getString("target_department"), row.getObject("closed_on", LocalDate.class));
  }
}
