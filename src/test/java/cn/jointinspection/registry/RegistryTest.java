package cn.jointinspection.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.jdbc.Sql;

/** A test of the registries on a real database with all migrations; each test starts with empty registries. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = RegistryTest.Beans.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class, FlywayAutoConfiguration.class
})
@Sql(statements = "truncate inspection_item, inspection_object, inspector, scope, registry_history cascade")
@interface RegistryTest {

  /** 2024-03-20 09:00 in the county. */
  Instant NOW = Instant.parse("2024-03-20T01:00:00Z");

  @ComponentScan({"cn.jointinspection.registry", "cn.jointinspection.platform"})
  class Beans {

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    }
  }
}
