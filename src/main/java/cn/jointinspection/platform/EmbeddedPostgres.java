package cn.jointinspection.platform;

import cn.jointinspection.platform.StartRefused.EmbeddedDatabaseMustStart;
import cn.jointinspection.platform.StartRefused.OneServerPerDataDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The durable PostgreSQL server of a rehearsal, its data below one directory. What was committed survives a restart, a
 * killed application and a power cut.
 *
 * <p>Application contexts of one JVM that name the same directory share one server; it stops when the last one closes.
 */
final class EmbeddedPostgres implements AutoCloseable {

  static final String USER = "joint_inspection";

  private static final Map<Path, EmbeddedPostgres> RUNNING = new HashMap<>();
  private static final int START_ATTEMPTS = 5;

  private final Path dataDirectory;
  private final DataDirectoryLock lock;
  private final Postmaster postmaster;
  private final String password;
  private final int port;
  private int users;

  private EmbeddedPostgres(Path dataDirectory, Path binaries) throws IOException, SQLException {
    this.dataDirectory = dataDirectory;
    lock = DataDirectoryLock.acquire(dataDirectory);
    try {
      Path cluster = dataDirectory.resolve("postgres");
      Path passwordFile = dataDirectory.resolve("postgres.password");
      postmaster = new Postmaster(PostgresBinaries.unpack(binaries), cluster, dataDirectory.resolve("postgres.log"));
      password = password(passwordFile, Files.exists(cluster));
      postmaster.initialise(passwordFile);
      port = start();
      createUser();
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Starts the server, or joins the one this JVM already runs there.
   *
   * @param dataDirectory created if missing
   * @param binaries where the server's programs are unpacked, created if missing
   * @throws OneServerPerDataDirectory when another process runs there
   * @throws EmbeddedDatabaseMustStart when the server cannot start
   */
  static EmbeddedPostgres open(Path dataDirectory, Path binaries) {
    synchronized (RUNNING) {
      try {
        Path directory = Files.createDirectories(dataDirectory).toRealPath();
        EmbeddedPostgres server = RUNNING.get(directory);
        if (server == null) {
          server = new EmbeddedPostgres(directory, binaries.toAbsolutePath());
          RUNNING.put(directory, server);
        }
        server.users++;
        return server;
      } catch (IOException | SQLException e) {
        throw new EmbeddedDatabaseMustStart(dataDirectory.toAbsolutePath(), e.getMessage(), e);
      }
    }
  }

  /** A port taken meanwhile, or processes of a killed server still ending, make a start fail that soon works. */
  private int start() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        postmaster.stopLeftover();
        return postmaster.start();
      } catch (IOException e) {
        if (attempt == START_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Written once, readable by its owner only. */
  private static String password(Path file, boolean clusterExists) throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    if (clusterExists) {
      throw new IOException("数据库的密码文件 " + file + " 不见了，请从备份中恢复该文件。");
    }
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String password = HexFormat.of().formatHex(secret);
    Path unfinished = file.resolveSibling(file.getFileName() + "-unfinished");
    Files.deleteIfExists(unfinished);
    boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(unfinished, ownerOnly);
    Files.writeString(unfinished, password);
    try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    return password;
  }

  /** The application signs in as an ordinary user, as it does in production. */
  private void createUser() throws SQLException {
    asSuperuser(
        "select from pg_roles where rolname = '" + USER + "'",
        "create role " + USER + " login password '" + password + "'");
  }

  /**
   * Creates the database if missing and returns its JDBC URL.
   *
   * @param database lower-case letters, digits and underscores
   */
  String database(String database) {
    if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new EmbeddedDatabaseMustStart(
          dataDirectory, "库名 joint-inspection.embedded.database 只能用小写字母、数字和下划线，不能是 " + database, null);
    }
    try {
      asSuperuser(
          "select from pg_database where datname = '" + database + "'",
          "create database " + database + " owner " + USER);
    } catch (SQLException e) {
      throw new EmbeddedDatabaseMustStart(dataDirectory, e.getMessage(), e);
    }
    return url(database);
  }

  private void asSuperuser(String exists, String create) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"), Postmaster.SUPERUSER, password);
        var statement = connection.createStatement()) {
      if (!statement.executeQuery(exists).next()) {
        statement.execute(create);
      }
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String password() {
    return password;
  }

  /** Stops the server when its last user in this JVM is gone. */
  @Override
  public void close() {
    synchronized (RUNNING) {
      if (--users > 0) {
        return;
      }
      RUNNING.remove(dataDirectory);
      try (lock) {
        postmaster.stop();
      } catch (IOException e) {
        throw new EmbeddedDatabaseMustStart(dataDirectory, e.getMessage(), e);
      }
    }
  }
}
