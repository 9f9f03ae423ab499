package cn.jointinspection.registry;

import cn.jointinspection.registry.RegistryRefused.UnknownDepartment;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bodies of the county, in their printed order. A bean that gets this one can rely on the table being filled: it is
 * loaded while this bean is made, which Spring Boot orders after the migrations.
 */
@Component
public class Departments {

  private static final String REFERENCE = "reference/departments.csv";
  private static final String REFERENCE_ALIASES = "reference/department-aliases.csv";

  private final JdbcClient jdbc;
  private final String division;
  private List<Department> all = List.of();

  Departments(JdbcClient jdbc, @Value("${joint-inspection.division.name}") String division) {
    this.jdbc = jdbc;
    this.division = division;
  }

  /** Adds the reference departments that the table does not hold yet; again, or on two nodes at once, adds nothing. */
  @PostConstruct
  void load() {
    List<String> lines = lines(REFERENCE);
    for (int position = 1; position < lines.size(); position++) {
      String[] codeAndName = lines.get(position).split(",", -1);
      jdbc.sql("insert into department (code, name, kind, position) values (?, ?, ?, ?) on conflict do nothing")
          .params(codeAndName[0], codeAndName[1], kindOf(codeAndName[0]).name(), position)
          .update();
    }
    all = jdbc.sql("select code, name, kind from department order by position, code").query(Department.class).list();
    lines(REFERENCE_ALIASES).stream().skip(1).map(line -> line.split(",", -1)).forEach(this::loadAlias);
  }

  /** An alias that the office took away does not come back with the next start. */
  private void loadAlias(String[] aliasAndCode) {
    jdbc.sql("""
            insert into department_alias (alias, department)
            select ?, ? where not exists (select 1 from department_alias where alias = ?) on conflict do nothing""")
        .params(aliasAndCode[0], aliasAndCode[1], aliasAndCode[0])
        .update();
  }

  /** All bodies, the office and the discipline body included, in printed order; never empty. */
  public List<Department> all() {
    return all;
  }

  /** @throws UnknownDepartment if no body has this code */
  public Department byCode(String code) {
    return all.stream().filter(d -> d.code().equals(code)).findFirst().orElseThrow(() -> new UnknownDepartment(code));
  }

  /** Whom a file means by a name; see {@link DepartmentNames#resolve}. */
  public DepartmentNames.Named resolve(String text) {
    return names().resolve(text);
  }

  /** The names as they are in use now; to be asked for once for each file. */
  public DepartmentNames names() {
    Map<String, String> aliases = new LinkedHashMap<>();
    jdbc.sql("select alias, department from department_alias where removed_at is null order by id")
        .query((RowCallbackHandler) row -> aliases.put(row.getString(1), row.getString(2)));
    return new DepartmentNames(all, aliases, division);
  }

  private static DepartmentKind kindOf(String code) {
    return switch (code) {
      case Bodies.OFFICE -> DepartmentKind.OFFICE;
      case Bodies.DISCIPLINE -> DepartmentKind.DISCIPLINE;
      default -> DepartmentKind.DEPARTMENT;
    };
  }

  private static List<String> lines(String resource) {
    try (InputStream in = new ClassPathResource(resource).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
