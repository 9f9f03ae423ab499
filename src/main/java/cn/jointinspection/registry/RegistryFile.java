package cn.jointinspection.registry;

import java.util.List;

/**
 * A file that can be imported.
 *
 * @param entries in the order of the file, each id once
 * @param warnings what a person should look at before approving, in Chinese; none of it keeps the file out
 */
public record RegistryFile<T>(List<T> entries, List<String> warnings) {

  public RegistryFile {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }
}
