package cn.jointinspection.registry;

import cn.jointinspection.platform.DatabaseTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.jdbc.Sql;

/** A test of the registries on the real database; each test starts with empty registries. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import(RegistryTest.Beans.class)
@Sql(statements =
    "truncate inspection_item, inspection_object, inspector, scope, person, roster_upload, registry_history cascade")
@interface RegistryTest {

  @ComponentScan(basePackageClasses = Departments.class)
  class Beans {}
}
