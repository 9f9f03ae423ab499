package cn.jointinspection.process;

import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanFile;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.ObjectDraft;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RiskClass;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The object mother of process tests: an invented county with hotels, inspectors and a plan of one item. */
@TestComponent
public class County {

  public static final Actor OFFICE = new Actor("bgsStaff1", "示例办公室", Set.of("bgs"));
  /** Of every account made here. */
  public static final String PASSWORD = "Sample-Pass-2024";
  public static final String HOTELS = "本辖区各类旅馆";
  /** Plan item 8: 公安局 with 市场监管局, 卫生监督所 and 消防队. */
  public static final String INSPECTION = "140826-2024-008";
  public static final List<String> DEPARTMENTS = List.of("gaj", "scjgj", "wsjds", "xfd");

  private static final String HEAD = "地市,序号,抽查任务名称,抽查事项,抽查对象范围,抽查比例及频次,智慧监管（信用风险分类）要求,"
      + "抽查起止时间,发起部门,配合部门,抽查模式\n";
  private static final String ITEM_8 = "示例县,8,2024年度对旅馆业从业单位的双随机抽查,旅馆业从业单位取得许可证及其他情况的检查,"
      + HOTELS + ",抽查比例不低于30%；1次/年,\"根据企业信用风险分类结果,对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次。\","
      + "3月-11月,公安局,市场监管局、卫生监督所、消防队,县抽县查\n";
  /** Invented: 市场监管局 with 公安局, in June. */
  private static final String ITEM_9 = "示例县,9,2024年度对旅馆价格的双随机抽查,旅馆明码标价情况的检查,"
      + HOTELS + ",抽查比例不低于10%；1次/年,\"根据企业信用风险分类结果,对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次。\","
      + "6月-9月,市场监管局,公安局,县抽县查\n";

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final AnnualPlans plans;
  private final InspectionObjects objects;
  private final Inspectors inspectors;
  private final Accounts accounts;

  County(JdbcClient jdbc, RuntimeService runtime, ManagementService management, AnnualPlans plans,
      InspectionObjects objects, Inspectors inspectors, Accounts accounts) {
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.management = management;
    this.plans = plans;
    this.objects = objects;
    this.inspectors = inspectors;
    this.accounts = accounts;
  }

  void clear() {
    for (ProcessInstance instance : runtime.createProcessInstanceQuery().rootProcessInstances().list()) {
      runtime.deleteProcessInstance(instance.getId(), "test");
    }
    String tables = String.join(", ", jdbc.sql("""
        select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename not like 'act\\_%'
          and tablename not in ('flyway_schema_history', 'department', 'department_alias', 'holiday', 'holiday_year',
                                'result_code', 'result_risk', 'registry_history')
        """).query(String.class).list());
    jdbc.sql("truncate " + tables + " restart identity cascade").update();
    aliasesAsShipped();
  }

  private void aliasesAsShipped() {
    jdbc.sql("delete from department_alias where added_at is not null").update();
    jdbc.sql("update department_alias set removed_at = null, removed_by = null, removed_by_name = null").update();
  }

  void account(String user, String... groups) {
    accounts.create(user, "示例", user, PASSWORD, List.of(groups));
  }

  /** So many hotels of each class, all in force. */
  public void hotels(int a, int b, int c, int d) {
    List<ObjectDraft> drafts = new ArrayList<>();
    int[] sizes = {a, b, c, d};
    for (RiskClass riskClass : RiskClass.values()) {
      for (int i = 1; i <= sizes[riskClass.ordinal()]; i++) {
        drafts.add(hotel(riskClass.name() + "%03d".formatted(i), riskClass));
      }
    }
    objects.put(drafts, OFFICE);
  }

  private static ObjectDraft hotel(String number, RiskClass riskClass) {
    return new ObjectDraft("140826:" + number, "示例旅馆" + number, null, number, "旅馆", "示例路" + number + "号", null,
        riskClass, ObjectStatus.IN_FORCE, Set.of(HOTELS));
  }

  /** So many inspectors in each of the four departments; their accounts are {@code gaj01}, {@code gaj02}..., their certificate numbers are not. */
  public void inspectors(int eachDepartment) {
    DEPARTMENTS.forEach(department -> inspectors(department, eachDepartment));
  }

  public void inspectors(String department, int number) {
    List<Inspector> team = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      String id = department + "%02d".formatted(i);
      team.add(new Inspector(certificate(id), "示例" + id, department, id, LocalDate.of(2025, 12, 31), List.of(), true, 0));
      account(id, "inspectors");
    }
    inspectors.put(team, OFFICE);
  }

  /** 执法证号 of the inspector with this account. */
  public static String certificate(String account) {
    return "ZF-" + account;
  }

  /** Imports the plan of one item as a draft. */
  public long importPlan() {
    return importRows(ITEM_8);
  }

  /** Imports a plan of two items, of different departments and windows, as a draft. */
  public long importPlanOfTwo() {
    return importRows(ITEM_8 + ITEM_9);
  }

  private long importRows(String rows) {
    return plans.importPlan(new PlanFile("plan.csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8), "140826", "示例县",
        2024, "示例年度计划", null), OFFICE);
  }

  /** Starts the plan's process on the draft, as the signed-in person. */
  public ProcessInstance startPlan(long planId) {
    return runtime.startProcessInstanceByKey(AnnualPlanProcess.KEY, "140826-2024",
        Map.of(AnnualPlanProcess.VARIABLE_PLAN_ID, String.valueOf(planId)));
  }
}
