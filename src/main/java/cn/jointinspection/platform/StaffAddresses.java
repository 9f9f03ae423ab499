package cn.jointinspection.platform;

/** Addresses of staff pages that work elsewhere leads to. */
public final class StaffAddresses {

  public static final String HOLIDAYS = "/camunda/api/staff/holidays";
  public static final String TIME_LIMITS = "/camunda/api/staff/time-limits";

  private StaffAddresses() {}

  /** Where all that one recomputation would change is listed. */
  public static String recomputation(long id) {
    return TIME_LIMITS + "/recomputations/" + id;
  }
}
