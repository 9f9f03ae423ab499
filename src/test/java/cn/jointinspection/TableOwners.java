package cn.jointinspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which room owns which of our tables and views: the one that the migration which made it is named after. */
final class TableOwners {

  /** Migrations keep the names they ran under. */
  private static final Map<String, String> NAMED_BEFORE = Map.of("disclosure", "publicsite", "time_limits", "deadlines",
      "rehearsal_clock", "rehearsal", "rehearsal_move", "rehearsal", "notices", "process");
  private static final Map<String, String> MADE_WITH_OTHERS = Map.of("calendar_feed", "staff");
  private static final Map<String, String> BY_TABLE = read(Pattern.compile("(?i)create table (\\w+)"));
  private static final Map<String, String> BY_VIEW = read(Pattern.compile("(?i)create (?:or replace )?view (\\w+)"));

  private TableOwners() {}

  /** Rooms by the names of their tables. */
  static Map<String, String> byTable() {
    return BY_TABLE;
  }

  /** Rooms by the names of their views. */
  static Map<String, String> byView() {
    return BY_VIEW;
  }

  private static Map<String, String> read(Pattern created) {
    Map<String, String> owners = new TreeMap<>();
    try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (Path migration : migrations.toList()) {
        String topic = migration.getFileName().toString().replaceAll("V\\d+__(\\w+)\\.sql", "$1");
        String room = NAMED_BEFORE.getOrDefault(topic, topic);
        created.matcher(Files.readString(migration)).results().map(found -> found.group(1))
            .forEach(name -> owners.put(name, MADE_WITH_OTHERS.getOrDefault(name, room)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return owners;
  }
}
