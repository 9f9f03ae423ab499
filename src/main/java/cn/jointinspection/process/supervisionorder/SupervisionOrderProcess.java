package cn.jointinspection.process.supervisionorder;

/** Names used in {@code supervision-order.bpmn}; its business key is the number of the order. */
public final class SupervisionOrderProcess {

  public static final String KEY = "supervision-order";

  public static final String VARIABLE_SUPERVISION_ORDER_ID = "supervisionOrderId";
  public static final String VARIABLE_JOINT_INSPECTION_ID = "jointInspectionId";
  public static final String VARIABLE_DEPARTMENT = "department";
  public static final String VARIABLE_SUPERVISOR = "supervisor";
  public static final String VARIABLE_ASKED_AGAIN = "askedAgain";

  public static final String EVENT_LATENESS_FOUND = "event_latenessFound";
  public static final String GATEWAY_JOIN_EXPLANATION = "gateway_joinExplanation";
  public static final String USER_TASK_EXPLAIN_LATENESS = "userTask_explainLateness";
  public static final String EVENT_EXPLAIN_DEADLINE = "event_explainDeadline";
  public static final String GATEWAY_BEING_DECIDED = "gateway_beingDecided";
  public static final String EVENT_EXPLANATION_ADDED = "event_explanationAdded";
  public static final String GATEWAY_JOIN_DECISION = "gateway_joinDecision";
  public static final String USER_TASK_DECIDE_SUPERVISION = "userTask_decideSupervision";
  public static final String EVENT_DECIDE_DEADLINE = "event_decideDeadline";
  public static final String EVENT_DECIDE_ESCALATED = "event_decideEscalated";
  public static final String GATEWAY_ASKED_AGAIN = "gateway_askedAgain";
  public static final String EVENT_ORDER_CLOSED = "event_orderClosed";

  private SupervisionOrderProcess() {}
}
