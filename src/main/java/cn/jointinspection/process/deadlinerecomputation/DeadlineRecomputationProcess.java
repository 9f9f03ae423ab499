package cn.jointinspection.process.deadlinerecomputation;

/** Names used in {@code deadline-recomputation.bpmn}; its business key is the number of the recomputation. */
public final class DeadlineRecomputationProcess {

  public static final String KEY = "deadline-recomputation";

  public static final String MESSAGE_LIMITS_REPLACED = "limitsReplaced";

  public static final String VARIABLE_RECOMPUTATION_ID = "recomputationId";
  public static final String VARIABLE_MORE_TO_PREVIEW = "moreToPreview";
  public static final String VARIABLE_ANY_CHANGE = "anyChange";
  public static final String VARIABLE_RECOMPUTE = "recompute";
  public static final String VARIABLE_MORE_TO_APPLY = "moreToApply";

  public static final String EVENT_LIMITS_CHANGED = "event_limitsChanged";
  public static final String SERVICE_TASK_LIST_OPEN_WORK = "serviceTask_listOpenWork";
  public static final String GATEWAY_JOIN_PREVIEW = "gateway_joinPreview";
  public static final String SERVICE_TASK_PREVIEW_DEADLINES = "serviceTask_previewDeadlines";
  public static final String GATEWAY_MORE_TO_PREVIEW = "gateway_moreToPreview";
  public static final String GATEWAY_ANY_CHANGE = "gateway_anyChange";
  public static final String EVENT_NOTHING_TO_RECOMPUTE = "event_nothingToRecompute";
  public static final String USER_TASK_DECIDE_RECOMPUTATION = "userTask_decideRecomputation";
  public static final String EVENT_RECOMPUTE_DEADLINE = "event_recomputeDeadline";
  public static final String EVENT_RECOMPUTE_ESCALATED = "event_recomputeEscalated";
  public static final String GATEWAY_RECOMPUTE = "gateway_recompute";
  public static final String EVENT_OLD_DEADLINES_KEPT = "event_oldDeadlinesKept";
  public static final String GATEWAY_JOIN_APPLY = "gateway_joinApply";
  public static final String SERVICE_TASK_APPLY_DEADLINES = "serviceTask_applyDeadlines";
  public static final String GATEWAY_MORE_TO_APPLY = "gateway_moreToApply";
  public static final String EVENT_DEADLINES_RECOMPUTED = "event_deadlinesRecomputed";
  public static final String SUB_PROCESS_REPLACED = "subProcess_replaced";
  public static final String EVENT_LIMITS_REPLACED = "event_limitsReplaced";
  public static final String EVENT_RECOMPUTATION_REPLACED = "event_recomputationReplaced";

  private DeadlineRecomputationProcess() {}
}
