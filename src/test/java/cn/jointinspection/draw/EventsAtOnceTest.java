package cn.jointinspection.draw;

import static cn.jointinspection.draw.DrawScene.NONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.jointinspection.Clause;
import cn.jointinspection.draw.DrawRefused.EventRefused;
import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Stage;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits what it does, so it has a database of its own. */
@DisplayName("同一次抽取同时有几个回避、补抽：都留下，依次相连，公布过的摘要都能重现")
@DatabaseTest
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@Import(DrawsTest.Beans.class)
@TestPropertySource(properties = "joint-inspection.embedded.database=events_at_once")
class EventsAtOnceTest {

  private static final int INSPECTORS = 12;

  @Autowired Draws draws;
  @Autowired DrawEvents events;
  @Autowired DrawRecords records;
  @Autowired ParsedDraws parsed;
  @Autowired DrawScene scene;
  @Autowired JdbcClient jdbc;

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private TransactionTemplate transaction;
  private String draw;
  private List<DrawResult.Selected> selected;

  @Autowired
  void transactions(PlatformTransactionManager manager) {
    transaction = new TransactionTemplate(manager);
  }

  @BeforeEach
  void drawn() {
    scene.county(INSPECTORS);
    draw = scene.drawn().id();
    selected = draws.result(draw).selected();
  }

  @AfterEach
  void nothingIsLeft() {
    threads.shutdownNow();
    jdbc.sql("truncate draw cascade").update();
  }

  private String leader(int visit) {
    return draws.team(draw, selected.get(visit).objectNo(), "gaj").get(0);
  }

  private RecusalOutcome recuse(int visit, String inspector) {
    return events.recordRecusal(draw, selected.get(visit).objectNo(), inspector, "DECLARED", NONCE, "gajReviewer1");
  }

  /** Runs the second while the first is done but not yet committed, and lets the first end only when it is waited for. */
  private <T> Future<T> whileUncommitted(Runnable first, boolean commits, Callable<T> second) throws Exception {
    var done = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    Future<?> one = threads.submit(() -> transaction.executeWithoutResult(status -> {
      first.run();
      done.countDown();
      await(end);
      if (!commits) {
        status.setRollbackOnly();
      }
    }));
    await(done);
    Future<T> two = threads.submit(second);
    while (!two.isDone() && !somebodyWaitsForALock()) {
      Thread.onSpinWait();
    }
    end.countDown();
    one.get();
    return two;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean somebodyWaitsForALock() {
    return jdbc.sql("""
            select exists (select 1 from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock')""")
        .query(Boolean.class).single();
  }

  @Test
  @Clause("三-10")
  @DisplayName("两人同时批准两户的回避：后一个等前一个记完，接在它后面")
  void twoAtOnceAreBothKept() throws Exception {
    Future<RecusalOutcome> second =
        whileUncommitted(() -> recuse(0, leader(0)), true, () -> recuse(1, leader(1)));

    assertThat(second.get().eventSeq()).isEqualTo(2);
    assertThat(records.events(draw)).extracting(DrawEvent::seq, DrawEvent::objectNo).containsExactly(
        tuple(1, selected.get(0).objectNo()),
        tuple(2, selected.get(1).objectNo()));
    assertThat(scene.verify(draw)).containsExactly(Stage.values());
  }

  @Test
  @DisplayName("两人同时批准同一人对同一户的回避：只记一次，后一个得知他已不在组中，可以另办")
  void theSameTwiceIsKeptOnce() throws Exception {
    String leaving = leader(0);

    Future<RecusalOutcome> second =
        whileUncommitted(() -> recuse(0, leaving), true, () -> recuse(0, leaving));

    assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class).cause()
        .isInstanceOf(EventRefused.class).hasMessageContaining(leaving + " 不在").hasMessageContaining("未登记");
    assertThat(records.events(draw)).hasSize(1);
    assertThat(recuse(0, leader(0)).eventSeq()).isEqualTo(2);
    assertThat(scene.verify(draw)).containsExactly(Stage.values());
  }

  @Test
  @DisplayName("前一个没有办成，后一个就是第一个")
  void whatWasRolledBackLeavesNoGap() throws Exception {
    Future<SubstituteOutcome> second = whileUncommitted(() -> recuse(0, leader(0)), false,
        () -> events.recordSubstitute(draw, selected.get(1).objectNo(), "DEREGISTERED", null, "gajReviewer1", "bgsStaff1"));

    assertThat(second.get().eventSeq()).isEqualTo(1);
    assertThat(second.get().stratum()).isEqualTo(selected.get(1).stratum());
    assertThat(scene.verify(draw)).containsExactly(Stage.values());
  }

  @Test
  @Clause("三-1")
  @DisplayName("四路同时登记，一个不少，次序相连；每个事件之后公布的摘要，都能由存档逐字节重现")
  void everyPublishedHashCanBeReproduced() throws Exception {
    int each = 5;
    List<Callable<Void>> all = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      int visit = thread;
      all.add(() -> {
        for (int i = 0; i < each; i++) {
          recuse(visit, leader(visit));
        }
        return null;
      });
    }
    for (Future<Void> one : threads.invokeAll(all)) {
      one.get();
    }
    events.recordSubstitute(draw, selected.get(0).objectNo(), "DEREGISTERED", "5".repeat(64), "gajReviewer1", "bgsStaff1");

    List<DrawEvent> kept = records.events(draw);
    assertThat(kept).hasSize(4 * each + 1);
    assertThat(kept).extracting(DrawEvent::seq).isSorted().doesNotHaveDuplicates();
    assertThat(scene.verify(draw)).containsExactly(Stage.values());
    for (DrawEvent event : kept) {
      long size = jdbc.sql("select transcript_size from draw_event where draw_id = ? and seq = ?")
          .params(draw, event.seq()).query(Long.class).single();
      assertThat(sha256(new DrawFile(DrawFiles.TRANSCRIPT, event.transcriptSha256(), size))).as("event %s", event.seq())
          .isEqualTo(event.transcriptSha256());
    }
    assertThat(draws.get(draw).result().transcriptSha256Now()).isEqualTo(kept.get(kept.size() - 1).transcriptSha256());
  }

  private String sha256(DrawFile version) throws IOException {
    var to = new ByteArrayOutputStream();
    records.copy(draw, version, to);
    assertThat(to.size()).isEqualTo((int) version.size());
    return Sha256.hex(to.toByteArray());
  }

  @Test
  @DisplayName("有人正在下载抽取记录时又有事件，他得到的仍是他开始下载的那一份")
  void aReaderGetsWhatHeWasToldOf() throws IOException {
    recuse(0, leader(0));
    DrawFile told = records.files(draw).stream().filter(file -> file.name().equals(DrawFiles.TRANSCRIPT)).findFirst()
        .orElseThrow();

    recuse(1, leader(1));

    assertThat(sha256(told)).isEqualTo(told.sha256());
    assertThat(draws.get(draw).result().transcriptSha256Now()).isNotEqualTo(told.sha256());
  }

  @Test
  @DisplayName("接连几个事件只读一次名单；首次抽取的文件和已记下的事件在数据库中也改不了")
  void theListsAreReadOnce() {
    ParsedDraws.Parsed first = parsed.of(draws.get(draw));
    recuse(0, leader(0));

    assertThat(parsed.of(draws.get(draw))).isSameAs(first);
    for (String change : List.of("update draw_event set entry = '{}'", "update draw_event set reason = 'KINSHIP'",
        "delete from draw_event")) {
      assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("只能依次追加");
    }
  }
}
