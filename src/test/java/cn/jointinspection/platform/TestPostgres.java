package cn.jointinspection.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL for tests of one module; each call gives a fresh database with all tables. */
public final class TestPostgres {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestPostgres() {}

  private static final class Server {
    static final EmbeddedPostgres ONLY = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("timezone", "Asia/Shanghai").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static DataSource migrated() {
    String name = "test" + COUNT.incrementAndGet();
    var jdbc = new org.springframework.jdbc.core.JdbcTemplate(Server.ONLY.getPostgresDatabase());
    jdbc.execute("create database " + name);
    DataSource database = Server.ONLY.getDatabase("postgres", name);
    Flyway.configure().dataSource(database).load().migrate();
    return database;
  }
}
