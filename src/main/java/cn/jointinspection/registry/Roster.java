package cn.jointinspection.registry;

import cn.jointinspection.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a roster file would change.
 *
 * @param changes in the order of the file
 * @param unchanged number of rows that say what already stands
 * @param warnings what a person should look at before confirming, in Chinese
 */
public record Roster(List<PersonChange> changes, int unchanged, List<String> warnings) {

  public Roster {
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }

  /** Number of people who would be new. */
  public long added() {
    return changes.stream().filter(PersonChange::isNew).count();
  }

  /** The same for the same changes to the same roster: what was seen is what is stored. */
  public String fingerprint() {
    return Sha256.hex(changes.toString().getBytes(StandardCharsets.UTF_8));
  }
}
