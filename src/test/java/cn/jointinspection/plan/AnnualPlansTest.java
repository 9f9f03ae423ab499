package cn.jointinspection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.jointinspection.Clause;
import cn.jointinspection.plan.PlanRefused.NoSuchPlan;
import cn.jointinspection.plan.PlanRefused.NoSuchPlanItem;
import cn.jointinspection.plan.PlanRefused.OnePublishedPlanPerYear;
import cn.jointinspection.plan.PlanRefused.PlanFileRefused;
import cn.jointinspection.plan.PlanRefused.PlanMustBeDraft;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({AnnualPlans.class, PlanTables.class, Departments.class, Scopes.class})
@DisplayName("年度抽查计划的导入、公布与作废（二）")
class AnnualPlansTest {

  private static final Actor OFFICE = new Actor("bgs01", "示例甲", Set.of("bgs"));
  private static final Actor OTHER = new Actor("bgs02", "示例乙", Set.of("bgs"));

  @Autowired AnnualPlans plans;
  @Autowired Scopes scopes;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @BeforeEach
  void noPlans() {
    List.of("plan_item_cooperating", "plan_item_matter", "plan_item", "annual_plan", "scope")
        .forEach(table -> jdbc.sql("delete from " + table).update());
  }

  private long import2024() {
    return plans.importPlan(PlanFiles.file("计划.csv", PlanFiles.plan2024()), OFFICE);
  }

  @Test
  @DisplayName("导入的计划是待审核的草稿，记录来源文件、缺少的序号、何时何人")
  void importsADraft() {
    AnnualPlan plan = plans.get(import2024());

    assertThat(plan.status()).isEqualTo(PlanStatus.DRAFT);
    assertThat(plan.missingRows()).containsExactly(15, 16, 17, 18, 19, 20);
    assertThat(plan.division()).isEqualTo("140826");
    assertThat(plan.divisionName()).isEqualTo("绛县");
    assertThat(plan.year()).isEqualTo(2024);
    assertThat(plan.documentNo()).isEqualTo("绛双随机办〔2024〕2号");
    assertThat(plan.source().fileName()).isEqualTo("计划.csv");
    assertThat(plan.source().sha256()).matches("[0-9a-f]{64}");
    assertThat(plan.source().at()).isEqualTo(clock.instant());
    assertThat(plan.source().by()).isEqualTo("bgs01");
    assertThat(plan.examined()).isNull();
    assertThat(plan.version()).isZero();
    assertThat(plan.jointInspectionId(8)).isEqualTo("140826-2024-008");
    assertThat(plans.published(2024)).isEmpty();
  }

  @Test
  @DisplayName("58项任务与文件所载逐项相同，序号先后排列")
  void keepsEveryItem() {
    long id = import2024();

    List<PlanItem> items = plans.items(id);

    assertThat(items).hasSize(58).extracting(PlanItem::rowNo).isSorted();
    List<PlanRow> read = PlanFiles.read(PlanFiles.plan2024()).rows();
    for (int i = 0; i < read.size(); i++) {
      PlanRow row = read.get(i);
      assertThat(items.get(i)).isEqualTo(new PlanItem(id, row.rowNo(), row.name(), row.matters(),
          scopes.find(row.scope()).orElseThrow(), row.scope(), row.ratio(),
          new RiskRequirement(row.riskRule(), row.riskText()), row.window(), row.leadDepartment(), row.cooperating(), row.mode(), new TreeMap<>(), null));
    }
  }

  @Test
  @DisplayName("同一抽查对象范围只建一次：第40与41项、第59与60项共用")
  void sharesScopes() {
    long id = import2024();

    assertThat(plans.item(id, 40).scopeId()).isEqualTo(plans.item(id, 41).scopeId());
    assertThat(plans.item(id, 59).scopeId()).isEqualTo(plans.item(id, 60).scopeId());
    assertThat(jdbc.sql("select count(*) from scope").query(Integer.class).single()).isEqualTo(56);
  }

  @Test
  @DisplayName("按序号取一项；印发件没有的序号明确说没有")
  void findsOneItem() {
    long id = import2024();

    assertThat(plans.item(id, 8).cooperating()).containsExactly("scjgj", "wsjds", "xfd");
    assertThat(plans.item(id, 7).matters()).hasSize(3);
    assertThatExceptionOfType(NoSuchPlanItem.class).isThrownBy(() -> plans.item(id, 15))
        .withMessageContaining("序号为15");
    assertThatExceptionOfType(NoSuchPlan.class).isThrownBy(() -> plans.item(-1, 8)).withMessageContaining("-1");
    assertThatExceptionOfType(NoSuchPlan.class).isThrownBy(() -> plans.items(-1));
    assertThatExceptionOfType(NoSuchPlan.class).isThrownBy(() -> plans.get(-1));
  }

  @Test
  @DisplayName("有一处问题的文件什么都不存")
  void storesNothingOfARefusedFile() {
    List<List<String>> table = new ArrayList<>();
    PlanFiles.table2024().forEach(row -> table.add(new ArrayList<>(row)));
    table.get(58).set(8, "领导小组办公室");
    PlanFile file = PlanFiles.file("计划.xlsx", PlanFiles.xlsx(table, "计划"));

    assertThatExceptionOfType(PlanFileRefused.class).isThrownBy(() -> plans.importPlan(file, OFFICE))
        .withMessageContaining("第59行（序号64）“发起部门”");
    assertThat(List.of("annual_plan", "plan_item", "scope")).allSatisfy(name ->
        assertThat(jdbc.sql("select count(*) from " + name).query(Integer.class).single()).isZero());
  }

