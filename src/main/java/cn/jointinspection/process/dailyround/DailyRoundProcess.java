package cn.jointinspection.process.dailyround;

/** Names used in {@code daily-round.bpmn}; it has no business key. */
public final class DailyRoundProcess {

  public static final String KEY = "daily-round";

  public static final String EVENT_MORNING_CAME = "event_morningCame";
  public static final String GATEWAY_ALL_AT_ONCE = "gateway_allAtOnce";
  public static final String SERVICE_TASK_RAISE_PRIORITIES = "serviceTask_raisePriorities";
  public static final String EVENT_PRIORITIES_RAISED = "event_prioritiesRaised";
  public static final String SERVICE_TASK_REMIND_OF_DUE = "serviceTask_remindOfDue";
  public static final String EVENT_ALL_REMINDED = "event_allReminded";
  public static final String SERVICE_TASK_COUNT_DOWN = "serviceTask_countDown";
  public static final String EVENT_COUNTED_DOWN = "event_countedDown";
  public static final String SERVICE_TASK_ANNOUNCE_CERTIFICATES = "serviceTask_announceCertificates";
  public static final String EVENT_CERTIFICATES_ANNOUNCED = "event_certificatesAnnounced";

  private DailyRoundProcess() {}
}
