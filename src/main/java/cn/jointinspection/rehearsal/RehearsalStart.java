package cn.jointinspection.rehearsal;

import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanFile;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.registry.intake.CountyFolder;
import cn.jointinspection.registry.intake.CountyLoad;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an empty rehearsal with the sample county and its published 2024 plan, and says at each start how to get in. */
@Component
@Profile("rehearsal")
class RehearsalStart {

  private static final Logger LOG = LoggerFactory.getLogger(RehearsalStart.class);
  private static final int YEAR = 2024;
  private static final String DIVISION = "140826";
  private static final String PLAN_FILE = "plan-2024.csv";

  private final CountyLoad county;
  private final RehearsalAccounts accounts;
  private final RehearsalPassword password;
  private final AnnualPlans plans;
  private final IdentityService identity;
  private final RuntimeService runtime;
  private final TaskService tasks;

  RehearsalStart(CountyLoad county, RehearsalAccounts accounts, RehearsalPassword password, AnnualPlans plans,
      IdentityService identity, RuntimeService runtime, TaskService tasks) {
    this.county = county;
    this.accounts = accounts;
    this.password = password;
    this.plans = plans;
    this.identity = identity;
    this.runtime = runtime;
    this.tasks = tasks;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(20)
  void start() {
    if (plans.published(YEAR).isEmpty()) {
      Actor office = new Actor(RehearsalAccounts.OFFICE_ACCOUNT, "领导小组办公室经办", Set.of(Groups.OFFICE));
      long planId = plans.importPlan(new PlanFile(PLAN_FILE, planBytes(), DIVISION, "绛县", YEAR,
          "绛县市场监管领域2024年度部门联合双随机“一业一查”抽查工作计划", "绛双随机办〔2024〕2号"), office);
      if (county.mayBegin()) {
        county.load(CountyFolder.sample(), RehearsalAccounts.REHEARSAL, LOG::debug);
        accounts.open(password.value());
      }
      publish(planId);
    }
    // A rehearsal that an earlier version began has accounts, but nobody in the roster yet.
    accounts.create(password.value());
    LOG.info("""

        演练环境已就绪：http://localhost:8080/
          工作人员入口  /camunda/app/tasklist/      进度监督入口  /camunda/app/cockpit/
          账号  <部门代码>Staff 经办，<部门代码>Reviewer 审核（如 gajStaff、gajReviewer）；
                bgsStaff 领导小组办公室，jjjcStaff 纪检监察，registrar 名录登记，admin 系统管理；
                检查人员用本人执法证号登录（抽中后在任务中显示）
          所有演练账号的口令  {}
        """, password.value());
  }

  /** The office examines the plan as it would by hand, so that this step too is on record. */
  private void publish(long planId) {
    identity.setAuthentication(RehearsalAccounts.OFFICE_ACCOUNT, List.of(Groups.OFFICE, Groups.STAFF));
    try {
      String instance = runtime.startProcessInstanceByKey(AnnualPlanProcess.KEY, DIVISION + "-" + YEAR,
          Map.of(AnnualPlanProcess.VARIABLE_PLAN_ID, String.valueOf(planId))).getId();
      Task examine = tasks.createTaskQuery().processInstanceId(instance).singleResult();
      tasks.complete(examine.getId(), Map.of("form", "{\"approve\":true,\"note\":\"演练：按印发的计划批准\"}"));
    } finally {
      identity.clearAuthentication();
    }
  }

  private static byte[] planBytes() {
    try (InputStream plan = RehearsalStart.class.getResourceAsStream("/reference/" + PLAN_FILE)) {
      return plan.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
