package cn.jointinspection.staff.drawroom;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The minutes of a draw (抽取记录), all in words. Times are local, Asia/Shanghai; what did not happen is null or empty.
 *
 * @param result null unless lots were drawn
 * @param abandoned null unless it was given up
 * @param signatures those who sign, in order
 */
record Minutes(
    int number,
    String id,
    String statusText,
    Task task,
    Frozen frozen,
    List<Nonce> contributions,
    PublicValue publicValue,
    Result result,
    Abandoned abandoned,
    List<String> signatures) {

  /**
   * What was to be drawn, and on what basis.
   *
   * @param planTitle with the number of the document, where it has one
   * @param cooperating empty if the lead department inspects alone
   */
  record Task(
      String title, String jointInspectionId, String planTitle, int row, String ratio, String lead,
      List<String> cooperating) {}

  record Frozen(
      OffsetDateTime at, String freeze, String prev, int candidates, List<LiveDraw.Count> strata,
      List<LiveDraw.Count> exclusions, List<FrozenFile> files) {}

  /**
   * @param source as named before the freeze
   * @param value null if none stands
   */
  record PublicValue(String kind, boolean none, String source, Value value, List<Dispute> disputes) {}

  /** @param allocation number drawn from each stratum */
  record Result(
      OffsetDateTime at, String seed, String transcriptSha256, List<LiveDraw.Count> allocation,
      List<DrawnVisits.Visit> visits, List<Shortfall> shortfalls, List<Event> events) {}

  record Abandoned(OffsetDateTime at, String by, String reason) {}

  record FrozenFile(String content, String name, String sha256) {}

  /** @param value null if the department gave none */
  record Nonce(String department, String person, OffsetDateTime at, String value) {}

  /** @param witnessBody null, like who and when, until a witness agreed */
  record Value(
      String value, String enteredBody, String enteredBy, OffsetDateTime enteredAt, String witnessBody, String witness,
      OffsetDateTime witnessedAt) {}

  record Dispute(
      String value, String enteredBy, OffsetDateTime enteredAt, String disputedBody, String disputedBy,
      OffsetDateTime disputedAt, String reason) {}

  record Shortfall(
      String objectName, String department, String missing, String decision, String reason, String decidedBy,
      OffsetDateTime decidedAt) {}

  /**
   * @param change who or what went out, and who or what came in
   * @param approvedBy one person or two
   */
  record Event(int seq, String kind, OffsetDateTime at, String objectName, String change, String reason, String approvedBy) {}
}
