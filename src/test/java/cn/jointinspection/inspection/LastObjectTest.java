package cn.jointinspection.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@InspectionTest
@DisplayName("最后一户：同时办结时由行锁决定先后")
class LastObjectTest {

  @Autowired Scene scene;
  @Autowired JointInspections inspections;
  @Autowired ObjectInspections objects;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  @DisplayName("两户同时办结，恰有一方得知是最后一户")
  void exactlyOneIsLast() throws Exception {
    List<String> ids = scene.started(2);
    for (String id : ids) {
      scene.notice(id);
      scene.allPublished(id);
    }
    var firstIsUncommitted = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> first = threads.submit(() -> transaction.execute(status -> {
        boolean last = inspections.finishObject(ids.get(0));
        firstIsUncommitted.countDown();
        await(commit);
        return last;
      }));
      await(firstIsUncommitted);
      Future<Boolean> second = threads.submit(() -> inspections.finishObject(ids.get(1)));
      while (!second.isDone() && !somebodyWaitsForALock()) {
        Thread.onSpinWait();
      }
      commit.countDown();

      assertThat(first.get()).isFalse();
      assertThat(second.get()).isTrue();
    } finally {
      commit.countDown();
      threads.shutdown();
    }
    assertThat(inspections.get(objects.get(ids.get(0)).jointInspectionId()).status())
        .isEqualTo(JointInspectionStatus.FINISHED);
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
}
