package cn.jointinspection.draw;

import java.time.OffsetDateTime;

/**
 * A public value that the witness did not agree with (draw-spec 3); it was entered anew afterwards.
 *
 * @param value as it was entered
 * @param enteredBy account id
 * @param disputedBy account id of the witness
 * @param disputedBody department code of the witness's body
 * @param reason in the witness's words
 */
public record ValueDispute(
    int seq, String value, String enteredBy, OffsetDateTime enteredAt, String disputedBy, String disputedBody,
    OffsetDateTime disputedAt, String reason) {}
