package cn.jointinspection.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

/** A JVM of its own that commits row after row and says so, until it is killed. */
final class RowWriter {

  static final String OPENING = "OPENING";
  static final String DATABASE = "rows";

  private RowWriter() {}

  static Process start(Path dataDirectory, Path binaries) throws IOException {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m", "-XX:TieredStopAtLevel=1", "-Duser.timezone=Asia/Shanghai",
                "-cp", System.getProperty("java.class.path"),
                RowWriter.class.getName(), dataDirectory.toString(), binaries.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static Connection connect(EmbeddedPostgres server) throws Exception {
    return DriverManager.getConnection(server.database(DATABASE), EmbeddedPostgres.USER, server.password());
  }

  public static void main(String[] args) throws Exception {
    System.out.println(OPENING);
    EmbeddedPostgres server = EmbeddedPostgres.open(Path.of(args[0]), Path.of(args[1]));
    try (Connection connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists row (id bigserial primary key)");
      while (!Thread.currentThread().isInterrupted()) {
        var inserted = statement.executeQuery("insert into row default values returning id");
        inserted.next();
        System.out.println(inserted.getLong(1));
      }
    }
  }
}
