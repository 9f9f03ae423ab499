package cn.jointinspection.inspection;

/**
 * A row of the versioned table of check results (检查结果).
 *
 * @param exclusive whether it excludes all others
 * @param needsNote whether it says nothing without a note
 */
public record ResultCode(int version, String code, String text, boolean exclusive, boolean needsNote) {

  /** 未发现问题. */
  public static final String NO_PROBLEM = "NO_PROBLEM";
}
