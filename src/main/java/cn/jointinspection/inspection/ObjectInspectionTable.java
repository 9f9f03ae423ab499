package cn.jointinspection.inspection;

import cn.jointinspection.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the inspections of single objects. */
@Component
class ObjectInspectionTable {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final BulkInsert bulk;

  ObjectInspectionTable(JdbcClient jdbc, JdbcTemplate batch, BulkInsert bulk) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.bulk = bulk;
  }

  ObjectInspection get(String id) {
    return read(id, "");
  }

  /** Reads it and holds its row until the transaction ends. */
  ObjectInspection lock(String id) {
    return read(id, " for no key update");
  }

  /** The object of a department's check. */
  ObjectInspection lockOfCheck(long checkId) {
    return jdbc.sql("""
            select o.* from object_inspection o join department_check c on c.object_inspection_id = o.id
            where c.id = ? for no key update of o""")
        .param(checkId).query((row, n) -> object(row)).optional()
        .orElseThrow(() -> new CommonRules.UnknownInspection("部门检查", checkId));
  }

  private ObjectInspection read(String id, String lock) {
    return jdbc.sql("select * from object_inspection where id = ?" + lock)
        .param(id)
        .query((row, n) -> object(row))
        .optional()
        .orElseThrow(() -> new CommonRules.UnknownInspection("检查对象检查", id));
  }

  List<ObjectInspection> of(String jointInspectionId) {
    return jdbc.sql("select * from object_inspection where joint_inspection_id = ? order by visit_no")
        .param(jointInspectionId).query((row, n) -> object(row)).list();
  }

  /** @param name part of the object's name; blank for all, and then nobody's number counts */
  Page<ObjectInspection> page(String jointInspectionId, String name, Collection<String> inspectors, int page, int size) {
    String wanted = " from object_inspection o where joint_inspection_id = :joint " + (name.isBlank() ? "" : """
        and (position(:name in o.object_name) > 0 or exists (
          select from department_check c join check_inspector i on i.check_id = c.id
          where c.object_inspection_id = o.id and i.left_at is null and i.inspector = any(:inspectors)))""");
    var values = Map.of("joint", jointInspectionId, "name", name.strip(),
        "inspectors", inspectors.toArray(String[]::new));
    return new Page<>(
        jdbc.sql("select o.*" + wanted + " order by visit_no offset :offset limit :size").params(values)
            .param("offset", Page.offset(page, size)).param("size", size).query((row, n) -> object(row)).list(),
        page, size, jdbc.sql("select count(*)" + wanted).params(values).query(Long.class).single());
  }

  /** @param departments null for all; others see only what is over and public */
  Page<VisitOfObject> ofObject(Collection<String> objectNos, Collection<String> departments, int page, int size) {
    String seen = """
         from object_inspection o join joint_inspection j on j.id = o.joint_inspection_id
        where o.object_no = any(:objects) and (:all or o.status = 'FINISHED' or exists (
          select from participation p where p.joint_inspection_id = j.id and p.department = any(:departments)))""";
    var values = Map.of("objects", objectNos.toArray(String[]::new), "all", departments == null,
        "departments", departments == null ? new String[0] : departments.toArray(String[]::new));
    return new Page<>(
        jdbc.sql("""
                select o.joint_inspection_id, j.title, o.status, o.check_completed_on as completed_on,
                  (select count(*) from department_check c
                   where c.object_inspection_id = o.id and c.status = 'PUBLISHED')::int as published""" + seen
                + " order by o.joint_inspection_id desc offset :offset limit :size").params(values)
            .param("offset", Page.offset(page, size)).param("size", size).query(VisitOfObject.class).list(),
        page, size, jdbc.sql("select count(*)" + seen).params(values).query(Long.class).single());
  }

  int countReplacements(String jointInspectionId) {
    return jdbc.sql("select count(*) from object_inspection where joint_inspection_id = ? and replaces is not null")
        .param(jointInspectionId).query(Integer.class).single();
  }

  /** Names by object, as they were when drawn; without objects that are none of this joint inspection. */
  Map<String, String> names(String jointInspectionId, Collection<String> objectNos) {
    Map<String, String> names = new HashMap<>();
    jdbc.sql("""
            select object_no, object_name from object_inspection
            where joint_inspection_id = ? and object_no = any(?)""")
        .params(jointInspectionId, objectNos.toArray(String[]::new))
        .query(row -> {
          names.put(row.getString(1), row.getString(2));
        });
    return names;
  }

  List<ObjectInspection> start(String jointInspectionId, int limit) {
    List<String> ids = jdbc.sql("""
            with batch as (
              select id from object_inspection where joint_inspection_id = ? and status = 'PLANNED'
              order by visit_no limit ? for update skip locked)
            update object_inspection o set status = 'STARTED', version = version + 1
            from batch where o.id = batch.id returning o.id""")
        .params(jointInspectionId, limit).query(String.class).list();
    return ids.isEmpty() ? List.of()
        : jdbc.sql("select * from object_inspection where id in (:ids) order by visit_no")
            .param("ids", ids).query((row, n) -> object(row)).list();
  }

  /** Asked at the end of every object: it must not count them all, or the last of many waits for the square of it. */
  boolean anyOpen(String jointInspectionId) {
    return jdbc.sql("""
            select exists (select from object_inspection
              where joint_inspection_id = ? and status in ('PLANNED', 'STARTED', 'CHECKED'))""")
        .param(jointInspectionId).query(Boolean.class).single();
  }

  int countVisits(String jointInspectionId) {
    return jdbc.sql("select count(*) from object_inspection where joint_inspection_id = ?")
        .param(jointInspectionId).query(Integer.class).single();
  }

  /** Objects whose joint check is not complete. */
  int countVisitsToCome(String jointInspectionId) {
    return jdbc.sql("""
            select count(*) from object_inspection where joint_inspection_id = ? and status in ('PLANNED', 'STARTED')""")
        .param(jointInspectionId).query(Integer.class).single();
  }

  int nextVisit(String jointInspectionId) {
    return jdbc.sql("select max(visit_no) + 1 from object_inspection where joint_inspection_id = ?")
        .param(jointInspectionId).query(Integer.class).single();
  }

  void insert(List<ObjectInspection> objects) {
    batch.batchUpdate("""
        insert into object_inspection (id, joint_inspection_id, visit_no, object_no, object_name, object_address,
          risk_class, stratum, status, replaces) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        objects.stream().map(object -> new Object[] {object.id(), object.jointInspectionId(), object.visitNo(),
            object.objectNo(), object.objectName(), object.object().address(), object.object().riskClass(),
            object.object().stratum(),
            object.status().name(), object.replaces()}).toList());
    bulk.analysed("object_inspection", objects.size());
  }

  RowUpdate update(ObjectInspection read) {
    return RowUpdate.of("object_inspection", read.version()).key("id", read.id());
  }

  void save(RowUpdate update) {
    update.run(jdbc);
  }

  private static ObjectInspection object(ResultSet row) throws SQLException {
    String kind = row.getString("notice_kind");
    LocalDate completedOn = row.getObject("check_completed_on", LocalDate.class);
    return new ObjectInspection(
        row.getString("id"), row.getString("joint_inspection_id"), row.getInt("visit_no"),
        new ObjectInspection.Drawn(row.getString("object_no"), row.getString("object_name"),
            row.getString("object_address"), row.getString("risk_class"), row.getString("stratum")),
        ObjectInspectionStatus.valueOf(row.getString("status")),
        kind == null ? null : new ObjectInspection.GivenNotice(
            new Notice(NoticeKind.valueOf(kind), row.getString("notice_text"), row.getObject("visit_on", LocalDate.class)),
            row.getString("noticed_by"), JointInspectionTable.instant(row, "noticed_at")),
        completedOn == null ? null : new ObjectInspection.JointCheck(
            completedOn, row.getObject("publication_deadline", LocalDate.class)),
        row.getString("replaces"), row.getString("void_reason"), row.getInt("version"));
  }
}
