package cn.jointinspection.draw;

import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Drawing;
import cn.jointinspection.draw.engine.Transcript;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.registry.TaskNature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a draw from a large registry takes, beside a plain {@code COPY} of the same rows and beside the reference
 * sampler in Python: {@code ./mvnw -q -Pbenchmark-draw test}, with {@code -Dcandidates=}, {@code -Drounds=} and
 * {@code -DbasisPoints=} if wanted. Rounds alternate, so that whatever else the machine does falls on all alike.
 */
final class DrawBenchmark {

  /** Not annotated as a configuration: no test's scan shall find it. */
  @Import(DatabaseTest.Slice.class)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class, JacksonAutoConfiguration.class
  })
  @ComponentScan({"cn.jointinspection.draw", "cn.jointinspection.registry"})
  static class Beans {}

  static final int CANDIDATES = Integer.getInteger("candidates", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 7);
  private static final int BASIS_POINTS = Integer.getInteger("basisPoints", 10);
  private static final int WARM_UPS = 2;
  private static final double MOST_OF_COPY = 3;
  private static final double LEAST_OF_REFERENCE = 10;
  private static final String COPY = "copy of id and class";
  private static final String WHOLE = "freeze and draw";
  private static final String SELECTION = "  draw: tickets, selection, teams";
  static final List<String> DEPARTMENTS = List.of("gaj", "scjgj");
  private static final String BASELINE = """
      copy (select o.object_no, o.risk_class from object_scope os join inspection_object o on o.id = os.object_id
            where os.scope_id = 1) to stdout""";

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final TransactionTemplate transaction;
  private final Draws draws;
  private final DrawSteps steps;
  private final Freezer freezer;
  private final DrawStore store;
  private final ResultStore results;

  private DrawBenchmark(ApplicationContext context) {
    jdbc = context.getBean(JdbcClient.class);
    dataSource = context.getBean(DataSource.class);
    transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    draws = context.getBean(Draws.class);
    steps = context.getBean(DrawSteps.class);
    freezer = context.getBean(Freezer.class);
    store = context.getBean(DrawStore.class);
    results = context.getBean(ResultStore.class);
  }

  public static void main(String[] args) throws Exception {
    try (var context = new SpringApplicationBuilder(Beans.class).web(WebApplicationType.NONE)
        .properties("logging.level.root=warn", "spring.main.banner-mode=off", "room-guard=false").run(args)) {
      new DrawBenchmark(context).run();
    }
  }

  private void run() throws Exception {
    fill(jdbc, transaction);
    Draw last = null;
    for (int round = 1 - WARM_UPS; round <= ROUNDS; round++) {
      if (round == 1) {
        seconds.clear();
      }
      jdbc.sql("truncate draw cascade").update();
      measure(COPY, this::copy);
      last = measure(WHOLE, this::freezeAndDraw);
      jdbc.sql("truncate draw cascade").update();
      phases();
    }
    print(last);
  }

  /** A registry as it is in use: ids in no order, one object in a hundred gone, one in twenty without a class. */
  static void fill(JdbcClient jdbc, TransactionTemplate transaction) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql("alter table inspection_object disable trigger user").update();
      jdbc.sql("alter table object_scope disable trigger user").update();
      jdbc.sql("insert into scope (name) values ('示例范围')").update();
      jdbc.sql("""
              insert into inspection_object (object_no, name, category, risk_class, status, updated_at)
              select '91140826MA' || upper(lpad(to_hex((n * 2654435761) % 4294967296), 8, '0')), '示例单位' || n, '企业',
                case when n % 20 = 0 then null else substr('AAAAABBBCCD', (1 + n % 11)::int, 1) end,
                case when n % 101 = 0 then 'DEREGISTERED' else 'IN_FORCE' end, now()
              from generate_series(1, :number) n""")
          .param("number", (long) CANDIDATES * 101 / 100).update();
      jdbc.sql("insert into object_scope (scope_id, object_id) select 1, id from inspection_object").update();
      jdbc.sql("""
              insert into inspector (certificate_no, name, department, certificate_expires_on, updated_at)
              select d || lpad(n::text, 3, '0'), '示例' || d || n, d, '2030-12-31', now()
              from unnest(:departments::text[]) d, generate_series(1, 60) n""")
          .param("departments", DEPARTMENTS.toArray(String[]::new)).update();
      jdbc.sql("alter table inspection_object enable trigger user").update();
      jdbc.sql("alter table object_scope enable trigger user").update();
    });
    jdbc.sql("vacuum analyze").update();
  }

  private long copy() throws Exception {
    try (Connection connection = dataSource.getConnection()) {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(BASELINE, OutputStream.nullOutputStream());
    }
  }

  private static FreezeRequest request() {
    return new FreezeRequest("140826-2024-099", 2024, "示例抽查", 1, "gaj", List.of("示例事项"), TaskNature.GENERAL,
        new FreezeRequest.Ratio(true, BASIS_POINTS, null),
        List.of(new FreezeRequest.Stratum("A", 1), new FreezeRequest.Stratum("B", 2),
            new FreezeRequest.Stratum("C", 5), new FreezeRequest.Stratum("D", 10)),
        true, DEPARTMENTS.stream().map(d -> new FreezeRequest.Team(d, 2, new TreeMap<>())).toList(), 1,
        new PublicSource("none", "none"));
  }

  private static String nonce(String department) {
    return "%064x".formatted(department.hashCode());
  }

  private Draw freezeAndDraw() {
    return freezeAndDraw(steps, draws);
  }

  static Draw freezeAndDraw(DrawSteps steps, Draws draws) {
    Draw draw = steps.freeze(request(), "system");
    DEPARTMENTS.forEach(d -> steps.contribute(draw.id(), d, nonce(d), new Actor(d + "Staff", "示例", Set.of(d))));
    steps.closeContributions(draw.id());
    steps.draw(draw.id());
    return draws.get(draw.id());
  }

  /** The costly steps of the same draw, one by one. */
  private void phases() throws Exception {
    DrawFiles files = measure("  freeze: read the registry, write and hash the files",
        () -> freezer.write("x", request()).files());
    measure("  freeze: check the lists", () -> new Drawing(files, "0".repeat(64)).candidatesByStratum());
    Draw draw = steps.freeze(request(), "system");
    measure("  freeze: store the files", () -> transaction.execute(status -> {
      files.hashes().forEach((name, sha256) -> store.putFile(draw.id(), name + ".again", sha256, files.bytes(name)));
      return files;
    }));
    measure("  draw: read and hash the files", () -> {
      Map<String, byte[]> read = new HashMap<>();
      DrawFiles.NAMES.forEach(name -> read.put(name, store.file(draw.id(), name).orElseThrow()));
      return DrawFiles.of(read);
    });
    Drawing drawing = measure("  draw: check them again", () -> new Drawing(files, "0".repeat(64)));
    Map<String, String> nonces = new TreeMap<>();
    DEPARTMENTS.forEach(d -> nonces.put(d, nonce(d)));
    Transcript transcript = measure(SELECTION, () -> drawing.draw(nonces, "none"));
    measure("  draw: store the result", () -> transaction.execute(status -> {
      results.insert(draw.id(), transcript);
      return transcript;
    }));
  }

  private <T> T measure(String what, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    seconds.computeIfAbsent(what, w -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
    return result;
  }

  private void print(Draw draw) throws Exception {
    int drawn = draw.result().allocation().values().stream().mapToInt(Integer::intValue).sum();
    List<String> sampler = reference(drawn);
    System.out.printf("%n%,d candidates, %,d drawn; PostgreSQL %s, fsync %s, synchronous_commit %s; %d rounds%n%n",
        draw.frozen().candidates(), drawn, setting("server_version"), setting("fsync"), setting("synchronous_commit"),
        ROUNDS);
    System.out.printf("%-50s %9s %9s %9s%n", "seconds", "median", "least", "most");
    seconds.forEach((what, values) -> System.out.printf("%-50s %9.3f %9.3f %9.3f%n", what, median(what),
        values.stream().mapToDouble(v -> v).min().orElseThrow(),
        values.stream().mapToDouble(v -> v).max().orElseThrow()));
    System.out.printf("%nfreeze and draw takes %.2f times what the copy takes (aim: at most %.0f)%n",
        median(WHOLE) / median(COPY), MOST_OF_COPY);
    sampler.forEach(System.out::println);
  }

  /** The same ids through Python, if there is one. @return what is to be said about it */
  private List<String> reference(int drawn) throws Exception {
    Path ids = Files.createTempFile("ids", ".txt");
    try {
      try (Connection connection = dataSource.getConnection(); OutputStream out = Files.newOutputStream(ids)) {
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
            "copy (select object_no from inspection_object where status = 'IN_FORCE' order by 1) to stdout", out);
      }
      Process python = new ProcessBuilder("python3", "src/test/resources/benchmark/reference_sampler.py",
          ids.toString(), "20237331128159211123", String.valueOf(drawn)).redirectErrorStream(true).start();
      String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (python.waitFor() != 0) {
        return List.of("the reference sampler failed: " + answer);
      }
      String[] took = answer.split(" ");
      String all = "reference: all ids in their order (" + took[0] + ")";
      String some = "reference: so many drawn (" + took[0] + ")";
      seconds.put(some, List.of(Double.valueOf(took[1])));
      seconds.put(all, List.of(Double.valueOf(took[2])));
      return List.of(
          faster(WHOLE, all), faster(WHOLE, some), faster(SELECTION, some),
          took[0].equals("stand-in") ? "a stand-in ran for the reference: pip install consistent_sampler" : "");
    } catch (IOException e) {
      return List.of("no python3 here, so the reference sampler is left out: " + e.getMessage());
    } finally {
      Files.delete(ids);
    }
  }

  private String faster(String what, String reference) {
    return "%s: %.1f times as fast as %s (aim: at least %.0f)".formatted(
        what.strip(), median(reference) / median(what), reference, LEAST_OF_REFERENCE);
  }

  private String setting(String name) {
    return jdbc.sql("show " + name).query(String.class).single();
  }

  private double median(String what) {
    double[] sorted = seconds.get(what).stream().mapToDouble(v -> v).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
