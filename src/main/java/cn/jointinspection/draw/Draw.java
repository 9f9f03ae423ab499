package cn.jointinspection.draw;

import cn.jointinspection.draw.DrawRefused.DrawNotInState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * One draw as the county keeps it.
 *
 * @param number consecutive over all draws of the county, abandoned ones included
 * @param publicValue null until entered, and while one that was disputed is to be entered anew
 * @param result null until drawn
 * @param abandoned null unless it was given up
 */
public record Draw(
    String id,
    int number,
    String jointInspectionId,
    String title,
    Frozen frozen,
    PublicSource publicSource,
    DrawStatus status,
    PublicValue publicValue,
    Result result,
    Abandoned abandoned,
    int version) {

  /**
   * What was frozen.
   *
   * @param prev freeze of the draw before, or 64 zeros
   * @param candidates their number
   * @param candidatesByStratum number of candidates by stratum code
   * @param exclusionsByReason number of objects of the scope that are no candidates, by reason code
   */
  public record Frozen(
      String prev, String freeze, OffsetDateTime at, int candidates, Map<String, Integer> candidatesByStratum,
      Map<String, Integer> exclusionsByReason) {

    /** Number of objects of the scope that are no candidates. */
    public int excluded() {
      return exclusionsByReason.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * @param value {@code none} once drawn where no outside value is used
   * @param entered null where no outside value is used
   * @param confirmed null until a witness agreed; there is none where no outside value is used
   */
  public record PublicValue(String value, Signature entered, Signature confirmed) {}

  /**
   * @param by account id
   * @param body department code of the body whose person it was
   */
  public record Signature(String by, String body, OffsetDateTime at) {}

  /**
   * @param allocation number drawn by stratum code
   * @param transcriptSha256 of the transcript as first drawn
   * @param transcriptSha256Now of the transcript with the events added since
   */
  public record Result(
      String seed, Map<String, Integer> allocation, OffsetDateTime at, String transcriptSha256,
      String transcriptSha256Now) {}

  /** @param by account id, or {@code system} */
  public record Abandoned(String reason, String by, OffsetDateTime at) {}

  /** This draw, if it has come to one of these states. @throws DrawNotInState if not, naming the step */
  Draw requireIn(String step, DrawStatus... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new DrawNotInState(this, step);
    }
    return this;
  }
}
