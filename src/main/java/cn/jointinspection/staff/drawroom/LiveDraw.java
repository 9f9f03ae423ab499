package cn.jointinspection.staff.drawroom;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How far a draw has come, for the picture on the wall. Times are local, Asia/Shanghai; what has not happened is null.
 *
 * @param closed whether contributions are closed: only then are the nonces shown
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LiveDraw(
    int number,
    String status,
    String statusText,
    Frozen frozen,
    List<Nonce> contributions,
    boolean closed,
    Value publicValue,
    Result result,
    Abandoned abandoned) {

  /** @param excluded number of objects that do not take part */
  record Frozen(
      OffsetDateTime at, String freeze, int candidates, List<Count> strata, int excluded, List<Count> exclusions) {}

  /** @param drawn number of objects */
  record Result(String seed, int drawn, OffsetDateTime at) {}

  record Abandoned(OffsetDateTime at, String reason) {}

  record Count(String label, int count) {}

  /** @param value null while contributions are open, and for a department that gave none */
  record Nonce(String department, boolean contributed, OffsetDateTime at, String value) {}

  /**
   * @param none whether this draw uses no outside value
   * @param source as named before the freeze
   * @param enteredBy body and person
   * @param witness body and person
   * @param dispute what the witness last objected to, while the value is to be entered anew
   */
  record Value(
      String kind, boolean none, String source, String value, String enteredBy, OffsetDateTime enteredAt, String witness,
      OffsetDateTime witnessedAt, String dispute) {}
}
