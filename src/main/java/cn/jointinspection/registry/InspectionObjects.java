package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registry of inspection objects (检查对象名录库). Every change names a person and is kept in the history. */
@Component
public class InspectionObjects {

  private static final String COLUMNS =
      "id, object_no, name, credit_code, registration_no, category, address, contact, risk_class, status, version";

  private static final String ASKED = """
      select m.object_no as asked, %s from inspection_object m
      join inspection_object o on o.object_no = coalesce(m.merged_into, m.object_no) where m.object_no = any(?)""";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final RegistryActor registryActor;
  private final ObjectWriter writer;

  InspectionObjects(JdbcClient jdbc, JdbcTemplate template, RegistryActor registryActor, ObjectWriter writer) {
    this.jdbc = jdbc;
    this.template = template;
    this.registryActor = registryActor;
    this.writer = writer;
  }

  /** The object to which this published id leads, whatever its status: of a merged one the one that is kept. */
  public Optional<InspectionObject> find(String objectNo) {
    return jdbc.sql("select " + COLUMNS + " from inspection_object where object_no = kept_object(?)").param(objectNo)
        .query(InspectionObject.class).optional();
  }

  /** By the published ids that were asked for, as {@link #find}; an unknown id is left out. */
  public Map<String, InspectionObject> byNumber(Collection<String> objectNos) {
    RowMapper<InspectionObject> object = new DataClassRowMapper<>(InspectionObject.class);
    Map<String, InspectionObject> found = new HashMap<>();
    jdbc.sql(ASKED.formatted("o.*")).param(objectNos.toArray(String[]::new))
        .query(row -> {
          found.put(row.getString("asked"), object.mapRow(row, 0));
        });
    return found;
  }

  /** Names as they now are, by the published ids that were asked for; an unknown id is left out. */
  public Map<String, String> names(Collection<String> objectNos) {
    Map<String, String> names = new HashMap<>();
    jdbc.sql(ASKED.formatted("o.name")).param(objectNos.toArray(String[]::new))
        .query(row -> {
          names.put(row.getString("asked"), row.getString("name"));
        });
    return names;
  }

  /**
   * Published ids of the object to which this one leads: its own, then those that were merged into it, in byte order.
   * Only this one where it is unknown.
   */
  public List<String> numbersOf(String objectNo) {
    List<String> merged = jdbc.sql("""
            select k.number from (select kept_object(?) as number) k
            union all
            (select object_no from inspection_object where merged_into = kept_object(?) order by object_no)""")
        .params(objectNo, objectNo).query(String.class).list();
    return List.copyOf(merged);
  }

  /** Names of the scopes this object belongs to, in order of name; empty also for an unknown object. */
  public List<String> scopesOf(String objectNo) {
    return jdbc.sql("""
            select s.name from scope s join object_scope os on os.scope_id = s.id
            join inspection_object o on o.id = os.object_id where o.object_no = kept_object(?) order by s.name collate "C"
            """)
        .param(objectNo).query(String.class).list();
  }

  /** How many objects this scope holds; all zero for an unknown scope. @param department as in {@link #streamScope} */
  public ScopeCounts countByClass(int scopeId, String department) {
    Map<RiskClass, Integer> byClass = new EnumMap<>(RiskClass.class);
    for (RiskClass riskClass : RiskClass.values()) {
      byClass.put(riskClass, 0);
    }
    int[] unratedAndGone = new int[2];
    jdbc.sql("""
            select case when o.status = 'IN_FORCE' then coalesce(g.risk_class, o.risk_class, '-') end as class,
              count(*)::int as number
            from object_scope os join inspection_object o on o.id = os.object_id
              left join class_by_grade g on g.object_id = o.id and g.department = ?
            where os.scope_id = ? group by 1
            """)
        .params(department, scopeId)
        .query(row -> {
          String riskClass = row.getString("class");
          int number = row.getInt("number");
          if (riskClass == null) {
            unratedAndGone[1] = number;
          } else if (riskClass.equals("-")) {
            unratedAndGone[0] = number;
          } else {
            byClass.put(RiskClass.valueOf(riskClass), number);
          }
        });
    return new ScopeCounts(byClass, unratedAndGone[0], unratedAndGone[1]);
  }

  /**
   * Hands over every object of the scope, in force or not, in the byte order of {@code objectNo}, without holding them
   * all in memory.
   *
   * @param department code of the one whose own grade of an object counts before the class of all departments
   *     (本领域、本部门分级分类结果优先, 四)
   */
  @Transactional(readOnly = true)
  public void streamScope(int scopeId, String department, Consumer<ScopeObject> consumer) {
    template.execute((ConnectionCallback<Void>) connection -> {
      ScopeReader.read(connection, scopeId, department, consumer);
      return null;
    });
  }

  /**
   * Changes whether the object counts as existing; saying what already stands changes nothing. Of a merged object it is
   * said of the one that is kept.
   *
   * @throws UnknownObject if there is no such object
   */
  @Transactional
  public void changeStatus(String objectNo, ObjectStatus status, Actor actor) {
    OffsetDateTime now = registryActor.sign(actor);
    int changed = jdbc.sql("""
            update inspection_object set status = ?, version = version + 1, updated_at = ?
            where object_no = kept_object(?) and status <> ?
            """)
        .params(status.name(), now, objectNo, status.name()).update();
    if (changed == 0 && find(objectNo).isEmpty()) {
      throw new UnknownObject(objectNo);
    }
  }

  /**
   * Saves an edited object; its published id never changes.
   *
   * @return the object as saved, with its new version
   * @throws ChangedMeanwhile if it was changed after {@code edited} was read
   * @throws UnknownObject if there is no such object
   */
  @Transactional
  public InspectionObject save(InspectionObject edited, Actor actor) {
    OffsetDateTime now = registryActor.sign(actor);
    int saved = jdbc.sql("""
            update inspection_object set name = ?, credit_code = ?, registration_no = ?, category = ?, address = ?,
              contact = ?, risk_class = ?, status = ?, version = version + 1, updated_at = ?
            where object_no = ? and version = ?
            """)
        .params(edited.name(), edited.creditCode(), edited.registrationNo(), edited.category(), edited.address(),
            edited.contact(), edited.riskClass() == null ? null : edited.riskClass().name(), edited.status().name(),
            now, edited.objectNo(), edited.version())
        .update();
    InspectionObject found = find(edited.objectNo()).orElseThrow(() -> new UnknownObject(edited.objectNo()));
    if (saved != 1) {
      throw new ChangedMeanwhile("“" + found.name() + "”");
    }
    return found;
  }

  /**
   * Adds new objects and overwrites those whose id is already there, all or none. Scopes that are named are made if
   * needed and replace those the object had.
   *
   * @param drafts with different ids
   */
  @Transactional
  public PutOutcome put(Collection<ObjectDraft> drafts, Actor actor) {
    return writer.write(drafts, registryActor.sign(actor));
  }
}
