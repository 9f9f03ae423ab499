package cn.jointinspection.registry;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The licences of objects. Files change them, like the registries. */
@Component
public class Licences {

  private final JdbcClient jdbc;

  Licences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of one object: those in force first, then whichever ends first. */
  public List<Licence> of(String objectNo) {
    return jdbc.sql("""
            select name, number, issued_by, valid_until, in_force from object_licence where object_no = kept_object(?)
            order by in_force desc, valid_until, name, number""")
        .param(objectNo).query(Licence.class).list();
  }
}
