package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.ClassSource;
import cn.jointinspection.registry.DepartmentGrade;
import cn.jointinspection.registry.DepartmentGrades;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.RiskClass;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 信用风险分类 (四): of objects that are in the registry, the class that the market regulator hands over each month, or the
 * grade that the department whose list it is gave them in its own words, or both.
 */
@Component
class RiskClassListing implements Listing {

  private static final String CODE = "统一社会信用代码";
  private static final String CLASS = "信用风险等级";
  private static final String GRADE = "部门分级";
  private static final String DATE = "分类日期";
  private static final List<Column> COLUMNS = List.of(
      ObjectNumber.column(),
      Column.optional("检查对象名称", "示例安昌宾馆", "企业名称", "主体名称", "名称"),
      Column.optional(CLASS, RiskClass.B.label(), "风险等级", "信用风险分类", "信用风险分类等级", "企业信用风险等级", "分类结果",
          "风险分类", "信用风险类别").oneOf(Arrays.stream(RiskClass.values()).map(RiskClass::label).toList()),
      Column.optional(DATE, "", "评定日期", "分类时间", "评定时间", "分级日期"),
      Column.optional(GRADE, "", "部门分级结果", "行业分级", "监管等级", "分级结果"));

  private final String division;
  private final DepartmentGrades grades;
  private final Departments departments;
  private final Clock clock;

  RiskClassListing(@Value("${joint-inspection.division.code}") String division, DepartmentGrades grades,
      Departments departments, Clock clock) {
    this.division = division;
    this.grades = grades;
    this.departments = departments;
    this.clock = clock;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.RISK_CLASSES;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RowReader reader(RegistryChange change, CellChecks checks) {
    LocalDate today = LocalDate.now(clock);
    Map<String, RiskClass> known = grades.inUse(change.department()).stream()
        .collect(Collectors.toMap(DepartmentGrade::grade, DepartmentGrade::riskClass));
    return row -> {
      String objectNo = ObjectNumber.of(row, checks, division);
      if (objectNo != null) {
        checks.unique(objectNo, row, CODE);
      }
      boolean hasGrade = !CellText.compact(row.text(GRADE)).isEmpty();
      boolean hasClass = !CellText.compact(row.text(CLASS)).isEmpty();
      RiskClass riskClass = hasClass || !hasGrade
          ? checks.orProblem(RiskClass.of(row.text(CLASS)), row, CLASS, "A、B、C、D 或低风险、一般风险、较高风险、高风险") : null;
      return new Entry(objectNo, riskClass == null ? null : riskClass.name(), date(row, checks, today).toString(),
          hasGrade ? grade(row, change, checks, known) : null);
    };
  }

  /** A list without dates is of the day on which it is handed in; none is of a day to come. */
  private static LocalDate date(TableRow row, CellChecks checks, LocalDate today) {
    if (CellText.compact(row.text(DATE)).isEmpty()) {
      return today;
    }
    LocalDate date = checks.date(row, DATE, "日期，如 2024-03-20；没有的留空");
    if (date != null && date.isAfter(today)) {
      checks.problem(row, DATE, "不晚于今天的日期");
    }
    return date == null ? today : date;
  }

  private String grade(TableRow row, RegistryChange change, CellChecks checks, Map<String, RiskClass> known) {
    String grade = CellText.compact(row.text(GRADE));
    if (!known.containsKey(grade)) {
      checks.problem(row, GRADE, departments.byCode(change.department()).name()
          + (known.isEmpty() ? "分级对照表中的一级；对照表还是空的，请先在“风险分类”页面登记"
              : "分级对照表中的一级（" + known.keySet().stream().sorted().collect(Collectors.joining("、"))
                  + "）；新的分级先在“风险分类”页面登记"));
    }
    return grade;
  }

  @Override
  public List<String> fields() {
    return List.of(CLASS, DATE, GRADE);
  }

  @Override
  public String inWords(int field, String value) {
    return value == null || field > 0 ? value : RiskClass.valueOf(value).label();
  }

  /** The latest class by date is the object's: a list of an earlier day than what stands changes nothing. */
  private static final String CLASS_COUNTS =
      "r.cells[1] is not null and r.cells[2]::date >= coalesce(k.dated_on, '-infinity')";
  private static final String GRADE_COUNTS =
      "r.cells[3] is not null and r.cells[2]::date >= coalesce(g.dated_on, '-infinity')";

  /** A row that says the same of a later day is a change: nobody could tell otherwise how old a class is. */
  @Override
  public String compared() {
    return """
        select line, key, case when before = after then 'SAME' else 'CHANGED' end as effect, title,
          array[before[1], before[3], before[4]] as before, array[after[1], after[3], after[4]] as after
        from (
          select r.line, r.key, o.name as title,
            array[o.risk_class::text, o.risk_source, k.dated_on::text, g.grade, g.dated_on::text] as before,
            case when %s then array[r.cells[1], 'MARKET', r.cells[2]]
              else array[o.risk_class::text, o.risk_source, k.dated_on::text] end
            || case when %s then array[r.cells[3], r.cells[2]] else array[g.grade, g.dated_on::text] end as after
          from registry_change_row r join inspection_object o on o.object_no = r.key
            join registry_change c on c.id = r.change_id
            join object_class k on k.object_id = o.id
            left join object_grade g on g.object_id = o.id and g.department = c.department
          where r.change_id = :id) q
        """.formatted(CLASS_COUNTS, GRADE_COUNTS);
  }

  @Override
  public String ruledOut() {
    return ObjectNumber.unknown("r.key");
  }

  @Override
  public MergedNumbers mergedNumbers() {
    return new MergedNumbers("r.key", "k.object_no", "cells = r.cells");
  }

  @Override
  public void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    applyClasses(jdbc, change, now);
    jdbc.sql("""
            insert into object_grade as g (department, object_id, grade, dated_on, updated_at, change_id, line)
            select :department, o.id, r.cells[3], r.cells[2]::date, :now, :id, r.line
            from registry_change_row r join inspection_object o on o.object_no = r.key
            where r.change_id = :id and r.cells[3] is not null
            on conflict (department, object_id) do update set grade = excluded.grade, dated_on = excluded.dated_on,
              updated_at = excluded.updated_at, change_id = excluded.change_id, line = excluded.line
            where g.dated_on < excluded.dated_on or g.dated_on = excluded.dated_on and g.grade <> excluded.grade""")
        .param("id", change.id()).param("department", change.department()).param("now", now).update();
  }

  private static void applyClasses(JdbcClient jdbc, RegistryChange change, OffsetDateTime now) {
    ClassSource.during(jdbc, () -> jdbc.sql("""
            update inspection_object o set risk_class = r.cells[1], risk_source = 'MARKET', risk_dated_on = r.cells[2]::date,
              version = o.version + 1, updated_at = :now, change_id = :id, line = r.line
            from registry_change_row r join object_class k on k.object_no = r.key
            where r.change_id = :id and o.id = k.object_id and %s
              and (o.risk_class is distinct from r.cells[1] or o.risk_source is distinct from 'MARKET')"""
            .formatted(CLASS_COUNTS))
        .param("id", change.id()).param("now", now).update());
    jdbc.sql("""
            insert into risk_class_confirmed as k (object_id, dated_on)
            select o.id, r.cells[2]::date
            from registry_change_row r join inspection_object o on o.object_no = r.key
            where r.change_id = :id and r.cells[1] is not null
            on conflict (object_id) do update set dated_on = excluded.dated_on where k.dated_on < excluded.dated_on""")
        .param("id", change.id()).update();
  }
}
