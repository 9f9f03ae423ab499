package cn.jointinspection.process;

import static cn.jointinspection.process.County.HOTELS;
import static cn.jointinspection.process.County.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanFile;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * What one joint inspection costs by its number of objects, from launch to publication, through the real engine, forms,
 * services and authorisations: people work in two threads, the job executor has two more. Beside it the bare engine
 * does as many user tasks, in a row and on the same model. Not among the tests: {@code ./mvnw -q test -Dtest=ScaleBenchmark -Dsizes=100,100,1000,10000}.
 */
@DisplayName("一次联合抽查的规模")
@Import(OptimisticLockCount.class)
@TestPropertySource(properties = {
    "camunda.bpm.job-execution.enabled=true", "camunda.bpm.job-execution.core-pool-size=2",
    "camunda.bpm.job-execution.max-pool-size=2", "joint-inspection.embedded.database=scale_benchmark",
    "logging.level.root=warn", "room-guard=false"})
class ScaleBenchmark extends Journey {

  private static final List<String> TAKING = List.of("gaj", "xfd");
  private static final int INSPECTORS = 40;
  /** One notice; check, result and review by each department. */
  private static final int TASKS_PER_OBJECT = 1 + 3 * TAKING.size();
  /** So many are enough to know the bare engine's rate on our model. */
  private static final int ENOUGH = 1000;
  private static final String PLAN = "地市,序号,抽查任务名称,抽查事项,抽查对象范围,抽查比例及频次,智慧监管（信用风险分类）要求,"
      + "抽查起止时间,发起部门,配合部门,抽查模式\n"
      + "示例县,8,2024年度对旅馆的双随机抽查,旅馆业治安检查," + HOTELS + ",100%；1次/年,\"根据企业信用风险分类结果,"
      + "对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次。\",3月-11月,公安局,消防队,县抽县查\n";

  @Autowired AnnualPlans plans;
  @Autowired DataSource dataSource;
  @Autowired OptimisticLockCount conflicts;
  /** Seconds of the last round of reminders. */
  private double round;

  /** The first one warms the JVM up and is measured again. */
  static IntStream sizes() {
    return Arrays.stream(System.getProperty("sizes", "100,100,1000,10000").split(",")).mapToInt(Integer::parseInt);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void oneJointInspection(int size) throws Exception {
    TAKING.forEach(department -> county.inspectors(department, INSPECTORS));
    TAKING.forEach(department -> county.account(department + "Reviewer1", department + "Review"));
    county.hotels(size / 4, size / 4, size / 4, size - size / 4 * 3);
    jdbc.sql("analyze").update();
    planPublished();
    await(() -> !allTasks(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION).isEmpty());

    conflicts.reset();
    Measured whole = Measured.start();
    untilDrawn();
    double drawn = whole.seconds();
    objectsStarted(size);
    double started = whole.seconds();
    inspect(size);
    whole.stop();

    double seconds = whole.seconds() - round;
    double rate = size * TASKS_PER_OBJECT / seconds;
    double chain;
    double model;
    try (var bare = new BareEngine(dataSource)) {
      chain = bare.chain(size, TASKS_PER_OBJECT);
      model = bare.objectInspections(Math.min(size, ENOUGH));
    }
    System.out.printf("%,6d objects: %.1f s (drawn after %.1f s, started after %.1f s); "
            + "%.1f ms and %.1f ms CPU per object; heap peak %,d MB, after collection %,d MB; "
            + "%d conflicts, of them %d before a person; %.0f tasks/s; bare engine, as many tasks in a row: %.0f tasks/s, "
            + "%.2f; on the same model: %.0f tasks/s, %.2f; reminding of %,d open checks took %.1f s more%n",
        size, seconds, drawn, started, seconds * 1000 / size, whole.cpuSeconds() * 1000 / size,
        whole.heapPeak() >> 20, whole.heapAfterCollection() >> 20, conflicts.all(), conflicts.beforePeople(), rate,
        chain, rate / chain, model, rate / model, size * TAKING.size(), round);
    assertThat(management.createJobQuery().noRetriesLeft().count()).as("failures nobody retries").isZero();
    assertThat(conflicts.beforePeople()).as("failures a person must retry").isZero();
    assertThat(one("select count(*) from disclosure")).isEqualTo(String.valueOf(size * TAKING.size()));
  }

  @Override
  protected ProcessInstance planPublished() {
    as("bgsStaff1", "bgs");
    county.startPlan(plans.importPlan(new PlanFile("plan.csv", PLAN.getBytes(StandardCharsets.UTF_8), "140826", "示例县",
        2024, "示例年度计划", null), OFFICE));
    complete(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN), Map.of("approve", true));
    identity.clearAuthentication();
    runAsyncSteps();
    return instance(JointInspectionProcess.KEY, County.INSPECTION);
  }

