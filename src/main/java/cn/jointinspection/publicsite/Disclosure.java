package cn.jointinspection.publicsite;

import cn.jointinspection.inspection.ResultCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The published result of one department's check of one object (公示, clauses 三 and 五), as it was when published.
 *
 * @param jointInspectionId for example {@code 140826-2024-008}
 * @param title of the joint inspection
 * @param objectNo published id of the object
 * @param creditCode 统一社会信用代码; null for objects without one
 * @param department code of the department that checked, entered and publishes (谁检查、谁录入、谁公开)
 * @param method in words, such as 实地检查 (三)
 * @param statement words published with the result; null where there are none
 * @param publishedAt with the offset of Asia/Shanghai
 */
public record Disclosure(
    long id,
    String jointInspectionId,
    String title,
    String objectNo,
    String objectName,
    String creditCode,
    String department,
    String departmentName,
    List<String> matters,
    String method,
    LocalDate checkedOn,
    List<Result> results,
    String statement,
    List<FollowUp> followUps,
    OffsetDateTime publishedAt) {

  public Disclosure {
    matters = List.copyOf(matters);
    results = List.copyOf(results);
    followUps = List.copyOf(followUps);
  }

  /** @param note what exactly; null where the code says all */
  public record Result(String code, String text, String note) {

    public String words() {
      return note == null ? text : text + "：" + note;
    }

    /** Whether this is the code 未发现问题, which excludes all others. */
    public boolean clean() {
      return ResultCode.NO_PROBLEM.equals(code);
    }
  }

  /**
   * @param note only of the code 其他, which says nothing without it; notes of the others are for the departments
   * @param department name of the body that was referred to; null unless referred
   */
  public record FollowUp(String code, String text, String note, String department) {

    public String words() {
      return text + (department == null ? "" : "（" + department + "）") + (note == null ? "" : "：" + note);
    }
  }
}
