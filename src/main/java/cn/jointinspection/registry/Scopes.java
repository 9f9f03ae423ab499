package cn.jointinspection.registry;

import cn.jointinspection.registry.RegistryRefused.UnknownScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The scopes of objects (抽查对象范围), as the plan prints them. */
@Component
public class Scopes {

  private final JdbcClient jdbc;

  Scopes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The scope of this name, made if there is none yet, also when two ask at once. Space around it does not count. */
  public int idOf(String name) {
    return find(name).orElseGet(() -> {
      jdbc.sql("insert into scope (name) values (?) on conflict (name) do nothing").param(name.strip()).update();
      return find(name).orElseThrow();
    });
  }

  /** The scope of this name, empty if there is none. */
  public Optional<Integer> find(String name) {
    return jdbc.sql("select id from scope where name = ?").param(name.strip()).query(Integer.class).optional();
  }

  /** Names of all scopes by id; there are as many as plans name kinds of objects. */
  public Map<Integer, String> names() {
    Map<Integer, String> names = new HashMap<>();
    jdbc.sql("select id, name from scope").query(row -> {
      names.put(row.getInt("id"), row.getString("name"));
    });
    return names;
  }

  /** @throws UnknownScope if there is no scope with this id */
  public String nameOf(int id) {
    return jdbc.sql("select name from scope where id = ?").param(id).query(String.class).optional()
        .orElseThrow(() -> new UnknownScope(id));
  }
}
