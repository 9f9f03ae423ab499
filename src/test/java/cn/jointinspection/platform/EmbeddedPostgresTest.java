package cn.jointinspection.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.StartRefused.EmbeddedDatabaseMustStart;
import cn.jointinspection.platform.StartRefused.OneServerPerDataDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("内置数据库的数据一旦提交就不丢失")
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedPostgresTest {

  private final Path directory = TestDatabase.newDirectory();
  private Process writer;

  @BeforeEach
  void readPrograms() throws IOException {
    PostgresBinaries.unpack(TestDatabase.BINARIES);
  }

  @AfterEach
  void killWriter() {
    if (writer != null) {
      writer.destroyForcibly().onExit().join();
      open().close();
    }
  }

  @Test
  @DisplayName("停止后再启动，数据还在")
  void survivesARestart() throws Exception {
    try (EmbeddedPostgres server = open();
        Connection connection = RowWriter.connect(server);
        var statement = connection.createStatement()) {
      statement.execute("create table row (id bigserial primary key)");
      statement.execute("insert into row values (7)");
    }

    try (EmbeddedPostgres server = open()) {
      assertThat(rows(server)).containsExactly(7L);
    }
  }

  @Test
  @DisplayName("应用在写入中途被强行终止，留下的数据库进程由下次启动接管，已提交的一条不少")
  void survivesAKilledApplication() throws Exception {
    Set<Long> committed = new HashSet<>();
    for (int kill = 0; kill < 2; kill++) {
      writer = RowWriter.start(directory, TestDatabase.BINARIES);
      BufferedReader output = writer.inputReader();
      assertThat(output.readLine()).isEqualTo(RowWriter.OPENING);
      for (int row = 0; row < 50; row++) {
        committed.add(nextRow(output));
      }

      // By its handle, because Process.destroyForcibly also closes the output that is still to be read.
      writer.toHandle().destroyForcibly();
      output.lines().filter(line -> line.matches("\\d+")).map(Long::valueOf).forEach(committed::add);
      writer.onExit().join();
      assertThat(directory.resolve("postgres/postmaster.pid")).exists();
    }

    try (EmbeddedPostgres server = open()) {
      // A commit may have been made that could no longer be reported; none may be missing.
      assertThat(rows(server)).containsAll(committed);
    }
    assertThat(committed).hasSizeGreaterThanOrEqualTo(100);
  }

  @Test
  @DisplayName("应用在第一次启动建库的任何时刻被强行终止，再启动都能建成")
  void survivesBeingKilledWhileStarting() throws Exception {
    for (int kill = 0; kill < 3; kill++) {
      writer = RowWriter.start(directory, TestDatabase.BINARIES);
      assertThat(writer.inputReader().readLine()).isEqualTo(RowWriter.OPENING);
      awaitFirstFile(kill);
      writer.destroyForcibly().onExit().join();
    }

    try (EmbeddedPostgres server = open();
        Connection connection = RowWriter.connect(server)) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  /** Three moments of a first start: nothing yet, the cluster being created, the server starting. */
  private void awaitFirstFile(int moment) throws IOException {
    while (moment > 0 && writer.isAlive()) {
      if (Files.exists(directory)) {
        try (var files = Files.newDirectoryStream(directory, moment == 1 ? "postgres-unfinished-*" : "postgres")) {
          if (files.iterator().hasNext()) {
            return;
          }
        }
      }
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest(name = "进程号 {0}")
  @ValueSource(strings = {"another process", "2147483646", "", "garbage"})
  @DisplayName("整机断电后遗留的 postmaster.pid 不妨碍启动，即使其进程号已属别的进程")
  void survivesAMachineCrash(String owner) throws Exception {
    try (EmbeddedPostgres server = open();
        Connection connection = RowWriter.connect(server);
        var statement = connection.createStatement()) {
      statement.execute("create table row (id bigserial primary key)");
      statement.execute("insert into row values (7)");
    }
    String pid = owner.equals("another process") ? Long.toString(ProcessHandle.current().pid()) : owner;
    Files.writeString(
        directory.resolve("postgres/postmaster.pid"),
        pid.isEmpty() ? "" : pid + "\n" + directory.resolve("postgres") + "\n1700000000\n5432\n\n127.0.0.1\n");

    try (EmbeddedPostgres server = open()) {
      assertThat(rows(server)).containsExactly(7L);
    }
  }

  @Test
  @DisplayName("同一数据目录上的第二次启动用中文说明原因与办法后退出，运行中的不受影响")
  void aSecondStartHarmsNothing(CapturedOutput output) throws Exception {
    writer = RowWriter.start(directory, TestDatabase.BINARIES);
    BufferedReader rows = writer.inputReader();
    assertThat(rows.readLine()).isEqualTo(RowWriter.OPENING);
    assertThat(nextRow(rows)).isEqualTo(1);

    SpringApplication second =
        new SpringApplicationBuilder(EmbeddedDatabaseConfiguration.class).web(WebApplicationType.NONE).build();
    assertThatThrownBy(() -> second.run("--joint-inspection.data-dir=" + directory))
        .hasRootCauseInstanceOf(OneServerPerDataDirectory.class);

    assertThat(output)
        .contains("数据目录 " + directory.toRealPath() + " 正由另一个运行中的本系统（进程号 " + writer.pid() + "）使用")
        .contains("请先停止进程 " + writer.pid());
    assertThat(nextRow(rows)).isEqualTo(2);
    assertThat(writer.isAlive()).isTrue();
  }

  @Test
  @DisplayName("同一进程的多个应用上下文共用一个服务，最后一个关闭时才停止")
  void contextsOfOneJvmShareTheServer() throws Exception {
    EmbeddedPostgres first = open();
    EmbeddedPostgres second = open();

    first.close();

    try (Connection connection = RowWriter.connect(second)) {
      assertThat(connection.isValid(1)).isTrue();
    }
    second.close();
    assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  @DisplayName("密码文件丢失时说明缺哪个文件，不另造一个")
  void aLostPasswordIsNamed() throws Exception {
    open().close();
    Files.delete(directory.resolve("postgres.password"));

    assertThatThrownBy(this::open)
        .isInstanceOf(EmbeddedDatabaseMustStart.class)
        .hasMessageContaining("postgres.password 不见了");
  }

  /** Lines of the log stand between the numbers. */
  private static long nextRow(BufferedReader output) throws IOException {
    String line = output.readLine();
    while (line != null && !line.matches("\\d+")) {
      line = output.readLine();
    }
    assertThat(line).as("the writer ended early").isNotNull();
    return Long.parseLong(line);
  }

  private EmbeddedPostgres open() {
    return EmbeddedPostgres.open(directory, TestDatabase.BINARIES);
  }

  private static Set<Long> rows(EmbeddedPostgres server) throws Exception {
    Set<Long> rows = new HashSet<>();
    try (Connection connection = RowWriter.connect(server);
        var result = connection.createStatement().executeQuery("select id from row")) {
      while (result.next()) {
        rows.add(result.getLong(1));
      }
    }
    return rows;
  }
}
