package cn.jointinspection.process.holidaytable;

/** Names used in {@code holiday-table.bpmn}; its business key says which year, in words. */
public final class HolidayTableProcess {

  public static final String KEY = "holiday-table";

  public static final String MESSAGE_HOLIDAY_TABLE_WANTED = "holidayTableWanted";
  public static final String MESSAGE_HOLIDAY_TABLE_ADDED = "holidayTableAdded";
  public static final String VARIABLE_HOLIDAY_YEAR = "holidayYear";
  public static final String VARIABLE_TABLE_MISSING = "tableMissing";

  public static final String EVENT_FIRST_OF_DECEMBER = "event_firstOfDecember";
  public static final String EVENT_STARTED_LATER = "event_startedLater";
  public static final String GATEWAY_JOIN_START = "gateway_joinStart";
  public static final String SERVICE_TASK_FIND_MISSING_YEAR = "serviceTask_findMissingYear";
  public static final String GATEWAY_TABLE_MISSING = "gateway_tableMissing";
  public static final String USER_TASK_ADD_HOLIDAY_TABLE = "userTask_addHolidayTable";
  public static final String EVENT_ADD_DEADLINE = "event_addDeadline";
  public static final String EVENT_ADD_ESCALATED = "event_addEscalated";
  public static final String EVENT_TABLE_ADDED = "event_tableAdded";
  public static final String EVENT_ADDED_MEANWHILE = "event_addedMeanwhile";
  public static final String EVENT_TABLE_CONFIRMED = "event_tableConfirmed";
  public static final String EVENT_TABLE_KNOWN = "event_tableKnown";

  private HolidayTableProcess() {}

  public static String businessKey(int year) {
    return year + "年放假安排";
  }
}
