package cn.jointinspection;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.net.URL;
import java.security.CodeSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.postgresql.core.Parser;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets the database refuse, in every test that has one, what a room writes into another room's table, however the
 * statement was put together. Each statement that may write begins with a comment that names its room, the innermost of
 * our packages on the call stack; a trigger on each table compares it with the table's owner. The tests' own classes may
 * write anything, whoever has no room nothing. The engine's tables are left out: it writes them on anybody's behalf. COPY goes
 * past the driver's statements; {@code ModularityTest} says who may.
 */
class RoomGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Benchmarks set it to false: they measure the program alone. */
  static final String SWITCH = "room-guard";
  static final String TRIGGER = "held_to_its_room";

  private static final String ROOT = RoomGuard.class.getPackageName() + ".";
  private static final String TESTS = "tests";
  /** Runs the scripts that tests are annotated with; none of our classes stands on the stack then. */
  private static final String SCRIPTS = "org.springframework.test.context.jdbc.";
  private static final String NONE = "none";
  private static final URL TEST_CLASSES = location(RoomGuard.class);
  private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Pattern NOT_HELD =
      Pattern.compile("\\s*(select\\b|(insert into|update|delete from)\\s+act_)", Pattern.CASE_INSENSITIVE);
  /** Of a class; null where it is none of ours. */
  private static final ClassValue<String> ROOM = new ClassValue<>() {
    @Override
    protected String computeValue(Class<?> type) {
      if (type.getName().startsWith(SCRIPTS)) {
        return TESTS;
      }
      String[] path = type.getName().split("\\.");
      if (!type.getName().startsWith(ROOT) || type.getNestHost() == RoomGuard.class) {
        return null;
      }
      return TEST_CLASSES.equals(location(type)) ? TESTS : path.length > 3 ? path[2] : null;
    }
  };

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context.getEnvironment().getProperty(SWITCH, boolean.class, true)) {
      context.getBeanFactory().addBeanPostProcessor(new Installer(context.getBeanFactory()));
    }
  }

  private record Installer(ListableBeanFactory beans) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      if (bean instanceof HikariDataSource pool) {
        // Beneath the pool, which stays what the application expects.
        pool.setDataSource(naming(new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(),
            pool.getDataSourceProperties(), pool.getUsername(), pool.getPassword())));
      } else if (bean instanceof FlywayMigrationInitializer) {
        watch(JdbcClient.create(beans.getBean(DataSource.class)));
      }
      return bean;
    }
  }

  /** A source whose statements name their room. */
  private static DataSource naming(DataSource source) {
    return ProxyDataSourceBuilder.create(source).queryTransformer(text -> named(text.getQuery())).build();
  }

  private static String named(String text) {
    return text.contains(";") ? statements(text).stream().map(RoomGuard::namedAlone).collect(joining(";"))
        : namedAlone(text);
  }

  /** As the driver takes them apart: it sends each by itself. */
  private static List<String> statements(String text) {
    try {
      return Parser.parseJdbcSql(text, true, false, true, false, false).stream().map(part -> part.nativeSql).toList();
    } catch (SQLException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static String namedAlone(String sql) {
    return NOT_HELD.matcher(sql).lookingAt() ? sql : "/* room: %s */ %s".formatted(writer(), sql);
  }

  private static String writer() {
    return STACK.walk(frames -> frames.map(frame -> ROOM.get(frame.getDeclaringClass())).filter(Objects::nonNull)
        .findFirst().orElse(NONE));
  }

  private static URL location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  /** Puts the trigger on every table of ours that has none yet: contexts may share a database. */
  private static void watch(JdbcClient jdbc) {
    List<String> tables = jdbc.sql("""
            select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
              and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = ?)""")
        .param(TRIGGER).query(String.class).list().stream().filter(TableOwners.byTable()::containsKey).toList();
    if (tables.isEmpty()) {
      return;
    }
    jdbc.sql("""
        create or replace function refuse_other_rooms() returns trigger language plpgsql as $$
        begin
          raise exception 'table % belongs to %, written by: %', tg_table_name, tg_argv[0], current_query();
        end $$""").update();
    tables.forEach(table -> jdbc.sql("""
        create trigger %1$s before insert or update or delete or truncate on %2$s for each statement
        when (current_query() !~ '^(/\\* room: (%3$s|%4$s) \\*/|copy )') execute function refuse_other_rooms('%3$s')"""
        .formatted(TRIGGER, table, TableOwners.byTable().get(table), TESTS)).update());
  }
}
