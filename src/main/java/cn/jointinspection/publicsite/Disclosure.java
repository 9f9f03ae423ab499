package cn.jointinspection.publicsite;

import cn.jointinspection.inspection.ResultCode;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The published result of one department's check of one object (公示, clauses 三 and 五), as it was when published. As JSON its
 * groups are one flat row, which is what others rely on.
 *
 * @param statement words published with the result; null where there are none
 * @param publishedAt with the offset of Asia/Shanghai
 */
public record Disclosure(
    long id,
    @JsonUnwrapped Task task,
    @JsonUnwrapped Subject subject,
    @JsonUnwrapped Body body,
    @JsonUnwrapped Check check,
    List<Result> results,
    String statement,
    List<FollowUp> followUps,
    OffsetDateTime publishedAt) {

  /** The joint inspection. @param jointInspectionId for example {@code 140826-2024-008} */
  public record Task(String jointInspectionId, String title) {}

  /**
   * Who was checked.
   *
   * @param objectNo published id of the object
   * @param creditCode 统一社会信用代码; null for objects without one
   */
  public record Subject(String objectNo, String objectName, String creditCode) {}

  /** Who checked, entered and publishes (谁检查、谁录入、谁公开). @param department its code */
  public record Body(String department, String departmentName) {}

  /** What was checked. @param method in words, such as 实地检查 (三) */
  public record Check(List<String> matters, String method, LocalDate checkedOn) {

    public Check {
      matters = List.copyOf(matters);
    }
  }

  public Disclosure {
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
