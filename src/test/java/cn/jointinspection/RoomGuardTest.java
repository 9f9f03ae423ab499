package cn.jointinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.DatabaseTest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@DisplayName("每个模块只写自己的表，数据库看着")
class RoomGuardTest {

  /** Each with the table's own name in pieces: no search for statements in sources finds it. */
  private static final List<List<String>> WRITES = List.of(
      List.of("insert ", "into rehearsal", "_clock (offset_millis) values (7)"),
      List.of("up", "date rehearsal", "_clock set offset_millis = 7"),
      List.of("delete ", "from rehearsal", "_clock"),
      List.of("trun", "cate rehearsal", "_clock"),
      List.of("with gone as (select) ", "delete from rehearsal", "_clock"),
      List.of("merge into rehearsal", "_clock using (values (7)) v (millis) on true ",
          "when matched then update set offset_millis = millis ",
          "when not matched then insert (offset_millis) values (millis)"));

  private static final Map<String, String> WAYS = Map.of(
      "Prepared", "jdbc.update(sql)",
      "Batch", "jdbc.batchUpdate(sql)",
      "Plain", "jdbc.execute(sql)");

  @TempDir private static Path classes;
  private static URLClassLoader strangers;

  @Autowired JdbcClient jdbc;
  @Autowired JdbcTemplate template;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void noClock() {
    jdbc.sql("truncate rehearsal_clock").update();
  }

  static List<List<String>> writes() {
    return WRITES;
  }

  @ParameterizedTest
  @MethodSource("writes")
  @DisplayName("拼起来的语句，别的模块写就被拒绝，什么也没有改")
  void otherRoomsAreRefused(List<String> pieces) {
    jdbc.sql("insert into rehearsal_clock (offset_millis) values (1)").update();

    for (String how : WAYS.keySet()) {
      assertThatThrownBy(() -> write("plan", how, pieces)).as(how).isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("rehearsal_clock belongs to rehearsal, written by: /* room: plan */");
    }

    assertThat(clocks()).containsExactly(1L);
  }

  @ParameterizedTest
  @MethodSource("writes")
  @DisplayName("同样的语句，表归谁，谁就能写")
  void theOwnerPasses(List<String> pieces) {
    for (String how : WAYS.keySet()) {
      jdbc.sql("truncate rehearsal_clock").update();
      if (!pieces.get(0).startsWith("insert")) {
        jdbc.sql("insert into rehearsal_clock (offset_millis) values (1)").update();
      }
      write("rehearsal", how, pieces);
      assertThat(clocks()).as(how).isNotEqualTo(List.of(1L));
    }
  }

  @Test
  @DisplayName("登记变动的历史由触发器代写，跟着所登记的表一起放行或拒绝")
  void historyIsWrittenForTheOwner() {
    List<String> object = List.of("insert into inspection", "_object (object_no, name, category, status, updated_at) ",
        "values ('示例编号', '示例单位', '企业', 'IN_FORCE', now())");
    long before = history();

    assertThatThrownBy(() -> write("plan", "Prepared", object)).isInstanceOf(DataAccessException.class);
    assertThat(history()).isEqualTo(before);

    inTransactionRolledBack(() -> {
      write("registry", "Prepared", object);
      assertThat(history()).isEqualTo(before + 1);
    });
  }

  @Test
  @DisplayName("同一个连接先后由两个模块使用，回滚之后也各算各的")
  void oneConnectionServesMany() {
    inTransactionRolledBack(() -> write("rehearsal", "Prepared", WRITES.get(0)));
    assertThatThrownBy(() -> write("plan", "Prepared", WRITES.get(0))).isInstanceOf(DataAccessException.class);
    write("rehearsal", "Prepared", WRITES.get(0));

    assertThat(clocks()).containsExactly(7L);
  }

  @Test
  @DisplayName("一段文字里有几条语句，条条都看")
  void eachStatementOfATextIsHeld() {
    List<String> two = List.of("notify nobody, ';'; ", "insert into rehearsal", "_clock (offset_millis) values (7)");

    assertThatThrownBy(() -> write("plan", "Plain", two)).hasStackTraceContaining("written by: /* room: plan */");
    write("rehearsal", "Plain", two);

    assertThat(clocks()).containsExactly(7L);
  }

  @Test
  @DisplayName("看不出是哪个模块的，什么表也不能写")
  void nobodyWritesNothing() throws Exception {
    var write = new FutureTask<>(jdbc.sql(String.join("", WRITES.get(0)))::update);
    new Thread(write).start();

    assertThatThrownBy(write::get).hasMessageContaining("/* room: none */");
  }

  @Test
  @DisplayName("每张表都有人看着")
  void everyTableIsWatched() {
    assertThat(jdbc.sql("""
            select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
              and relname not like 'act\\_%' and relname <> 'flyway_schema_history'""").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(TableOwners.byTable().keySet());
    assertThat(jdbc.sql("select tgrelid::regclass::text from pg_trigger where tgname = ? and tgenabled = 'O'")
            .param(RoomGuard.TRIGGER).query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(TableOwners.byTable().keySet());
  }

  private List<Long> clocks() {
    return jdbc.sql("select offset_millis from rehearsal_clock").query(Long.class).list();
  }

  private long history() {
    return jdbc.sql("select count(*) from registry_history").query(Long.class).single();
  }

  private void inTransactionRolledBack(Runnable work) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      work.run();
      status.setRollbackOnly();
    });
  }

  /** Puts the statement together and executes it in a class of that room. */
  private void write(String room, String how, List<String> pieces) {
    try {
      @SuppressWarnings("unchecked")
      var stranger = (BiConsumer<JdbcTemplate, List<String>>) strangers
          .loadClass("cn.jointinspection.%s.Stranger%s".formatted(room, how)).getConstructor().newInstance();
      stranger.accept(template, pieces);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Classes in rooms that are not among the tests' own, which may write anything: compiled now, loaded from elsewhere. */
  @BeforeAll
  static void compileStrangers() throws IOException {
    List<String> arguments = new ArrayList<>(
        List.of("-cp", System.getProperty("java.class.path"), "-proc:none", "-d", classes.toString()));
    for (String room : List.of("plan", "rehearsal", "registry")) {
      for (var way : WAYS.entrySet()) {
        String name = "Stranger" + way.getKey();
        Path source = Files.createDirectories(classes.resolve(room)).resolve(name + ".java");
        arguments.add(Files.writeString(source, """
            package cn.jointinspection.%s;

            import java.util.ArrayList;
import java.util.List;
import java.util.Map;
            import org.springframework.jdbc.core.JdbcTemplate;

            public class %s implements java.util.function.BiConsumer<JdbcTemplate, List<String>> {
              @Override
              public void accept(JdbcTemplate jdbc, List<String> pieces) {
                String sql = String.join("", pieces);
                %s;
              }
            }
            """.formatted(room, name, way.getValue())).toString());
      }
    }
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new))).isZero();
    strangers = new URLClassLoader(new URL[] {classes.toUri().toURL()}, RoomGuardTest.class.getClassLoader());
  }

  @AfterAll
  static void forgetStrangers() throws IOException {
    strangers.close();
  }
}
