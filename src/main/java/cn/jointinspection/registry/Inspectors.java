package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.RegistryRefused.UnknownInspector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registry of inspectors (执法检查人员名录库). Every change names a person and is kept in the history. */
@Component
public class Inspectors {

  private static final String SELECT = """
      select certificate_no, name, department, account, certificate_expires_on, labels, matters, status, version
      from inspector
      """;

  private final JdbcClient jdbc;
  private final RegistryActor registryActor;

  Inspectors(JdbcClient jdbc, RegistryActor registryActor) {
    this.jdbc = jdbc;
    this.registryActor = registryActor;
  }

  /** Inspectors of the department who may be assigned on that day (三), in the byte order of certificate number. */
  public List<Inspector> inForce(String department, LocalDate on) {
    return jdbc.sql(SELECT + """
            where department = ? and status = 'IN_FORCE' and certificate_expires_on >= ? order by certificate_no
            """)
        .params(department, on).query(Inspectors::map).list();
  }

  /** How many inspectors of each of these departments may be assigned on that day; those without any are left out. */
  public Map<String, Integer> countInForce(Collection<String> departments, LocalDate on) {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.sql("""
            select department, count(*)::int from inspector
            where department = any (?) and status = 'IN_FORCE' and certificate_expires_on >= ? group by department""")
        .params(departments.toArray(String[]::new), on)
        .query(row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  /** Inspectors of these departments who may be assigned on that day (三), in the byte order of certificate number. */
  public List<Inspector> inForce(Collection<String> departments, LocalDate on) {
    return jdbc.sql(SELECT + """
            where department = any (?) and status = 'IN_FORCE' and certificate_expires_on >= ? order by certificate_no
            """)
        .params(departments.toArray(String[]::new), on).query(Inspectors::map).list();
  }

  /**
   * Those of {@link #inForce(Collection, LocalDate)} who may check one of these matters at least (一). Only what is on the
   * department's own list counts; a department with none of them on its list checks by its statutory duty, with anybody.
   *
   * @param matters of a joint inspection
   */
  public List<Inspector> forMatters(Collection<String> departments, Collection<String> matters, LocalDate on) {
    return jdbc.sql(SELECT + """
             i where department = any (:departments) and status = 'IN_FORCE' and certificate_expires_on >= :day
              and (matters = '{}' or matters && own_matters(department, :matters)
                or own_matters(department, :matters) = '{}')
            order by certificate_no""")
        .param("departments", departments.toArray(String[]::new)).param("day", on)
        .param("matters", matters.toArray(String[]::new)).query(Inspectors::map).list();
  }

  /** Every inspector of the department, those who left included, in the byte order of certificate number. */
  public List<Inspector> all(String department) {
    return all(List.of(department));
  }

  /** Every inspector of these departments, those who left included, in the byte order of certificate number. */
  public List<Inspector> all(Collection<String> departments) {
    return jdbc.sql(SELECT + "where department = any (?) order by certificate_no")
        .param(departments.toArray(String[]::new)).query(Inspectors::map).list();
  }

  public Optional<Inspector> find(String certificateNo) {
    return jdbc.sql(SELECT + "where certificate_no = ?").param(certificateNo).query(Inspectors::map).optional();
  }

  /** Inspectors by certificate number, in one query; without those who are not in the registry. */
  public Map<String, Inspector> of(Collection<String> certificateNos) {
    return jdbc.sql(SELECT + "where certificate_no = any (?)").param(certificateNos.toArray(String[]::new))
        .query(Inspectors::map).list().stream()
        .collect(Collectors.toMap(Inspector::certificateNo, Function.identity()));
  }

  /** The inspector who signs in with this account. */
  public Optional<Inspector> byAccount(String account) {
    return jdbc.sql(SELECT + "where account = ?").param(account).query(Inspectors::map).optional();
  }

  /** Name of the inspector who signs in with this account; the account itself if it is nobody's in the registry. */
  public String nameOf(String account) {
    return byAccount(account).map(Inspector::name).orElse(account);
  }

  /**
   * Saves an edited inspector; his certificate number never changes.
   *
   * @return the inspector as saved, with his new version
   * @throws ChangedMeanwhile if he was changed after {@code edited} was read
   * @throws UnknownInspector if there is no such inspector
   */
  @Transactional
  public Inspector save(Inspector edited, Actor actor) {
    OffsetDateTime now = registryActor.sign(actor);
    int saved = jdbc.sql("""
            update inspector set name = ?, department = ?, account = ?, certificate_expires_on = ?, labels = ?,
              matters = ?, status = ?, version = version + 1, updated_at = ?
            where certificate_no = ? and version = ?
            """)
        .params(edited.name(), edited.department(), edited.account(), edited.certificateExpiresOn(), labels(edited),
            matters(edited), status(edited), now, edited.certificateNo(), edited.version())
        .update();
    Inspector found =
        find(edited.certificateNo()).orElseThrow(() -> new UnknownInspector(edited.certificateNo()));
    if (saved != 1) {
      throw new ChangedMeanwhile("“" + found.name() + "”");
    }
    return found;
  }

  /**
   * Adds new inspectors and overwrites those whose certificate number is already there, all or none. An account that is
   * null leaves the one he has.
   */
  @Transactional
  public PutOutcome put(Collection<Inspector> inspectors, Actor actor) {
    OffsetDateTime now = registryActor.sign(actor);
    PutOutcome outcome = new PutOutcome(0, 0);
    // Always in the same order, so that two imports at once wait for each other instead of locking each other out.
    for (Inspector inspector : inspectors.stream().sorted(Comparator.comparing(Inspector::certificateNo)).toList()) {
      outcome = outcome.plus(put(inspector, now));
    }
    return outcome;
  }

  private PutOutcome put(Inspector inspector, OffsetDateTime now) {
    return jdbc.sql("""
            insert into inspector as i (certificate_no, name, department, account, certificate_expires_on, labels,
                                        matters, status, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (certificate_no) do update set
              name = excluded.name, department = excluded.department, account = coalesce(excluded.account, i.account),
              certificate_expires_on = excluded.certificate_expires_on, labels = excluded.labels,
              matters = excluded.matters, status = excluded.status, version = i.version + 1, updated_at = excluded.updated_at
            where (i.name, i.department, i.account, i.certificate_expires_on, i.labels, i.matters, i.status) is distinct from
              (excluded.name, excluded.department, coalesce(excluded.account, i.account),
               excluded.certificate_expires_on, excluded.labels, excluded.matters, excluded.status)
            returning (xmax = 0)::int as added, (xmax <> 0)::int as changed
            """)
        .params(inspector.certificateNo(), inspector.name(), inspector.department(), inspector.account(),
            inspector.certificateExpiresOn(), labels(inspector), matters(inspector), status(inspector), now)
        .query(PutOutcome.class).optional().orElse(new PutOutcome(0, 0));
  }

  private static String[] labels(Inspector inspector) {
    return inspector.labels().toArray(String[]::new);
  }

  private static String[] matters(Inspector inspector) {
    return inspector.matters().toArray(String[]::new);
  }

  private static String status(Inspector inspector) {
    return inspector.inForce() ? "IN_FORCE" : "LEFT";
  }

  static Inspector map(ResultSet row, int number) throws SQLException {
    return new Inspector(row.getString("certificate_no"), row.getString("name"), row.getString("department"),
        row.getString("account"), row.getObject("certificate_expires_on", LocalDate.class),
        List.of((String[]) row.getArray("labels").getArray()), List.of((String[]) row.getArray("matters").getArray()), row.getString("status").equals("IN_FORCE"),
        row.getInt("version"));
  }
}
