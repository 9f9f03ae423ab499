package cn.jointinspection.platform;

import cn.jointinspection.platform.StartRefused.ProductionNeedsDatabaseUrl;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Without a database URL the application brings its own server. Only the connection's address comes from here: the pool
 * is Spring Boot's own in both run modes, and closes before the server, which it depends on.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoDatabaseUrl.class)
class EmbeddedDatabaseConfiguration {

  @Bean
  EmbeddedPostgres embeddedPostgres(
      Environment environment,
      @Value("${joint-inspection.data-dir:data}") String dataDirectory,
      @Value("${joint-inspection.embedded.binaries-dir:${joint-inspection.data-dir:data}/postgres-binaries}")
          String binaries) {
    if (environment.acceptsProfiles(Profiles.of("production"))) {
      throw new ProductionNeedsDatabaseUrl();
    }
    PostgresBinaries.require();
    return EmbeddedPostgres.open(Path.of(dataDirectory), Path.of(binaries));
  }

  @Bean
  JdbcConnectionDetails embeddedConnection(
      EmbeddedPostgres server, @Value("${joint-inspection.embedded.database:joint_inspection}") String database) {
    return new Connection(server.database(database), EmbeddedPostgres.USER, server.password());
  }

  private record Connection(String getJdbcUrl, String getUsername, String getPassword)
      implements JdbcConnectionDetails {

    @Override
    public String toString() {
      return getJdbcUrl;
    }
  }

  /** An empty URL, as an unset variable in a compose file leaves it, counts as none. */
  static final class NoDatabaseUrl implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
    }
  }
}
