package cn.jointinspection.process.morningdigest;

/** Names used in {@code morning-digest.bpmn}; it has no business key. */
public final class MorningDigestProcess {

  public static final String KEY = "morning-digest";

  public static final String EVENT_EIGHT_IN_THE_MORNING = "event_eightInTheMorning";
  public static final String SERVICE_TASK_SEND_DIGESTS = "serviceTask_sendDigests";
  public static final String EVENT_DIGESTS_SENT = "event_digestsSent";

  private MorningDigestProcess() {}
}
