package cn.jointinspection.process.publicdraw;

/** Names used in {@code public-draw.bpmn}; its business key is the joint inspection's id. */
public final class PublicDrawProcess {

  public static final String KEY = "public-draw";

  public static final String VARIABLE_JOINT_INSPECTION_ID = "jointInspectionId";
  public static final String VARIABLE_LEAD_DEPARTMENT = "leadDepartment";
  public static final String VARIABLE_DEPARTMENT = "department";
  public static final String VARIABLE_DRAW_ID = "drawId";
  public static final String VARIABLE_DRAW_OUTCOME = "drawOutcome";
  public static final String VARIABLE_PUBLIC_VALUE_NEED = "publicValueNeed";
  public static final String VARIABLE_ABANDON_DRAW = "abandonDraw";
  public static final String VARIABLE_VALUE_CONFIRMED = "valueConfirmed";
  public static final String VARIABLE_SHORTFALLS = "shortfalls";

  public static final String EVENT_DRAW_REQUESTED = "event_drawRequested";
  public static final String SERVICE_TASK_FREEZE_DRAW = "serviceTask_freezeDraw";
  public static final String GATEWAY_ANY_CANDIDATES = "gateway_anyCandidates";
  public static final String SUB_PROCESS_CONTRIBUTE = "subProcess_contribute";
  public static final String EVENT_CONTRIBUTIONS_OPENED = "event_contributionsOpened";
  public static final String USER_TASK_CONTRIBUTE_NONCE = "userTask_contributeNonce";
  public static final String EVENT_CONTRIBUTE_DEADLINE = "event_contributeDeadline";
  public static final String EVENT_CONTRIBUTION_MISSING = "event_contributionMissing";
  public static final String EVENT_CONTRIBUTED = "event_contributed";
  public static final String SERVICE_TASK_CLOSE_CONTRIBUTIONS = "serviceTask_closeContributions";
  public static final String GATEWAY_VALUE_NEEDED = "gateway_valueNeeded";
  public static final String USER_TASK_ENTER_PUBLIC_VALUE = "userTask_enterPublicValue";
  public static final String EVENT_PUBLIC_VALUE_DEADLINE = "event_publicValueDeadline";
  public static final String EVENT_PUBLIC_VALUE_ESCALATED = "event_publicValueEscalated";
  public static final String GATEWAY_DRAW_ABANDONED = "gateway_drawAbandoned";
  public static final String USER_TASK_CONFIRM_PUBLIC_VALUE = "userTask_confirmPublicValue";
  public static final String EVENT_WITNESS_DEADLINE = "event_witnessDeadline";
  public static final String EVENT_WITNESS_ESCALATED = "event_witnessEscalated";
  public static final String GATEWAY_VALUE_CONFIRMED = "gateway_valueConfirmed";
  public static final String SERVICE_TASK_DRAW_LOTS = "serviceTask_drawLots";
  public static final String GATEWAY_SHORTFALL = "gateway_shortfall";
  public static final String USER_TASK_RESOLVE_SHORTFALLS = "userTask_resolveShortfalls";
  public static final String EVENT_SHORTFALL_DEADLINE = "event_shortfallDeadline";
  public static final String EVENT_SHORTFALL_ESCALATED = "event_shortfallEscalated";
  public static final String SERVICE_TASK_RECORD_DRAW = "serviceTask_recordDraw";
  public static final String SERVICE_TASK_ABANDON_DRAW = "serviceTask_abandonDraw";
  public static final String EVENT_DRAWN = "event_drawn";
  public static final String EVENT_ABANDONED = "event_abandoned";
  public static final String EVENT_NO_CANDIDATES = "event_noCandidates";
  public static final String GATEWAY_JOIN_ABANDON = "gateway_joinAbandon";
  public static final String GATEWAY_JOIN_RECORD = "gateway_joinRecord";
  public static final String GATEWAY_JOIN_LOTS = "gateway_joinLots";
  public static final String GATEWAY_JOIN_VALUE = "gateway_joinValue";

  private PublicDrawProcess() {}
}
