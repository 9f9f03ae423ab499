package cn.jointinspection.inspection;

import cn.jointinspection.registry.VisitExemption;
import java.time.LocalDate;

/**
 * The notice before a check (检查通知).
 *
 * @param text its wording; for {@link NoticeKind#UNANNOUNCED} the reason
 * @param visitOn planned day of the visit
 * @param exemption why the visit does not count towards the firm's cap of the year; null if it does
 * @param exemptionReason on what that rests; null without exemption
 */
public record Notice(
    NoticeKind kind, String text, LocalDate visitOn, VisitExemption exemption, String exemptionReason) {

  /** One that counts. */
  public Notice(NoticeKind kind, String text, LocalDate visitOn) {
    this(kind, text, visitOn, null, null);
  }
}
