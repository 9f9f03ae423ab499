package cn.jointinspection.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.StartRefused.ProductionNeedsDatabaseUrl;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

@DisplayName("运行方式决定用哪个数据库")
@ExtendWith(OutputCaptureExtension.class)
class RunModeTest {

  private final Path directory = TestDatabase.newDirectory();

  @Test
  @DisplayName("不设任何环境时是演练，使用内置数据库")
  void theDefaultIsARehearsal() {
    try (var context = run()) {
      assertThat(context.getEnvironment().getActiveProfiles()).isEmpty();
      assertThat(context.getEnvironment().matchesProfiles("rehearsal")).isTrue();
      assertThat(context.getBeansOfType(EmbeddedPostgres.class)).hasSize(1);
      assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
    }
  }

  @Test
  @DisplayName("给出数据库地址时用该数据库，不启动内置数据库")
  void aGivenUrlIsUsed() {
    try (var context = run("--spring.datasource.url=jdbc:postgresql://db.example:5432/county")) {
      assertThat(context.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
      assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
          .isEqualTo("jdbc:postgresql://db.example:5432/county");
    }
    assertThat(directory).doesNotExist();
  }

  @Test
  @DisplayName("正式运行没有数据库地址时拒绝启动，并用中文说明设哪个变量")
  void productionNeedsADatabase(CapturedOutput output) {
    assertThatThrownBy(() -> run("--spring.profiles.active=production", "--spring.datasource.url="))
        .hasRootCauseInstanceOf(ProductionNeedsDatabaseUrl.class);

    assertThat(output).contains("环境变量 SPRING_DATASOURCE_URL 为空")
        .contains("请设置 SPRING_DATASOURCE_URL=jdbc:postgresql://");
    assertThat(directory).doesNotExist();
  }

  @Test
  @DisplayName("关闭时先关连接池，后停数据库")
  void thePoolClosesBeforeTheServer() {
    try (var context = run()) {
      var factory = context.getBeanFactory();
      assertThat(List.of(factory.getDependentBeans("embeddedPostgres"))).contains("embeddedConnection");
      assertThat(List.of(factory.getDependentBeans("embeddedConnection"))).contains("dataSource");
    }
    assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  @DisplayName("内置数据库的库名不合规时说明允许的字符")
  void databaseNamesAreChecked() {
    assertThatThrownBy(() -> run("--joint-inspection.embedded.database=a;b"))
        .hasStackTraceContaining("只能用小写字母、数字和下划线");
  }

  private ConfigurableApplicationContext run(String... arguments) {
    return new SpringApplicationBuilder(DatabaseOnly.class)
        .web(WebApplicationType.NONE)
        .properties("spring.main.banner-mode=off")
        .run(
            Stream.concat(
                    Stream.of("--joint-inspection.data-dir=" + directory),
                    Stream.of(arguments))
                .toArray(String[]::new));
  }

  @TestConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  @Import(EmbeddedDatabaseConfiguration.class)
  static class DatabaseOnly {}
}
