package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who did what when (全过程留痕、可回溯, 三); entries are only ever added. */
@Component
class Journal {

  /** Steps that the system takes by itself. */
  static final Actor SYSTEM = new Actor("system", "系统", Set.of());

  private static final String COLUMNS =
      "at, actor, actor_name, department, joint_inspection_id, object_inspection_id, action, detail";

  private final JdbcClient jdbc;
  private final Clock clock;

  Journal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void ofJoint(Actor actor, String department, String jointInspectionId, String action, String detail) {
    keep(actor, department, jointInspectionId, null, action, detail);
  }

  void ofObject(Actor actor, String department, ObjectInspection object, String action, String detail) {
    keep(actor, department, object.jointInspectionId(), object.id(), action, detail);
  }

  void ofCheck(Actor actor, DepartmentCheck check, String action, String detail) {
    keep(actor, check.department(), check.jointInspectionId(), check.objectInspectionId(), action, detail);
  }

  private void keep(Actor actor, String department, String joint, String object, String action, String detail) {
    jdbc.sql("insert into journal (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(OffsetDateTime.now(clock), actor.userId(), actor.name(), department, joint, object, action,
            detail == null || detail.isBlank() ? null : detail)
        .update();
  }

  List<JournalEntry> jointInspection(String id) {
    return jdbc.sql("select " + COLUMNS + " from journal where joint_inspection_id = ? order by id")
        .param(id).query(JournalEntry.class).list();
  }

  /** The steps of nobody's and of this department's. */
  List<JournalEntry> jointInspection(String id, String department) {
    return jdbc.sql("select " + COLUMNS
            + " from journal where joint_inspection_id = ? and (department is null or department = ?) order by id")
        .params(id, department).query(JournalEntry.class).list();
  }

  /** Two ways in, so that one object's steps are not looked for among those of thousands. */
  List<JournalEntry> jointAndObject(String jointInspectionId, String objectInspectionId, String department) {
    return jdbc.sql("select " + COLUMNS + " from (" + """
              select * from journal where joint_inspection_id = :joint and object_inspection_id is null
              union all
              select * from journal where object_inspection_id = :object) step
            where department is null or department = :department order by id""")
        .param("joint", jointInspectionId).param("object", objectInspectionId).param("department", department)
        .query(JournalEntry.class).list();
  }

  List<JournalEntry> objectInspection(String id) {
    return jdbc.sql("select " + COLUMNS + " from journal where object_inspection_id = ? order by id")
        .param(id).query(JournalEntry.class).list();
  }
}
