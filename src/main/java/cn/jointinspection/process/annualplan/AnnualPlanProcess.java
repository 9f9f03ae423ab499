package cn.jointinspection.process.annualplan;

/** Names used in {@code annual-plan.bpmn}; its business key is {@code division-year}. */
public final class AnnualPlanProcess {

  public static final String KEY = "annual-plan";

  public static final String VARIABLE_PLAN_ID = "planId";
  public static final String VARIABLE_INITIATOR = "initiator";
  public static final String VARIABLE_PLAN_APPROVED = "planApproved";

  public static final String EVENT_PLAN_IMPORTED = "event_planImported";
  public static final String USER_TASK_EXAMINE_PLAN = "userTask_examinePlan";
  public static final String EVENT_EXAMINE_DEADLINE = "event_examineDeadline";
  public static final String EVENT_EXAMINE_ESCALATED = "event_examineEscalated";
  public static final String GATEWAY_PLAN_APPROVED = "gateway_planApproved";
  public static final String SERVICE_TASK_START_JOINT_INSPECTIONS = "serviceTask_startJointInspections";
  public static final String EVENT_PLAN_IN_FORCE = "event_planInForce";
  public static final String EVENT_PLAN_DISCARDED = "event_planDiscarded";

  private AnnualPlanProcess() {}
}
