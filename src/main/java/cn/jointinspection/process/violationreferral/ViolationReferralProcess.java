package cn.jointinspection.process.violationreferral;

/** Names used in {@code violation-referral.bpmn}; its business key is the referral's id. */
public final class ViolationReferralProcess {

  public static final String KEY = "violation-referral";

  public static final String VARIABLE_REFERRAL_ID = "referralId";
  public static final String VARIABLE_JOINT_INSPECTION_ID = "jointInspectionId";
  public static final String VARIABLE_FROM_DEPARTMENT = "fromDepartment";
  public static final String VARIABLE_TO_DEPARTMENT = "toDepartment";
  public static final String VARIABLE_ACCEPTED = "accepted";
  public static final String VARIABLE_WITHDRAWN = "withdrawn";
  public static final String VARIABLE_OUTCOME_ACCEPTED = "outcomeAccepted";

  public static final String EVENT_VIOLATION_REFERRED = "event_violationReferred";
  public static final String GATEWAY_JOIN_LETTER = "gateway_joinLetter";
  public static final String USER_TASK_ISSUE_LETTER = "userTask_issueLetter";
  public static final String EVENT_LETTER_DEADLINE = "event_letterDeadline";
  public static final String EVENT_LETTER_ESCALATED = "event_letterEscalated";
  public static final String USER_TASK_RECEIVE_REFERRAL = "userTask_receiveReferral";
  public static final String EVENT_RECEIVE_DEADLINE = "event_receiveDeadline";
  public static final String EVENT_RECEIVE_ESCALATED = "event_receiveEscalated";
  public static final String GATEWAY_ACCEPTED = "gateway_accepted";
  public static final String USER_TASK_REDIRECT_REFERRAL = "userTask_redirectReferral";
  public static final String EVENT_REDIRECT_DEADLINE = "event_redirectDeadline";
  public static final String EVENT_REDIRECT_ESCALATED = "event_redirectEscalated";
  public static final String GATEWAY_WITHDRAWN = "gateway_withdrawn";
  public static final String EVENT_WITHDRAWN = "event_withdrawn";
  public static final String GATEWAY_JOIN_HANDLING = "gateway_joinHandling";
  public static final String USER_TASK_HANDLE_VIOLATION = "userTask_handleViolation";
  public static final String EVENT_HANDLE_DEADLINE = "event_handleDeadline";
  public static final String EVENT_HANDLE_ESCALATED = "event_handleEscalated";
  public static final String USER_TASK_ACKNOWLEDGE_OUTCOME = "userTask_acknowledgeOutcome";
  public static final String EVENT_ACKNOWLEDGE_DEADLINE = "event_acknowledgeDeadline";
  public static final String EVENT_ACKNOWLEDGE_ESCALATED = "event_acknowledgeEscalated";
  public static final String GATEWAY_OUTCOME_ACCEPTED = "gateway_outcomeAccepted";
  public static final String EVENT_REFERRAL_CLOSED = "event_referralClosed";

  private ViolationReferralProcess() {}
}
