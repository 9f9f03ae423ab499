package cn.jointinspection.inspection;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much work the lot has given an inspector. */
@Component
public class InspectorLoads {

  private final JdbcClient jdbc;

  InspectorLoads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An inspector's checks in the joint inspections of a year; those dropped and the teams that he left are not counted.
   *
   * @param teams checks in whose team he stands
   * @param designated of these, by decision and not by lot
   * @param present checks that were made with him
   */
  public record Year(int year, int teams, int designated, int present) {}

  /** The latest year first; empty for whoever was never drawn. */
  public List<Year> of(String certificateNo) {
    return jdbc.sql("""
            select j.year, count(*)::int as teams, (count(*) filter (where i.source = 'DESIGNATED'))::int as designated,
              (count(*) filter (where i.present))::int as present
            from check_inspector i join department_check c on c.id = i.check_id
              join object_inspection o on o.id = c.object_inspection_id
              join joint_inspection j on j.id = o.joint_inspection_id
            where i.inspector = ? and i.left_at is null and c.status <> 'DROPPED'
            group by j.year order by j.year desc""")
        .param(certificateNo).query(Year.class).list();
  }
}
