package cn.jointinspection.draw;

import java.time.OffsetDateTime;

/**
 * What was added to a draw afterwards (draw-spec 7).
 *
 * @param type substitute or recuse
 * @param inspector who left; null with a substitution
 * @param reason code
 * @param replacement object or inspector who came in; null where there was none
 * @param approvedBy account id
 * @param countersignedBy account id; null with a recusal
 * @param transcriptSha256 of the transcript with this event
 */
public record DrawEvent(
    int seq, String type, String objectNo, String inspector, String reason, String eventHash, String replacement,
    String approvedBy, String countersignedBy, OffsetDateTime recordedAt, String transcriptSha256) {

  public boolean substitution() {
    return type.equals("substitute");
  }
}
