package cn.jointinspection.process.jointinspection;

/** Names used in {@code joint-inspection.bpmn}; its business key is the joint inspection's id. */
public final class JointInspectionProcess {

  public static final String KEY = "joint-inspection";

  public static final String MESSAGE_OBJECT_INSPECTIONS_FINISHED = "objectInspectionsFinished";
  /** Its plan item was cancelled by filing (二). */
  public static final String MESSAGE_PLAN_ITEM_CANCELLED = "planItemCancelled";

  public static final String VARIABLE_JOINT_INSPECTION_ID = "jointInspectionId";
  public static final String VARIABLE_LEAD_DEPARTMENT = "leadDepartment";
  public static final String VARIABLE_DEPARTMENT = "department";
  public static final String VARIABLE_SCHEME_RETURNED = "schemeReturned";
  public static final String VARIABLE_DRAW_OUTCOME = "drawOutcome";
  public static final String VARIABLE_MORE_OBJECTS = "moreObjects";

  public static final String EVENT_PLANNED = "event_planned";
  public static final String EVENT_WINDOW_OPENED = "event_windowOpened";
  public static final String USER_TASK_LAUNCH_INSPECTION = "userTask_launchInspection";
  public static final String EVENT_LAUNCH_DEADLINE = "event_launchDeadline";
  public static final String EVENT_LAUNCH_ESCALATED = "event_launchEscalated";
  public static final String SUB_PROCESS_COSIGN = "subProcess_cosign";
  public static final String EVENT_COSIGN_REQUESTED = "event_cosignRequested";
  public static final String USER_TASK_COSIGN_SCHEME = "userTask_cosignScheme";
  public static final String EVENT_COSIGN_DEADLINE = "event_cosignDeadline";
  public static final String EVENT_COSIGN_ESCALATED = "event_cosignEscalated";
  public static final String EVENT_COSIGNED = "event_cosigned";
  public static final String GATEWAY_ALL_AGREED = "gateway_allAgreed";
  public static final String USER_TASK_COORDINATE_COSIGN = "userTask_coordinateCosign";
  public static final String EVENT_COORDINATE_COSIGN_DEADLINE = "event_coordinateCosignDeadline";
  public static final String EVENT_COORDINATE_COSIGN_ESCALATED = "event_coordinateCosignEscalated";
  public static final String GATEWAY_SCHEME_RETURNED = "gateway_schemeReturned";
  public static final String CALL_ACTIVITY_PUBLIC_DRAW = "callActivity_publicDraw";
  public static final String GATEWAY_DRAW_OUTCOME = "gateway_drawOutcome";
  public static final String SUB_PROCESS_ACCEPT = "subProcess_accept";
  public static final String EVENT_ASSIGNMENT_SENT = "event_assignmentSent";
  public static final String USER_TASK_ACCEPT_ASSIGNMENT = "userTask_acceptAssignment";
  public static final String EVENT_ACCEPT_DEADLINE = "event_acceptDeadline";
  public static final String EVENT_ACCEPT_ESCALATED = "event_acceptEscalated";
  public static final String EVENT_ACCEPTED = "event_accepted";
  public static final String GATEWAY_ALL_ACCEPTED = "gateway_allAccepted";
  public static final String USER_TASK_COORDINATE_REFUSAL = "userTask_coordinateRefusal";
  public static final String EVENT_COORDINATE_REFUSAL_DEADLINE = "event_coordinateRefusalDeadline";
  public static final String EVENT_COORDINATE_REFUSAL_ESCALATED = "event_coordinateRefusalEscalated";
  public static final String SERVICE_TASK_START_OBJECT_INSPECTIONS = "serviceTask_startObjectInspections";
  public static final String GATEWAY_MORE_OBJECTS = "gateway_moreObjects";
  public static final String EVENT_OBJECTS_FINISHED = "event_objectsFinished";
  public static final String USER_TASK_CONFIRM_COMPLETE = "userTask_confirmComplete";
  public static final String EVENT_COMPLETE_DEADLINE = "event_completeDeadline";
  public static final String EVENT_COMPLETE_ESCALATED = "event_completeEscalated";
  public static final String SERVICE_TASK_ARCHIVE_INSPECTION = "serviceTask_archiveInspection";
  public static final String EVENT_ARCHIVED = "event_archived";
  public static final String SUB_PROCESS_CANCEL = "subProcess_cancel";
  public static final String EVENT_CANCELLATION_FILED = "event_cancellationFiled";
  public static final String EVENT_CANCELLED = "event_cancelled";
  public static final String GATEWAY_JOIN_CONFIRM = "gateway_joinConfirm";
  public static final String GATEWAY_JOIN_START = "gateway_joinStart";
  public static final String GATEWAY_JOIN_ACCEPT = "gateway_joinAccept";
  public static final String GATEWAY_JOIN_DRAW = "gateway_joinDraw";
  public static final String GATEWAY_JOIN_SCHEME = "gateway_joinScheme";

  private JointInspectionProcess() {}
}
