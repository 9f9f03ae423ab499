package cn.jointinspection.draw;

import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Drawing;
import cn.jointinspection.draw.engine.Drawn;
import cn.jointinspection.draw.engine.Transcript;
import cn.jointinspection.platform.Sha256;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a recusal takes in a large draw, beside the way it was done before: {@code ./mvnw -q -Pbenchmark-draw test
 * -Dbenchmark=DrawEventsBenchmark -Dcandidates=100000 -DbasisPoints=300}, with {@code -Devents=} and {@code -Dheap=} if
 * wanted. The two alternate on two draws of the same registry, so that whatever else the machine does falls on both.
 */
final class DrawEventsBenchmark {

  private static final int EVENTS = Integer.getInteger("events", 100);
  private static final String NONCE = "0123456789abcdef".repeat(4);
  private static final String BEFORE = "before: five files read, transcript written anew";
  private static final String FIRST = "the first recusal, which reads the lists";
  private static final String NOW = "each later recusal";
  private static final String PUT_TOGETHER = "the transcript, put together";

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Draws draws;
  private final DrawSteps steps;
  private final DrawEvents events;
  private final DrawRecords records;
  private final DrawStore store;
  private final ResultStore results;

  private DrawEventsBenchmark(ApplicationContext context) {
    jdbc = context.getBean(JdbcClient.class);
    transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    draws = context.getBean(Draws.class);
    steps = context.getBean(DrawSteps.class);
    events = context.getBean(DrawEvents.class);
    records = context.getBean(DrawRecords.class);
    store = context.getBean(DrawStore.class);
    results = context.getBean(ResultStore.class);
  }

  public static void main(String[] args) throws Exception {
    try (var context = new SpringApplicationBuilder(DrawBenchmark.Beans.class).web(WebApplicationType.NONE)
        .properties("logging.level.root=warn", "spring.main.banner-mode=off").run(args)) {
      new DrawEventsBenchmark(context).run();
    }
  }

  private void run() throws Exception {
    DrawBenchmark.fill(jdbc, transaction);
    Draw before = DrawBenchmark.freezeAndDraw(steps, draws);
    Draw now = DrawBenchmark.freezeAndDraw(steps, draws);
    jdbc.sql("create table transcript_before as select draw_id, sha256, content from draw_file "
        + "where draw_id = ? and name = 'transcript.json'").param(before.id()).update();
    List<DrawnObject> inBefore = records.drawn(before.id());
    List<DrawnObject> inNow = records.drawn(now.id());
    if (inNow.size() < EVENTS) {
      throw new IllegalArgumentException("only " + inNow.size() + " are drawn: give a higher -DbasisPoints=");
    }
    for (int i = 0; i < EVENTS; i++) {
      DrawnObject old = inBefore.get(i);
      measure(BEFORE, () -> transaction.execute(status -> asBefore(before, old)));
      DrawnObject object = inNow.get(i);
      measure(i == 0 ? FIRST : NOW, () -> events.recordRecusal(
          now.id(), object.objectNo(), leader(object), "DECLARED", NONCE, "gajReviewer"));
    }
    measure(PUT_TOGETHER, () -> {
      DrawFile transcript = records.files(now.id()).stream().filter(f -> f.name().equals(DrawFiles.TRANSCRIPT)).findFirst()
          .orElseThrow();
      records.copy(now.id(), transcript, OutputStream.nullOutputStream());
      return transcript;
    });
    print(now, inNow.size());
  }

  private static String leader(DrawnObject object) {
    return object.teams().get(DrawBenchmark.DEPARTMENTS.get(0)).get(0);
  }

  /** At most what it cost: it also picked all teams anew, which is left out here. */
  private String asBefore(Draw draw, DrawnObject object) {
    store.lock(draw.id());
    Transcript transcript = Transcript.parse(jdbc.sql("select content from transcript_before where draw_id = ?")
        .param(draw.id()).query((row, n) -> row.getBytes(1)).single());
    Map<String, byte[]> files = new HashMap<>();
    DrawFiles.NAMES.forEach(name -> files.put(name, store.file(draw.id(), name).orElseThrow()));
    Drawing drawing = new Drawing(DrawFiles.of(files), draw.frozen().prev());
    Transcript.Event event = new Drawn(drawing, transcript).recuse(
        transcript.events(), object.objectNo(), leader(object), "DECLARED", null, NONCE);
    List<Transcript.Event> all = new ArrayList<>(transcript.events());
    all.add(event);
    byte[] anew = transcript.with(all).toBytes();
    String sha256 = Sha256.hex(anew);
    String department = DrawBenchmark.DEPARTMENTS.get(0);
    results.unassign(draw.id(), object.objectNo(), leader(object));
    results.assign(draw.id(), object.objectNo(), department,
        results.nextPosition(draw.id(), object.objectNo(), department), event.replacement());
    jdbc.sql("update transcript_before set sha256 = ?, content = ? where draw_id = ?").params(sha256, anew, draw.id())
        .update();
    results.addEvent(draw.id(), event, "gajReviewer", null, OffsetDateTime.now(ZoneOffset.UTC), sha256, anew.length);
    return sha256;
  }

  private <T> T measure(String what, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    seconds.computeIfAbsent(what, w -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
    return result;
  }

  private void print(Draw draw, int drawn) {
    DrawScene.verify(records, draw.id());
    System.out.printf("%n%,d candidates, %,d drawn, %d recusals; heap %,d MB; the result holds%n%n",
        draw.frozen().candidates(), drawn, EVENTS, Runtime.getRuntime().maxMemory() >> 20);
    System.out.printf("%-50s %9s %9s %9s %9s%n", "seconds", "median", "least", "most", "in all");
    seconds.forEach((what, values) -> System.out.printf("%-50s %9.4f %9.4f %9.4f %9.2f%n", what, median(what),
        values.stream().mapToDouble(v -> v).min().orElseThrow(), values.stream().mapToDouble(v -> v).max().orElseThrow(),
        values.stream().mapToDouble(v -> v).sum()));
    System.out.printf("%na later recusal is %.0f times as fast as before, all %d with the first one %.0f times%n",
        median(BEFORE) / median(NOW), EVENTS, sum(BEFORE) / (sum(FIRST) + sum(NOW)));
  }

  private double median(String what) {
    double[] sorted = seconds.get(what).stream().mapToDouble(v -> v).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private double sum(String what) {
    return seconds.getOrDefault(what, List.of()).stream().mapToDouble(v -> v).sum();
  }
}
