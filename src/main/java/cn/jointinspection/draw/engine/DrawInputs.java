package cn.jointinspection.draw.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a draw needs besides its five files, so that anyone can repeat it offline.
 *
 * @param prev freeze of the authority's previous draw, or 64 zeros
 * @param contributions nonce by department; a department that is not named is missing
 * @param publicValue the value itself
 * @param events in the order in which they happened
 */
public record DrawInputs(String prev, Map<String, String> contributions, String publicValue, List<Event> events) {

  /**
   * @param inspector only with {@code recuse}; otherwise null
   * @param evidence SHA-256; nullable
   * @param fresh only with {@code recuse}; otherwise null
   */
  public record Event(String type, String object, String inspector, String reason, String evidence, String fresh) {}

  /**
   * @param file name to be given in errors
   * @throws Malformed if it is not of the form
   */
  public static DrawInputs parse(String file, byte[] bytes) {
    Members json = Members.of(file, bytes, Set.of("prev", "contributions", "publicValue", "events"));
    Members given = json.map("contributions");
    Map<String, String> contributions = new LinkedHashMap<>();
    for (String department : given.keys()) {
      boolean missing = Transcript.MISSING.equals(given.text(department));
      contributions.put(department, missing ? Transcript.MISSING : given.hex64(department));
    }
    List<Event> events = json.has("events")
        ? json.objects("events", Set.of("type", "object", "inspector", "reason", "evidence", "fresh")).stream()
            .map(DrawInputs::event).toList()
        : List.of();
    return new DrawInputs(json.hex64("prev"), contributions, json.text("publicValue"), events);
  }

  private static Event event(Members json) {
    String type = json.text("type");
    boolean recuse = type.equals("recuse");
    if (!recuse && !type.equals("substitute")) {
      throw json.bad("type", "应为 substitute 或 recuse");
    }
    if (!recuse && (json.has("inspector") || json.has("fresh"))) {
      throw json.bad("type", "substitute 没有 inspector 和 fresh");
    }
    return new Event(type, json.text("object"), recuse ? json.text("inspector") : null, json.text("reason"),
        json.has("evidence") ? json.hex64("evidence") : null, recuse ? json.hex64("fresh") : null);
  }

  /**
   * Draws and adds the events.
   *
   * @throws StageFailed if the lists, the contributions or an event break a rule
   * @throws Malformed if a file is not of the form
   */
  public Transcript draw(DrawFiles files) {
    FrozenLists lists = new FrozenLists(files);
    Drawing drawing = StageFailed.unless(Stage.LISTS, "符合名单规则", () -> new Drawing(files, lists, prev));
    Transcript transcript = StageFailed.unless(
        Stage.SEED, "合格的随机数和公开随机值", () -> drawing.draw(contributions, publicValue));
    if (events.isEmpty()) {
      return transcript;
    }
    EventReplay replay = new EventReplay(new Drawn(drawing, transcript));
    List<Transcript.Event> after = new ArrayList<>();
    for (Event event : events) {
      after.add(StageFailed.unless(
          Stage.EVENTS, "可以成立的第 " + (after.size() + 1) + " 个事件", () -> next(replay, event)));
    }
    return transcript.with(after);
  }

  private static Transcript.Event next(EventReplay replay, Event event) {
    return event.type().equals("substitute")
        ? replay.substitute(event.object(), event.reason(), event.evidence())
        : replay.recuse(event.object(), event.inspector(), event.reason(), event.evidence(), event.fresh());
  }
}
