package cn.jointinspection.registry.intake;

import java.time.OffsetDateTime;

/**
 * A proposal to change a registry.
 *
 * @param department code of the department whose list it is and whose reviewers approve it
 * @param reason why, in the proposer's words
 * @param goodRowsOnly whether rows without faults are taken although others have some; otherwise one fault refuses the file
 * @param refusal why the file as a whole cannot be used; null if it can
 * @param overtakenAt when the list was last found to have changed between approval and taking effect, so that it is to be
 *     approved again; null if never
 * @param decision null until somebody approved, turned down or withdrew it
 * @param inForceAt null unless it is in force
 */
public record RegistryChange(
    long id, ChangeKind kind, String department, Origin origin, String reason, boolean goodRowsOnly,
    ChangeStatus status, Counts counts, String refusal, OffsetDateTime overtakenAt,
    Signature proposed, Decision decision, OffsetDateTime inForceAt) {

  /** Name for what was typed on a page, where files have their own. */
  static final String PAGE = "页面编辑";

  /**
   * What it would do to the registry as that was when rows and registry were last compared.
   *
   * @param rowsRead rows of the file read so far, good and bad
   * @param bad rows that cannot be used
   * @param removed rows by which something leaves the list: struck off, no longer there, taken out of use
   */
  public record Counts(int rowsRead, int bad, int added, int changed, int removed, int unchanged) {

    /** Whether it would change anything at all. */
    public boolean anyEffect() {
      return added + changed + removed > 0;
    }

    /** How many rows do so. */
    public int of(Effect effect) {
      return switch (effect) {
        case ADDED -> added;
        case CHANGED -> changed;
        case REMOVED -> removed;
      };
    }

    boolean sameEffect(Counts other) {
      return added == other.added && changed == other.changed && removed == other.removed && unchanged == other.unchanged;
    }
  }

  /** Who and when; the name as it was then. */
  public record Signature(String by, String name, OffsetDateTime at) {}

  /** @param note null where none was given */
  public record Decision(String by, String name, OffsetDateTime at, String note) {}

  /**
   * Where it comes from.
   *
   * @param onPage whether it was typed on a page, as one row, instead of handed in as a file
   * @param subject key of the entry that is changed on its page; null for a file and for a new entry
   */
  public record Origin(String fileName, String fileSha256, boolean onPage, String subject) {}

  public String fileName() {
    return origin.fileName();
  }

  public boolean onPage() {
    return origin.onPage();
  }

  /** As in {@link Origin}. */
  public String subject() {
    return origin.subject();
  }

  /** Name under which the file, or what was typed, is downloaded. */
  public String downloadName() {
    return onPage() ? number() + " " + fileName() + ".csv" : fileName();
  }

  /** As people call it: RG-12. Also the business key of its process. */
  public String number() {
    return number(id);
  }

  public static String number(long id) {
    return "RG-" + id;
  }
}
