package cn.jointinspection.process.objectinspection;

/** Names used in {@code object-inspection.bpmn}; its business key is {@code <joint inspection>/<visit number>}. */
public final class ObjectInspectionProcess {

  public static final String KEY = "object-inspection";

  public static final String MESSAGE_RECUSAL_REQUESTED = "recusalRequested";

  public static final String ERROR_OBJECT_GONE = "objectGone";

  public static final String VARIABLE_JOINT_INSPECTION_ID = "jointInspectionId";
  public static final String VARIABLE_OBJECT_INSPECTION_ID = "objectInspectionId";
  public static final String VARIABLE_LEAD_DEPARTMENT = "leadDepartment";
  public static final String VARIABLE_DEPARTMENT = "department";
  public static final String VARIABLE_OBJECT_GONE = "objectGone";
  public static final String VARIABLE_SUBSTITUTION_APPROVED = "substitutionApproved";
  public static final String VARIABLE_SUBSTITUTION_COUNTERSIGNED = "substitutionCountersigned";
  public static final String VARIABLE_RESULT_APPROVED = "resultApproved";

  public static final String EVENT_OBJECT_DRAWN = "event_objectDrawn";
  public static final String USER_TASK_GIVE_NOTICE = "userTask_giveNotice";
  public static final String EVENT_NOTICE_DEADLINE = "event_noticeDeadline";
  public static final String EVENT_NOTICE_ESCALATED = "event_noticeEscalated";
  public static final String GATEWAY_JOIN_CHECK = "gateway_joinCheck";
  public static final String SUB_PROCESS_CHECK = "subProcess_check";
  public static final String EVENT_CHECK_DUE = "event_checkDue";
  public static final String USER_TASK_RECORD_CHECK = "userTask_recordCheck";
  public static final String EVENT_CHECK_DEADLINE = "event_checkDeadline";
  public static final String EVENT_CHECK_ESCALATED = "event_checkEscalated";
  public static final String GATEWAY_OBJECT_GONE = "gateway_objectGone";
  public static final String EVENT_CHECK_RECORDED = "event_checkRecorded";
  public static final String EVENT_OBJECT_GONE = "event_objectGone";
  public static final String EVENT_SUBSTITUTION_REQUESTED = "event_substitutionRequested";
  public static final String USER_TASK_APPROVE_SUBSTITUTION = "userTask_approveSubstitution";
  public static final String EVENT_APPROVE_SUBSTITUTION_DEADLINE = "event_approveSubstitutionDeadline";
  public static final String EVENT_APPROVE_SUBSTITUTION_ESCALATED = "event_approveSubstitutionEscalated";
  public static final String GATEWAY_SUBSTITUTION_APPROVED = "gateway_substitutionApproved";
  public static final String USER_TASK_COUNTERSIGN_SUBSTITUTION = "userTask_countersignSubstitution";
  public static final String EVENT_COUNTERSIGN_SUBSTITUTION_DEADLINE = "event_countersignSubstitutionDeadline";
  public static final String EVENT_COUNTERSIGN_SUBSTITUTION_ESCALATED = "event_countersignSubstitutionEscalated";
  public static final String GATEWAY_SUBSTITUTION_COUNTERSIGNED = "gateway_substitutionCountersigned";
  public static final String GATEWAY_JOIN_REFUSED = "gateway_joinRefused";
  public static final String SERVICE_TASK_SUBSTITUTE_OBJECT = "serviceTask_substituteObject";
  public static final String EVENT_OBJECT_SUBSTITUTED = "event_objectSubstituted";
  public static final String SERVICE_TASK_COMPLETE_JOINT_CHECK = "serviceTask_completeJointCheck";
  public static final String SUB_PROCESS_PUBLISH = "subProcess_publish";
  public static final String EVENT_RESULT_DUE = "event_resultDue";
  public static final String GATEWAY_JOIN_ENTRY = "gateway_joinEntry";
  public static final String USER_TASK_ENTER_RESULT = "userTask_enterResult";
  public static final String EVENT_ENTER_DEADLINE = "event_enterDeadline";
  public static final String EVENT_ENTER_ESCALATED = "event_enterEscalated";
  public static final String USER_TASK_REVIEW_RESULT = "userTask_reviewResult";
  public static final String EVENT_REVIEW_DEADLINE = "event_reviewDeadline";
  public static final String EVENT_REVIEW_ESCALATED = "event_reviewEscalated";
  public static final String GATEWAY_RESULT_APPROVED = "gateway_resultApproved";
  public static final String SERVICE_TASK_PUBLISH_RESULT = "serviceTask_publishResult";
  public static final String GATEWAY_REFERRAL_NEEDED = "gateway_referralNeeded";
  public static final String SERVICE_TASK_OPEN_REFERRALS = "serviceTask_openReferrals";
  public static final String GATEWAY_JOIN_PUBLISHED = "gateway_joinPublished";
  public static final String EVENT_RESULT_PUBLISHED = "event_resultPublished";
  public static final String EVENT_PUBLISH_DEADLINE = "event_publishDeadline";
  public static final String EVENT_PUBLISH_ESCALATED = "event_publishEscalated";
  public static final String SERVICE_TASK_FINISH_OBJECT = "serviceTask_finishObject";
  public static final String EVENT_OBJECT_FINISHED = "event_objectFinished";
  public static final String SUB_PROCESS_RECUSAL = "subProcess_recusal";
  public static final String EVENT_RECUSAL_REQUESTED = "event_recusalRequested";
  public static final String USER_TASK_DECIDE_RECUSAL = "userTask_decideRecusal";
  public static final String EVENT_DECIDE_RECUSAL_DEADLINE = "event_decideRecusalDeadline";
  public static final String EVENT_DECIDE_RECUSAL_ESCALATED = "event_decideRecusalEscalated";
  public static final String GATEWAY_JOIN_TEAM = "gateway_joinTeam";
  public static final String SERVICE_TASK_UPDATE_TEAM = "serviceTask_updateTeam";
  public static final String GATEWAY_TEAM_COMPLETE = "gateway_teamComplete";
  public static final String USER_TASK_DESIGNATE_INSPECTOR = "userTask_designateInspector";
  public static final String EVENT_DESIGNATE_DEADLINE = "event_designateDeadline";
  public static final String EVENT_DESIGNATE_ESCALATED = "event_designateEscalated";
  public static final String EVENT_RECUSAL_SETTLED = "event_recusalSettled";

  private ObjectInspectionProcess() {}
}
