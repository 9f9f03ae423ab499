package cn.jointinspection.engine.identity;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many accounts each group has. The engine answers that for one group at a time only. */
@Component
public class GroupSizes {

  private final JdbcClient jdbc;

  GroupSizes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Number of accounts by group; groups without any are left out. */
  public Map<String, Integer> members() {
    Map<String, Integer> members = new HashMap<>();
    jdbc.sql("select group_id_, count(*)::int from act_id_membership group by group_id_").query(row -> {
      members.put(row.getString(1), row.getInt(2));
    });
    return members;
  }
}
