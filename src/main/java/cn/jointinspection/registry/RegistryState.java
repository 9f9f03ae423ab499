package cn.jointinspection.registry;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the list and the registries (一单两库) are filled. */
@Component
public class RegistryState {

  private final JdbcClient jdbc;

  RegistryState(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Codes of the departments that have a matter on their list. */
  public Set<String> departmentsWithMatters() {
    return jdbc.sql("select distinct department from inspection_item where in_force").query(String.class).set();
  }

  /** Which of these scopes hold an object that can be drawn. */
  public Set<Integer> scopesWithObjects(Collection<Integer> scopes) {
    return jdbc.sql("""
            select s from unnest(cast(? as int[])) s where exists (
              select from object_scope os join inspection_object o on o.id = os.object_id
              where os.scope_id = s and o.status = 'IN_FORCE')""")
        .param(scopes.toArray(Integer[]::new)).query(Integer.class).set();
  }

  /** Whether there is any object. */
  public boolean hasObjects() {
    return jdbc.sql("select exists (select from inspection_object)").query(Boolean.class).single();
  }

  /** Objects in force. @param rated those with a risk class */
  public record Rated(long objects, long rated) {}

  /** Reads every object. */
  public Rated rated() {
    return jdbc.sql("select count(*) as objects, count(risk_class) as rated from inspection_object "
        + "where status = 'IN_FORCE'").query(Rated.class).single();
  }

  /** Whether anybody keeps away from any object. */
  public boolean hasRecusals() {
    return jdbc.sql("select exists (select from recusal)").query(Boolean.class).single();
  }
}
