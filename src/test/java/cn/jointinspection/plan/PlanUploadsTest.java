package cn.jointinspection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jointinspection.plan.PlanRefused.NoSuchPlanUpload;
import cn.jointinspection.plan.PlanRefused.PlanReadsOtherwiseNow;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.Sha256;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Scopes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({PlanUploads.class, AnnualPlans.class, PlanTables.class, Departments.class, Scopes.class})
@DisplayName("上传的计划表：核对过的读法才存为草稿")
class PlanUploadsTest {

  private static final Actor OFFICE = new Actor("bgs01", "示例甲", Set.of("bgs"));
  private static final Actor OTHER = new Actor("bgs02", "示例乙", Set.of("bgs"));
  private static final PlanFile FILE = PlanFiles.file("计划.csv", PlanFiles.plan2024());

  @Autowired PlanUploads uploads;
  @Autowired AnnualPlans plans;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void noPlans() {
    List.of("plan_upload", "plan_item_cooperating", "plan_item_matter", "plan_item", "annual_plan", "scope")
        .forEach(table -> jdbc.sql("delete from " + table).update());
  }

  @Test
  @DisplayName("上传不存计划；再看是同一读法；确认存下原文件的全部内容")
  void storesWhatWasSeen() {
    PlanPreview seen = uploads.upload(FILE, OFFICE);
    assertThat(seen.rows()).hasSize(58);
    assertThat(seen.inferred()).isZero();
    assertThat(seen.missingRows()).containsExactly(15, 16, 17, 18, 19, 20);
    assertThat(count("annual_plan")).isZero();
    assertThat(uploads.preview(seen.upload())).isEqualTo(seen);

    AnnualPlan plan = plans.get(uploads.confirm(seen.upload(), seen.reading(), OTHER));

    assertThat(plan.status()).isEqualTo(PlanStatus.DRAFT);
    assertThat(plan.source().by()).isEqualTo("bgs02");
    assertThat(plan.title()).isEqualTo(FILE.title());
    assertThat(plan.documentNo()).isEqualTo(FILE.documentNo());
    assertThat(plan.source().sha256()).isEqualTo(Sha256.hex(FILE.bytes()));
    assertThat(plans.items(plan.id())).hasSize(58);
  }

  @Test
  @DisplayName("说不出核对的是哪一种读法的，不存")
  void refusesAnotherReading() {
    PlanPreview seen = uploads.upload(FILE, OFFICE);

    for (String other : new String[] {"", null, "0".repeat(64)}) {
      assertThatExceptionOfType(PlanReadsOtherwiseNow.class)
          .isThrownBy(() -> uploads.confirm(seen.upload(), other, OFFICE)).withMessageContaining("请重新核对");
    }
    assertThat(count("annual_plan")).isZero();
  }

  @Test
  @DisplayName("同时确认几次，只存一份草稿，各得到同一个编号")
  void storesOnce() throws Exception {
    PlanPreview seen = uploads.upload(FILE, OFFICE);
    CyclicBarrier start = new CyclicBarrier(4);
    Callable<Long> confirm = () -> {
      start.await();
      return uploads.confirm(seen.upload(), seen.reading(), OFFICE);
    };
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Long> drafts = new ArrayList<>();
      for (Future<Long> draft : pool.invokeAll(Collections.nCopies(4, confirm))) {
        drafts.add(draft.get());
      }
      assertThat(Set.copyOf(drafts)).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
    assertThat(count("annual_plan")).isEqualTo(1);
  }

  @Test
  @DisplayName("没有确认的上传七天后清除，确认过的留着")
  void forgetsWhatNobodyConfirmed() {
    PlanPreview confirmed = uploads.upload(FILE, OFFICE);
    uploads.confirm(confirmed.upload(), confirmed.reading(), OFFICE);
    PlanPreview late = uploads.upload(FILE, OFFICE);
    jdbc.sql("update plan_upload set uploaded_at = uploaded_at - interval '8 days'").update();
    PlanPreview recent = uploads.upload(FILE, OFFICE);

    assertThatExceptionOfType(NoSuchPlanUpload.class)
        .isThrownBy(() -> uploads.confirm(late.upload(), late.reading(), OFFICE)).withMessageContaining("重新选择文件上传");
    assertThat(uploads.preview(confirmed.upload()).rows()).hasSize(58);
    assertThat(uploads.preview(recent.upload()).rows()).hasSize(58);
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }
}
