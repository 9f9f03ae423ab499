package cn.jointinspection.process.planadjustment;

/** Names used in {@code plan-adjustment.bpmn}; its business key is {@code TZ-} and the application's number. */
public final class PlanAdjustmentProcess {

  public static final String KEY = "plan-adjustment";

  /** What the start form hands over, a JSON text; gone once the application is kept. */
  public static final String VARIABLE_ADJUSTMENT = "adjustment";
  public static final String VARIABLE_ADJUSTMENT_ID = "adjustmentId";
  public static final String VARIABLE_JOINT_INSPECTION_ID = "jointInspectionId";
  public static final String VARIABLE_DEPARTMENT = "department";
  public static final String VARIABLE_FILED = "filed";
  public static final String VARIABLE_ASKED_AGAIN = "askedAgain";

  public static final String EVENT_ADJUSTMENT_REQUESTED = "event_adjustmentRequested";
  public static final String GATEWAY_JOIN_REVIEW = "gateway_joinReview";
  public static final String USER_TASK_REVIEW_ADJUSTMENT = "userTask_reviewAdjustment";
  public static final String EVENT_REVIEW_DEADLINE = "event_reviewDeadline";
  public static final String EVENT_REVIEW_ESCALATED = "event_reviewEscalated";
  public static final String GATEWAY_FILED = "gateway_filed";
  public static final String SERVICE_TASK_APPLY_ADJUSTMENT = "serviceTask_applyAdjustment";
  public static final String EVENT_ADJUSTMENT_FILED = "event_adjustmentFiled";
  public static final String USER_TASK_ANSWER_REFUSAL = "userTask_answerRefusal";
  public static final String EVENT_ANSWER_DEADLINE = "event_answerDeadline";
  public static final String EVENT_ANSWER_ESCALATED = "event_answerEscalated";
  public static final String GATEWAY_ASKED_AGAIN = "gateway_askedAgain";
  public static final String EVENT_REFUSAL_NOTED = "event_refusalNoted";

  private PlanAdjustmentProcess() {}
}
