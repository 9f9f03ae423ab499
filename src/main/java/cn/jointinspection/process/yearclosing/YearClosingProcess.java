package cn.jointinspection.process.yearclosing;

/** Names used in {@code year-closing.bpmn}; its business key is {@code NM-<year>}. */
public final class YearClosingProcess {

  public static final String KEY = "year-closing";

  public static final String VARIABLE_YEAR = "year";
  public static final String VARIABLE_ANYTHING_LEFT = "anythingLeft";

  public static final String EVENT_COUNTDOWN_BEGAN = "event_countdownBegan";
  public static final String USER_TASK_WATCH_YEAR_END = "userTask_watchYearEnd";
  public static final String EVENT_YEAR_OVER = "event_yearOver";
  public static final String GATEWAY_JOIN_CLOSING = "gateway_joinClosing";
  public static final String SERVICE_TASK_CLOSE_YEAR = "serviceTask_closeYear";
  public static final String GATEWAY_ANYTHING_LEFT = "gateway_anythingLeft";
  public static final String EVENT_ALL_PUBLISHED = "event_allPublished";
  public static final String USER_TASK_CONFIRM_CLOSING = "userTask_confirmClosing";
  public static final String EVENT_CONFIRM_CLOSING_DEADLINE = "event_confirmClosingDeadline";
  public static final String EVENT_CONFIRM_CLOSING_ESCALATED = "event_confirmClosingEscalated";
  public static final String EVENT_LIST_CONFIRMED = "event_listConfirmed";

  private YearClosingProcess() {}
}