  @Test
  @DisplayName("存到一半出错，前面的也不留")
  void storesNothingWhenItFailsHalfWay() {
    jdbc.sql("alter table plan_item add constraint fails_half_way check (row_no <> 64)").update();
    try {
      assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(this::import2024);

      assertThat(List.of("annual_plan", "plan_item", "scope")).allSatisfy(name ->
          assertThat(jdbc.sql("select count(*) from " + name).query(Integer.class).single()).isZero());
    } finally {
      jdbc.sql("alter table plan_item drop constraint fails_half_way").update();
    }
  }

  @Test
  @DisplayName("公布后即为当年计划，记录审核意见、何时何人")
  void publishes() {
    long id = import2024();

    plans.publish(id, "同意公布", OTHER);

    AnnualPlan plan = plans.published(2024).orElseThrow();
    assertThat(plan.id()).isEqualTo(id);
    assertThat(plan.status()).isEqualTo(PlanStatus.PUBLISHED);
    assertThat(plan.examined()).isEqualTo(new AnnualPlan.Examination(clock.instant(), "bgs02", "同意公布"));
    assertThat(plan.version()).isEqualTo(1);
    assertThat(plans.published(2025)).isEmpty();
  }

  @Test
  @Clause("二-3")
  @DisplayName("已公布或已作废的计划不能再公布、再作废，并说明当前状态")
  void changesOnlyDrafts() {
    long published = import2024();
    plans.publish(published, null, OFFICE);
    long discarded = import2024();
    plans.discard(discarded, "重复导入", OFFICE);

    assertThat(plans.get(discarded).status()).isEqualTo(PlanStatus.DISCARDED);
    assertThat(plans.get(discarded).examined().note()).isEqualTo("重复导入");
    for (Runnable again : List.<Runnable>of(
        () -> plans.publish(published, null, OFFICE), () -> plans.discard(published, null, OFFICE))) {
      assertThatExceptionOfType(PlanMustBeDraft.class).isThrownBy(again::run)
          .withMessageContaining("已公布").withMessageContaining("备案");
    }
    for (Runnable again : List.<Runnable>of(
        () -> plans.publish(discarded, null, OFFICE), () -> plans.discard(discarded, null, OFFICE))) {
      assertThatExceptionOfType(PlanMustBeDraft.class).isThrownBy(again::run)
          .withMessageContaining("已作废").withMessageContaining("重新导入");
    }
    assertThat(plans.get(published).version()).isEqualTo(1);
  }

  @Test
  @DisplayName("一年只有一份公布的计划")
  void oneYearHasOnePublishedPlan() {
    plans.publish(import2024(), null, OFFICE);
    long second = import2024();

    assertThatExceptionOfType(OnePublishedPlanPerYear.class).isThrownBy(() -> plans.publish(second, null, OFFICE))
        .withMessageContaining("2024年度已有公布的抽查计划");
    assertThat(plans.get(second).status()).isEqualTo(PlanStatus.DRAFT);
  }

  @Test
  @DisplayName("同时办理同一份计划，只有一人成功，其余得到说明")
  void onlyOneOfManyExaminesAPlan() throws Exception {
    long id = import2024();

    List<Throwable> failures = atTheSameTime(List.of(
        () -> plans.publish(id, "甲", OFFICE), () -> plans.discard(id, "乙", OTHER),
        () -> plans.publish(id, "丙", OFFICE), () -> plans.discard(id, "丁", OTHER)));

    assertThat(failures).hasSize(3).allSatisfy(failure -> assertThat(failure).isInstanceOfAny(
        ChangedMeanwhile.class, PlanMustBeDraft.class, OnePublishedPlanPerYear.class));
    assertThat(plans.get(id).version()).isEqualTo(1);
  }

  @Test
  @DisplayName("同时公布同年的两份计划，只有一份成功")
  void onlyOneOfTwoPlansIsPublished() throws Exception {
    long first = import2024();
    long second = import2024();

    List<Throwable> failures = atTheSameTime(List.of(
        () -> plans.publish(first, null, OFFICE), () -> plans.publish(second, null, OTHER)));

    assertThat(failures).singleElement().isInstanceOf(OnePublishedPlanPerYear.class);
    assertThat(plans.published(2024)).isPresent();
  }

  private static List<Throwable> atTheSameTime(List<Runnable> actions) throws Exception {
    CyclicBarrier start = new CyclicBarrier(actions.size());
    ExecutorService pool = Executors.newFixedThreadPool(actions.size());
    try {
      List<Callable<Throwable>> calls = actions.stream().<Callable<Throwable>>map(action -> () -> {
        start.await();
        return catchThrowable(action::run);
      }).toList();
      List<Throwable> failures = new ArrayList<>();
      for (Future<Throwable> result : pool.invokeAll(calls)) {
        if (result.get() != null) {
          failures.add(result.get());
        }
      }
      return failures;
    } finally {
      pool.shutdownNow();
    }
  }
}
