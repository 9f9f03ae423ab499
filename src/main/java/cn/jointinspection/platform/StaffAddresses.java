package cn.jointinspection.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of staff pages that work elsewhere leads to. */
public final class StaffAddresses {

  public static final String HOLIDAYS = "/camunda/api/staff/holidays";
  public static final String TIME_LIMITS = "/camunda/api/staff/time-limits";

  public static final String REGISTRY_CHANGES = "/camunda/api/staff/registry-changes";

  /** The registry of inspectors. */
  public static final String INSPECTORS = "/camunda/api/staff/inspectors";

  /** Where one entry of a list is changed or added; the fields {@code kind} and {@code no} say which. */
  public static final String REGISTRY_EDIT = REGISTRY_CHANGES + "/edit";

  /** Where a person changes his password. */
  public static final String PASSWORD = "/camunda/api/staff/password";

  public static final String YEAR_END = "/camunda/api/staff/year-end";

  private StaffAddresses() {}

  /** Where all that one recomputation would change is listed. */
  public static String recomputation(long id) {
    return TIME_LIMITS + "/recomputations/" + id;
  }

  /** Where all of one proposal to change a registry is shown. */
  public static String registryChange(long id) {
    return REGISTRY_CHANGES + "/" + id;
  }

  /** Where all that is known of one inspector is shown. */
  public static String inspector(String certificateNo) {
    return INSPECTORS + "/detail?no=" + URLEncoder.encode(certificateNo, StandardCharsets.UTF_8);
  }

  /** Where all is listed that one department has not published of a year, or had not when it closed. */
  public static String yearEnd(int year, String department) {
    return YEAR_END + "/" + year + "/" + department;
  }
}
