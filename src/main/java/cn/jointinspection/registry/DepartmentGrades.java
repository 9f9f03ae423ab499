package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.registry.RegistryRefused.GradeGone;
import cn.jointinspection.registry.RegistryRefused.GradeIncomplete;
import cn.jointinspection.registry.RegistryRefused.GradeKnownAlready;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each department's grades and the classes they are (本领域、本部门分级分类结果, 四). A department's grade of an object counts
 * in its own draws before the market regulator's class; what a grade is counts from the moment it is changed. Who may
 * change it is the caller's to check.
 */
@Service
public class DepartmentGrades {

  private static final int LONGEST_GRADE = 20;
  private static final int LONGEST_REASON = 500;
  private static final String SELECT = """
      select id, department, grade, risk_class, reason, added_at at time zone 'Asia/Shanghai' as added_at, added_by_name,
        removed_at at time zone 'Asia/Shanghai' as removed_at, removed_by_name from department_grade""";

  private final JdbcClient jdbc;
  private final Departments departments;
  private final Clock clock;

  DepartmentGrades(JdbcClient jdbc, Departments departments, Clock clock) {
    this.jdbc = jdbc;
    this.departments = departments;
    this.clock = clock;
  }

  /** Of all departments, in rising risk. */
  public List<DepartmentGrade> inUse() {
    return jdbc.sql(SELECT + " where removed_at is null order by department, risk_class, id")
        .query(DepartmentGrade.class).list();
  }

  /** Of one department, in rising risk. */
  public List<DepartmentGrade> inUse(String department) {
    return inUse().stream().filter(grade -> grade.department().equals(department)).toList();
  }

  /** What was entered and taken out of use, the latest first. @param page counted from 1 */
  public Page<DepartmentGrade> changes(int page, int size) {
    return new Page<>(
        jdbc.sql(SELECT + " order by greatest(added_at, removed_at) desc, id desc offset ? limit ?")
            .params(Page.offset(page, size), size).query(DepartmentGrade.class).list(),
        page, size, jdbc.sql("select count(*) from department_grade").query(Long.class).single());
  }

  /**
   * From now on this grade of the department is this class; what it was before is kept.
   *
   * @param riskClass null where none was chosen, which is refused
   * @throws GradeIncomplete if grade, class or reason is missing or too long
   * @throws GradeKnownAlready if the grade is this class already
   * @throws RegistryRefused.UnknownDepartment if no body has this code
   */
  @Transactional
  public void set(String department, String grade, RiskClass riskClass, String reason, Actor by) {
    String name = CellText.compact(grade == null ? "" : grade);
    if (name.isEmpty() || name.length() > LONGEST_GRADE || riskClass == null || reason == null || reason.isBlank()
        || reason.length() > LONGEST_REASON) {
      throw new GradeIncomplete();
    }
    String code = departments.byCode(department).code();
    jdbc.sql("select grade, risk_class from department_grade where department = ? and grade = ? and removed_at is null"
            + " for update").params(code, name)
        .query((row, n) -> RiskClass.valueOf(row.getString("risk_class"))).optional().ifPresent(now -> {
          if (now == riskClass) {
            throw new GradeKnownAlready(name, riskClass.label());
          }
        });
    end("department = ? and grade = ?", by, code, name);
    try {
      jdbc.sql("""
              insert into department_grade (department, grade, risk_class, reason, added_at, added_by, added_by_name)
              values (?, ?, ?, ?, ?, ?, ?)""")
          .params(code, name, riskClass.name(), reason.strip(), OffsetDateTime.now(clock), by.userId(), by.name())
          .update();
    } catch (DuplicateKeyException enteredMeanwhile) {
      throw new GradeKnownAlready(name, "别的同事刚刚登记的等级");
    }
  }

  /**
   * From now on the grade is none: objects that have it count by the market regulator's class.
   *
   * @throws GradeGone if it is not in use (any more)
   */
  @Transactional
  public void remove(String department, long id, Actor by) {
    if (end("department = ? and id = ?", by, department, id) != 1) {
      throw new GradeGone();
    }
  }

  private int end(String which, Actor by, Object... key) {
    return jdbc.sql("update department_grade set removed_at = ?, removed_by = ?, removed_by_name = ?"
            + " where removed_at is null and " + which)
        .params(OffsetDateTime.now(clock), by.userId(), by.name()).params(key).update();
  }
}
