package cn.jointinspection.process.registrychange;

/** Names used in {@code registry-change.bpmn}; its business key is the number of the change. */
public final class RegistryChangeProcess {

  public static final String KEY = "registry-change";

  public static final String MESSAGE_CHANGE_WITHDRAWN = "registryChangeWithdrawn";

  public static final String VARIABLE_CHANGE_ID = "changeId";
  public static final String VARIABLE_DEPARTMENT = "department";
  public static final String VARIABLE_USABLE = "usable";
  public static final String VARIABLE_APPROVED = "approved";
  public static final String VARIABLE_IN_FORCE = "inForce";

  public static final String EVENT_CHANGE_PROPOSED = "event_changeProposed";
  public static final String SERVICE_TASK_READ_FILE = "serviceTask_readFile";
  public static final String GATEWAY_USABLE = "gateway_usable";
  public static final String EVENT_FILE_REFUSED = "event_fileRefused";
  public static final String GATEWAY_JOIN_APPROVAL = "gateway_joinApproval";
  public static final String USER_TASK_APPROVE_REGISTRY_CHANGE = "userTask_approveRegistryChange";
  public static final String EVENT_APPROVAL_DEADLINE = "event_approvalDeadline";
  public static final String EVENT_APPROVAL_ESCALATED = "event_approvalEscalated";
  public static final String EVENT_CHANGE_WITHDRAWN = "event_changeWithdrawn";
  public static final String EVENT_WITHDRAWN = "event_withdrawn";
  public static final String GATEWAY_APPROVED = "gateway_approved";
  public static final String EVENT_CHANGE_REJECTED = "event_changeRejected";
  public static final String SERVICE_TASK_PUT_IN_FORCE = "serviceTask_putInForce";
  public static final String GATEWAY_IN_FORCE = "gateway_inForce";
  public static final String EVENT_CHANGE_IN_FORCE = "event_changeInForce";

  private RegistryChangeProcess() {}
}