  private void untilDrawn() {
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), Map.of(
        "scheme", "示例方案", "methods", List.of("ON_SITE"), "checkFrom", "2024-04-08", "checkUntil", "2024-05-31",
        "publicKind", "none", "publicSource", "",
        "teams", TAKING.stream().map(d -> Map.of("department", d, "count", 2)).toList()));
    cosign("xfd", true);
    await(() -> allTasks(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE).size() == TAKING.size());
    TAKING.forEach(this::contribute);
    await(() -> allTasks(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT).size() == TAKING.size());
  }

  private void objectsStarted(int size) {
    TAKING.forEach(department -> accept(department, true));
    await(() -> one("select count(*) from object_inspection where status = 'STARTED'").equals(String.valueOf(size)));
    runAsyncSteps();
  }

  /** The one morning on which every check is reminded of; people work on a day before. */
  private void remindedOfAll(int checks) {
    Measured measured = Measured.start();
    remindersOf(LocalDate.of(2024, 5, 24));
    measured.stop();
    round = measured.seconds();
    assertThat(remindedBefore("check")).hasSize(checks);
    at(LocalDateTime.of(2024, 4, 10, 17, 0));
  }

  private void inspect(int size) throws Exception {
    at(LocalDateTime.of(2024, 4, 9, 9, 0));
    everybody(arrived(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE, size), Task::getAssignee,
        task -> Map.of("kind", "WRITTEN", "text", "示例通知", "visitOn", "2024-04-10"));
    at(LocalDateTime.of(2024, 4, 10, 17, 0));
    List<Task> checks = arrived(ObjectInspectionProcess.USER_TASK_RECORD_CHECK, size * TAKING.size());
    remindedOfAll(checks.size());
    Map<String, List<String>> candidates = candidates();
    everybody(checks, Task::getAssignee, task ->
        checked(candidates.get(task.getId()).stream().map(County::certificate).toList()));
    everybody(arrived(ObjectInspectionProcess.USER_TASK_ENTER_RESULT, size * TAKING.size()), Task::getAssignee,
        task -> Map.of("results", List.of(Map.of("code", "NO_PROBLEM")), "followUps", List.of(Map.of("code", "NONE"))));
    List<Task> reviews = arrived(ObjectInspectionProcess.USER_TASK_REVIEW_RESULT, size * TAKING.size());
    Map<String, List<String>> groups = candidates();
    everybody(reviews, task -> groups.get(task.getId()).get(0).replace("Review", "Reviewer1"),
        task -> Map.of("approve", true));
    await(() -> !allTasks(JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE).isEmpty());
  }

  private List<Task> arrived(String taskKey, int number) {
    await(() -> tasks.createTaskQuery().taskDefinitionKey(taskKey).count() == number);
    return allTasks(taskKey);
  }

  /** Accounts or groups by task: what people read from the form is read here for all at once. */
  private Map<String, List<String>> candidates() {
    Map<String, List<String>> candidates = new HashMap<>();
    jdbc.sql("select task_id_, coalesce(user_id_, group_id_) from act_ru_identitylink where type_ = 'candidate'")
        .query(row -> {
          candidates.computeIfAbsent(row.getString(1), task -> new ArrayList<>()).add(row.getString(2));
        });
    return candidates;
  }

  /** Two people at a time, each as himself. */
  private void everybody(List<Task> all, Function<Task, String> person, Function<Task, Map<String, Object>> answers)
      throws Exception {
    BareEngine.inTwoThreads(all, task -> {
      identity.clearAuthentication();
      String user = person.apply(task);
      Map<String, Object> filled = answers.apply(task);
      identity.setAuthentication(user,
          List.of(user.endsWith("Reviewer1") ? user.substring(0, 3) + "Review" : "inspectors"));
      conflicts.asPerson(() -> {
        if (task.getAssignee() == null) {
          tasks.claim(task.getId(), user);
        }
        complete(task, filled);
      });
      identity.clearAuthentication();
    });
  }

  private static Map<String, Object> checked(List<String> present) {
    return Map.of("objectGone", false, "check", Map.of(
        "method", "ON_SITE", "checkedOn", "2024-04-10", "record", "示例记录", "present", present,
        "findings", List.of(Map.of("matter", "旅馆业治安检查", "outcome", "NO_PROBLEM"))));
  }

  /** The job executor does them; this only waits. */
  @Override
  protected void runAsyncSteps() {
    await(() -> management.createJobQuery().messages().withRetriesLeft().count() == 0);
  }

  private static void await(BooleanSupplier come) {
    long patience = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
    while (!come.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waits for an hour").isLessThan(patience);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
