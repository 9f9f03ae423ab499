package cn.jointinspection.publicsite;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * What the public may know of a draw (draw-spec 8): from the freeze its number, its hash and counts; once drawn, the
 * transcript's hash; {@code opened} only after the last visit. The groups are ours: in JSON their fields stand side by
 * side.
 *
 * @param id as in {@code params.json}
 * @param status code and words of how far it has come
 * @param opened null until the last visit is done
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PublicDraw(
    int number,
    String id,
    String jointInspectionId,
    String title,
    Status status,
    @JsonUnwrapped Frozen frozen,
    @JsonUnwrapped Source source,
    @JsonUnwrapped Transcript transcript,
    @JsonUnwrapped Abandoned abandoned,
    Opened opened) {

  /**
   * @param candidatesByStratum number of candidates by stratum code
   * @param excludedByReason number of objects of the scope that are no candidates, by reason code
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Frozen(
      String prev, String freeze, OffsetDateTime frozenAt, int candidates, Map<String, Integer> candidatesByStratum,
      Map<String, Integer> excludedByReason) {}

  /**
   * @param publicValueKind dice, lottery, drand or none
   * @param publicValueSource as named before the freeze
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Source(String publicValueKind, String publicValueSource) {}

  /**
   * All null until drawn.
   *
   * @param transcriptSha256 of the transcript as first drawn
   * @param transcriptSha256Now of the transcript with the events added since
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Transcript(OffsetDateTime drawnAt, String transcriptSha256, String transcriptSha256Now) {}

  /** Both null unless it was given up. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Abandoned(OffsetDateTime abandonedAt, String abandonedReason) {}

  public record Status(String code, String text) {}

  /**
   * @param contributions 64 hex digits, or MISSING, by department code
   * @param selected number of objects drawn by stratum code
   */
  public record Opened(
      Map<String, String> contributions, String publicValue, String seed, Map<String, Integer> selected, List<File> files) {}

  /** @param address on this site */
  public record File(String name, String sha256, long size, String address) {}
}
