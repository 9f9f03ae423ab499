package cn.jointinspection.registry;

import cn.jointinspection.platform.Page;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recusals of one object or of one inspector. Who may see the reasons is the caller's to decide (三). */
@Component
public class FiledRecusals {

  private static final String SELECT = """
      select r.inspector, i.name as inspector_name, i.department, i.account, r.object_no, o.name as object_name, r.reason,
        r.origin, r.starts_on, r.ends_on, r.note, r.filed_at::date as filed_on
      from recusal r join inspector i on i.certificate_no = r.inspector join inspection_object o using (object_no)
      """;

  private final JdbcClient jdbc;

  FiledRecusals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param inspector certificate number
   * @param department of the inspector, by code
   * @param account the inspector signs in with; null if he has none
   * @param endsOn last day; null without end
   * @param note in free words; nullable
   * @param filedOn day in Asia/Shanghai
   */
  public record Filed(
      String inspector, String inspectorName, String department, String account, String objectNo, String objectName,
      RecusalReason reason, RecusalOrigin origin, LocalDate startsOn, LocalDate endsOn, String note,
      LocalDate filedOn) {}

  /** In the byte order of certificate number. @param page counted from 1 */
  public Page<Filed> ofObject(String objectNo, int page, int size) {
    return page("r.object_no", objectNo, page, size);
  }

  /** In the byte order of object id. @param page counted from 1 */
  public Page<Filed> ofInspector(String certificateNo, int page, int size) {
    return page("r.inspector", certificateNo, page, size);
  }

  /** Of these departments' inspectors, in the byte order of certificate number, then object id. @param page from 1 */
  public Page<Filed> ofDepartments(Collection<String> departments, int page, int size) {
    String[] of = departments.toArray(String[]::new);
    return new Page<>(
        jdbc.sql(SELECT + "where i.department = any (?) order by r.inspector, r.object_no offset ? limit ?")
            .params(of, Page.offset(page, size), size).query(Filed.class).list(),
        page, size,
        jdbc.sql("""
                select count(*) from recusal r join inspector i on i.certificate_no = r.inspector
                where i.department = any (?)""")
            .param(of).query(Long.class).single());
  }

  private Page<Filed> page(String column, String value, int page, int size) {
    return new Page<>(
        jdbc.sql(SELECT + "where " + column + " = ? order by r.inspector, r.object_no offset ? limit ?")
            .params(value, Page.offset(page, size), size).query(Filed.class).list(),
        page, size,
        jdbc.sql("select count(*) from recusal r where " + column + " = ?").param(value).query(Long.class).single());
  }
}
