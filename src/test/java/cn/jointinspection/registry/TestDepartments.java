package cn.jointinspection.registry;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The reference departments, loaded without a Spring context. */
public final class TestDepartments {

  private TestDepartments() {}

  public static Departments load(JdbcClient jdbc) {
    var departments = new Departments(jdbc);
    departments.load();
    return departments;
  }
}
