package cn.jointinspection.draw.engine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code transcript.json} (draw-spec 8).
 *
 * @param contributions nonce or {@link #MISSING} by department, in the order of department id
 * @param allocation number selected by stratum, in rising risk
 * @param selected in order of visits
 * @param teams as first drawn, by object in order of visits, then by department
 */
public record Transcript(
    String drawId,
    Frozen frozen,
    Map<String, String> contributions,
    PublicValue publicValue,
    String seed,
    Map<String, Integer> allocation,
    List<Selected> selected,
    Map<String, Map<String, List<String>>> teams,
    List<Shortfall> shortfalls,
    List<Event> events) {

  public static final String MISSING = "MISSING";

  /**
   * What was drawn from.
   *
   * @param prev freeze of the authority's previous draw, or 64 zeros
   * @param files SHA-256 by file name
   */
  public record Frozen(String prev, Map<String, String> files, String freeze) {}

  /** @param kind dice, lottery, drand or none */
  public record PublicValue(String kind, String source, String value) {}

  public record Selected(String id, String stratum, String ticket) {}

  /** @param missing a label, or {@code count} */
  public record Shortfall(String object, String department, String missing) {}

  /**
   * @param type substitute or recuse
   * @param inspector who leaves; only with recuse
   * @param evidence SHA-256; null if there is none
   * @param fresh the approver's nonce; only with recuse
   * @param replacement object or inspector who came in; null if there is none
   * @param team of the replacement, or the department's team as it now stands; null where no object came in
   *     (a transcript from elsewhere may leave it out wherever nobody came in)
   */
  public record Event(
      int seq, String type, String object, String inspector, String reason, String evidence, String fresh,
      String eventHash, String replacement, Map<String, List<String>> team) {

    private static final Set<String> KEYS = Set.of("type", "object", "inspector", "reason", "evidence", "fresh", "seq",
        "eventHash", "replacement", "team");
    /** How deep in the file an event stands. */
    private static final int LEVEL = 2;

    /**
     * @param text as {@link #text} gives it
     * @throws Malformed if it is not of the form
     */
    public static Event parse(String text) {
      return event(Members.ofLine(DrawFiles.TRANSCRIPT, 0, text, KEYS));
    }

    /** As it stands in the file, to the byte. */
    public String text() {
      return Json.write(json(this), LEVEL);
    }

    /** The team may be left out where nobody came in. */
    Event withoutEmptyTeam() {
      return replacement != null ? this
          : new Event(seq, type, object, inspector, reason, evidence, fresh, eventHash, null, null);
    }
  }

  /** @throws Malformed if it is not of the form */
  public static Transcript parse(byte[] bytes) {
    Members json = Members.of(DrawFiles.TRANSCRIPT, bytes, Set.of("spec", "drawId", "prev", "files", "freeze",
        "contributions", "publicValue", "seed", "allocation", "selected", "teams", "shortfalls", "events"));
    if (!DrawParams.SPEC.equals(json.text("spec"))) {
      throw json.bad("spec", "应为 " + DrawParams.SPEC);
    }
    Members publicValue = json.object("publicValue", Set.of("kind", "source", "value"));
    Map<String, String> files = new LinkedHashMap<>();
    Members hashes = json.object("files", Set.copyOf(DrawFiles.NAMES));
    DrawFiles.NAMES.forEach(name -> files.put(name, hashes.hex64(name)));
    return new Transcript(
        json.text("drawId"), new Frozen(json.hex64("prev"), files, json.hex64("freeze")),
        texts(json.map("contributions")),
        new PublicValue(publicValue.text("kind"), publicValue.text("source"), publicValue.text("value")),
        json.hex64("seed"), numbers(json.map("allocation")),
        json.objects("selected", Set.of("id", "stratum", "ticket")).stream()
            .map(s -> new Selected(s.text("id"), s.text("stratum"), s.hex64("ticket"))).toList(),
        teams(json.map("teams")),
        json.objects("shortfalls", Set.of("object", "department", "missing")).stream()
            .map(s -> new Shortfall(s.text("object"), s.text("department"), s.text("missing"))).toList(),
        json.objects("events", Event.KEYS).stream().map(Transcript::event).toList());
  }

  private static Event event(Members json) {
    return new Event(
        json.count("seq"), json.text("type"), json.text("object"),
        json.textOrNull("inspector"), json.text("reason"), json.textOrNull("evidence"), json.textOrNull("fresh"),
        json.hex64("eventHash"), json.textOrNull("replacement"), json.hasValue("team") ? team(json.map("team")) : null);
  }

  private static Map<String, String> texts(Members json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.keys().forEach(key -> texts.put(key, json.text(key)));
    return texts;
  }

  private static Map<String, Integer> numbers(Members json) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    json.keys().forEach(key -> numbers.put(key, json.count(key)));
    return numbers;
  }

  private static Map<String, Map<String, List<String>>> teams(Members json) {
    Map<String, Map<String, List<String>>> teams = new LinkedHashMap<>();
    json.keys().forEach(object -> teams.put(object, team(json.map(object))));
    return teams;
  }

  private static Map<String, List<String>> team(Members json) {
    Map<String, List<String>> team = new LinkedHashMap<>();
    json.keys().forEach(department -> team.put(department, json.texts(department)));
    return team;
  }

  /** The file's bytes. */
  public byte[] toBytes() {
    Map<String, Object> json = map("spec", DrawParams.SPEC, "drawId", drawId, "prev", frozen.prev(),
        "files", frozen.files(), "freeze", frozen.freeze(), "contributions", contributions, "publicValue",
        map("kind", publicValue.kind(), "source", publicValue.source(), "value", publicValue.value()),
        "seed", seed, "allocation", allocation,
        "selected", selected.stream()
            .map(s -> map("id", s.id(), "stratum", s.stratum(), "ticket", s.ticket())).toList(),
        "teams", teams,
        "shortfalls", shortfalls.stream()
            .map(s -> map("object", s.object(), "department", s.department(), "missing", s.missing())).toList(),
        "events", events.stream().map(Transcript::json).toList());
    return (Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> json(Event event) {
    Map<String, Object> json = map("type", event.type(), "object", event.object());
    putIfThere(json, "inspector", event.inspector());
    json.put("reason", event.reason());
    putIfThere(json, "evidence", event.evidence());
    putIfThere(json, "fresh", event.fresh());
    json.put("seq", event.seq());
    json.put("eventHash", event.eventHash());
    json.put("replacement", event.replacement());
    putIfThere(json, "team", event.team());
    return json;
  }

  private static void putIfThere(Map<String, Object> json, String key, Object value) {
    if (value != null) {
      json.put(key, value);
    }
  }

  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  /** The same draw with these events, all there are. */
  public Transcript with(List<Event> all) {
    return new Transcript(drawId, frozen, contributions, publicValue, seed, allocation, selected, teams, shortfalls,
        List.copyOf(all));
  }
}
