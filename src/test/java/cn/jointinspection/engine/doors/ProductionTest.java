package cn.jointinspection.engine.doors;

import cn.jointinspection.Application;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The application as a county runs it, on empty databases of the tests' server. */
public abstract class ProductionTest extends HttpTest {

  /** Among the settings: the engine works on by itself. */
  protected static final String WITH_JOBS = "with jobs";

  @Autowired private DataSource source;
  @Autowired private ApplicationContext context;

  /** An empty database beside the one of the other tests. */
  protected String newDatabase() {
    String name = "production_" + UUID.randomUUID().toString().replace('-', '_');
    return ReflectionTestUtils.invokeMethod(context.getBean("embeddedPostgres"), "database", name);
  }

  protected ConfigurableApplicationContext start(String url, String... more) {
    return new SpringApplicationBuilder(Application.class).run(settings(url, more));
  }

  /** What a start in production is told. */
  protected String[] settings(String url, String... more) {
    HikariDataSource pool = (HikariDataSource) source;
    return Stream.concat(
        Stream.of("--spring.profiles.active=production", "--server.port=0", "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + pool.getUsername(), "--spring.datasource.password=" + pool.getPassword(),
            "--camunda.bpm.job-execution.enabled=" + List.of(more).contains(WITH_JOBS), "--spring.datasource.hikari.maximum-pool-size=4",
            "--spring.jmx.enabled=false", "--camunda.bpm.process-engine-name=default"),
        Stream.of(more).filter(setting -> !setting.equals(WITH_JOBS))).toArray(String[]::new);
  }
}
