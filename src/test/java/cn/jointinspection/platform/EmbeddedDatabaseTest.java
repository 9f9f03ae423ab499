package cn.jointinspection.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("内置数据库")
@SpringBootTest(classes = EmbeddedDatabaseConfiguration.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class
})
class EmbeddedDatabaseTest {

  @Autowired JdbcClient jdbc;
  @Autowired JdbcConnectionDetails connection;

  @Value("${joint-inspection.data-dir}")
  Path dataDirectory;

  @Test
  @DisplayName("提交即落盘：fsync、synchronous_commit、full_page_writes、数据校验和全部开启")
  void commitsAreDurable() {
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
    assertThat(show("full_page_writes")).isEqualTo("on");
    assertThat(show("data_checksums")).isEqualTo("on");
  }

  @Test
  @DisplayName("会话时区是 Asia/Shanghai，编码是 UTF8")
  void sessionsRunInTheZoneOfTheCounty() {
    assertThat(show("timezone")).isEqualTo("Asia/Shanghai");
    assertThat(show("server_encoding")).isEqualTo("UTF8");
  }

  @Test
  @DisplayName("没有密码或密码错误不能连接，密码以 scram-sha-256 校验")
  void connectionsNeedThePassword() {
    assertThatThrownBy(() -> DriverManager.getConnection(connection.getJdbcUrl(), EmbeddedPostgres.USER, "wrong"))
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> DriverManager.getConnection(connection.getJdbcUrl(), Postmaster.SUPERUSER, ""))
        .hasMessageContaining("password");
    assertThat(dataDirectory.resolve("postgres/pg_hba.conf"))
        .content()
        .contains("scram-sha-256")
        .doesNotContainPattern("(?m)^[^#]*trust");
  }

  @Test
  @DisplayName("密码文件只有属主可读写，随机生成")
  void thePasswordIsItsOwnersSecret() throws Exception {
    Path file = dataDirectory.resolve("postgres.password");

    assertThat(dataDirectory).startsWith(TestDatabase.ROOT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    assertThat(file).hasContent(connection.getPassword());
    assertThat(connection.getPassword()).hasSize(48);
    assertThat(connection.toString()).doesNotContain(connection.getPassword());
  }

  @Test
  @DisplayName("只在本机 127.0.0.1 监听")
  void listensOnThisMachineOnly() {
    assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  @DisplayName("应用以普通用户连接，与正式运行相同")
  void theApplicationIsNoSuperuser() {
    assertThat(show("is_superuser")).isEqualTo("off");
  }

  private String show(String setting) {
    return jdbc.sql("show " + setting).query(String.class).single();
  }
}
