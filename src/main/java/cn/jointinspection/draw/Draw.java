package cn.jointinspection.draw;

import cn.jointinspection.draw.DrawRefused.DrawNotInState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * One draw as the county keeps it.
 *
 * @param number consecutive over all draws of the county, abandoned ones included
 * @param prev freeze of the draw before, or 64 zeros
 * @param candidatesByStratum number of candidates by stratum code
 * @param exclusionsByReason number of objects of the scope that are no candidates, by reason code
 * @param publicValue null until entered
 * @param valueEnteredBody department code of the body whose person entered it; null until entered
 * @param valueConfirmedAt null until a witness agreed; there is none where no public value is used
 * @param seed null until drawn
 * @param transcriptSha256 of the transcript as first drawn; null until drawn
 * @param transcriptSha256Now of the transcript with the events added since; null until drawn
 * @param abandonedReason null unless abandoned, as are who abandoned it and when
 * @param abandonedBy account id, or {@code system}
 */
public record Draw(
    String id,
    int number,
    String jointInspectionId,
    String title,
    String prev,
    String freeze,
    OffsetDateTime frozenAt,
    int candidateCount,
    Map<String, Integer> candidatesByStratum,
    Map<String, Integer> exclusionsByReason,
    String publicKind,
    String publicSource,
    DrawStatus status,
    String publicValue,
    String valueEnteredBy,
    String valueEnteredBody,
    OffsetDateTime valueEnteredAt,
    String valueConfirmedBy,
    String valueConfirmedBody,
    OffsetDateTime valueConfirmedAt,
    String seed,
    Map<String, Integer> allocation,
    OffsetDateTime drawnAt,
    String transcriptSha256,
    String transcriptSha256Now,
    String abandonedReason,
    String abandonedBy,
    OffsetDateTime abandonedAt,
    int version) {

  /** This draw, if it has come to one of these states. @throws DrawNotInState if not, naming the step */
  Draw requireIn(String step, DrawStatus... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new DrawNotInState(this, step);
    }
    return this;
  }
}
