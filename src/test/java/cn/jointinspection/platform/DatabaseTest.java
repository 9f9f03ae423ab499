package cn.jointinspection.platform;

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
import org.springframework.boot.autoconfigure.sql.init.SqlInitializationAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A test on the real PostgreSQL with all tables and transactions, but without engine and web. The test names the beans
 * it wants with {@link Import}. The clock stands at 2024-03-20, 9 o'clock, Asia/Shanghai.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DatabaseTest.Slice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
  FlywayAutoConfiguration.class, SqlInitializationAutoConfiguration.class
})
public @interface DatabaseTest {

  /** What every such test stands on; not a configuration, or tests of the whole application would find its clock. */
  @Import(EmbeddedDatabaseConfiguration.class)
  class Slice {

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2024-03-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    }
  }
}
