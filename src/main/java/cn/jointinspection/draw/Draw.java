package cn.jointinspection.draw;

import java.time.OffsetDateTime;
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
    String abandonedReason,
    String abandonedBy,
    OffsetDateTime abandonedAt,
    int version) {}
