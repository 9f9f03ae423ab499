package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.registry.RegistryRefused.AliasGone;
import cn.jointinspection.registry.RegistryRefused.AliasIsNoName;
import cn.jointinspection.registry.RegistryRefused.NameKnownAlready;
import cn.jointinspection.registry.RegistryRefused.UnknownDepartment;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The aliases of the departments, as the office keeps them. Who may do so is the caller's to check. */
@Service
public class DepartmentAliases {

  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\\p{Alnum}〇“”\"()·-]{2,50}");

  private final JdbcClient jdbc;
  private final Departments departments;
  private final Clock clock;

  DepartmentAliases(JdbcClient jdbc, Departments departments, Clock clock) {
    this.jdbc = jdbc;
    this.departments = departments;
    this.clock = clock;
  }

  /** Those in use, in the order they were added. */
  public List<DepartmentAlias> inUse() {
    return jdbc.sql(SELECT + " where removed_at is null order by id").query(DepartmentAlias.class).list();
  }

  /** What people added and took away, the latest first. @param page counted from 1 */
  public Page<DepartmentAlias> changes(int page, int size) {
    String changed = " where added_at is not null or removed_at is not null";
    return new Page<>(
        jdbc.sql(SELECT + changed + " order by greatest(added_at, removed_at) desc, id desc offset ? limit ?")
            .params(Page.offset(page, size), size).query(DepartmentAlias.class).list(),
        page, size, jdbc.sql("select count(*) from department_alias" + changed).query(Long.class).single());
  }

  /**
   * From now on files may call the department so.
   *
   * @param code of the department
   * @throws AliasIsNoName if the text cannot be one name
   * @throws NameKnownAlready if the text names a department already, this or another
   * @throws UnknownDepartment if no body has this code
   */
  @Transactional
  public void add(String alias, String code, Actor by) {
    String name = CellText.compact(alias == null ? "" : alias);
    if (!NAME.matcher(name).matches()) {
      throw new AliasIsNoName(name);
    }
    Department department = departments.byCode(code);
    List<Department> meant = departments.resolve(name).candidates();
    if (!meant.isEmpty()) {
      throw new NameKnownAlready(name, meant.get(0).name());
    }
    try {
      jdbc.sql("""
              insert into department_alias (alias, department, added_at, added_by, added_by_name)
              values (?, ?, ?, ?, ?)""")
          .params(name, department.code(), now(), by.userId(), by.name()).update();
    } catch (DuplicateKeyException addedMeanwhile) {
      throw new NameKnownAlready(name, "别的同事刚刚登记的部门");
    }
  }

  /**
   * From now on files may not use the alias; what was read by it stays.
   *
   * @throws AliasGone if it is not in use (any more)
   */
  @Transactional
  public void remove(long id, Actor by) {
    int changed = jdbc.sql("""
            update department_alias set removed_at = ?, removed_by = ?, removed_by_name = ?
            where id = ? and removed_at is null""")
        .params(now(), by.userId(), by.name(), id).update();
    if (changed != 1) {
      throw new AliasGone();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static final String SELECT = """
      select id, alias, department, added_at::timestamp as added_at, added_by_name, removed_at::timestamp as removed_at,
        removed_by_name from department_alias""";
}
