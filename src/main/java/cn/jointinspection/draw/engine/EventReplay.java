package cn.jointinspection.draw.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Teams, loads and replacements after a draw and the events it already has; computes the next event (draw-spec 7). */
final class EventReplay {

  private static final String FILE = DrawFiles.TRANSCRIPT;

  private final Drawing drawing;
  private final Transcript transcript;
  private final TeamPicker picker;
  private final Tickets tickets;
  private final Map<String, Map<String, List<String>>> teams = new LinkedHashMap<>();
  private final Map<String, Set<String>> recused = new HashMap<>();
  /** The last object of each stratum's order that was selected or came in. */
  private final Map<Integer, Tickets.Ticket> lastUsed = new HashMap<>();
  private String previousHash;
  private int seq;

  /** Stands where the transcript stands. */
  EventReplay(Drawing drawing, Transcript transcript) {
    this(drawing, transcript, 0);
    for (Transcript.Event event : transcript.events()) {
      again(event);
    }
  }

  private EventReplay(Drawing drawing, Transcript transcript, int start) {
    this.drawing = drawing;
    this.transcript = transcript;
    this.picker = new TeamPicker(drawing.lists());
    this.tickets = new Tickets(transcript.seed(), drawing.lists().candidates);
    this.previousHash = transcript.freeze();
    this.seq = start;
    for (Transcript.Selected object : transcript.selected()) {
      teams.put(object.id(), copy(picker.teams(transcript.seed(), object.id(), new ArrayList<>())));
      int index = drawing.lists().candidates.find(object.id());
      lastUsed.put(drawing.lists().candidates.number(index), tickets.of(index));
    }
  }

  /** Stands before the first event. */
  static EventReplay beforeEvents(Drawing drawing, Transcript transcript) {
    return new EventReplay(drawing, transcript, 0);
  }

  /** Computes an event that the transcript already has, from its inputs alone. */
  Transcript.Event again(Transcript.Event event) {
    return switch (event.type()) {
      case "substitute" -> substitute(event.object(), event.reason(), event.evidence());
      case "recuse" -> {
        if (event.inspector() == null || event.fresh() == null) {
          throw new Malformed(FILE, 0, "第 " + event.seq() + " 个事件缺少 inspector 或 fresh");
        }
        yield recuse(event.object(), event.inspector(), event.reason(), event.evidence(), event.fresh());
      }
      default -> throw new Malformed(FILE, 0, "不认识的事件 " + event.type());
    };
  }

  Map<String, Map<String, List<String>>> teams() {
    return teams;
  }

  Transcript.Event substitute(String object, String reason, String evidence) {
    Map<String, List<String>> gone = teamOf(object);
    String hash = hash("substitute", object, null, reason, evidence);
    Ids candidates = drawing.lists().candidates;
    int stratum = candidates.number(candidates.find(object));
    Tickets.Ticket next = tickets.next(stratum, lastUsed.get(stratum));
    String replacement = next == null ? null : candidates.id(next.index());
    gone.values().forEach(team -> team.forEach(picker::relieve));
    teams.remove(object);
    Map<String, List<String>> team = null;
    if (next != null) {
      lastUsed.put(stratum, next);
      team = picker.teams(transcript.seed(), replacement, new ArrayList<>());
      teams.put(replacement, copy(team));
    }
    return new Transcript.Event(seq, "substitute", object, null, reason, evidence, null, hash, replacement, team);
  }

  Transcript.Event recuse(String object, String inspector, String reason, String evidence, String fresh) {
    Map<String, List<String>> team = teamOf(object);
    String department = team.keySet().stream().filter(d -> team.get(d).contains(inspector)).findFirst()
        .orElseThrow(() -> new Malformed(FILE, 0, inspector + " 不在 " + object + " 的检查组中"));
    if (!Members.isHex64(fresh)) {
      throw new Malformed(FILE, 0, "fresh 应为 64 位小写十六进制数");
    }
    String hash = hash("recuse", object, inspector, reason, evidence);
    List<String> members = new ArrayList<>(team.get(department));
    members.remove(inspector);
    picker.relieve(inspector);
    Set<String> without = recused.computeIfAbsent(object, o -> new HashSet<>());
    without.add(inspector);
    String key = Hash.of("redraw", transcript.seed(), hash, fresh);
    String replacement = picker.replace(key, object, department, members, without);
    if (replacement != null) {
      members.add(replacement);
    }
    team.put(department, members);
    return new Transcript.Event(seq, "recuse", object, inspector, reason, evidence, fresh, hash, replacement,
        Map.of(department, List.copyOf(members)));
  }

  private Map<String, List<String>> teamOf(String object) {
    Map<String, List<String>> team = teams.get(object);
    if (team == null) {
      throw new Malformed(FILE, 0, object + " 未被抽中，或已被替换");
    }
    return team;
  }

  private String hash(String type, String object, String inspector, String reason, String evidence) {
    Lines.require(reason, FILE, 0, "reason ");
    if (evidence != null && !Members.isHex64(evidence)) {
      throw new Malformed(FILE, 0, "evidence 应为 64 位小写十六进制数");
    }
    seq++;
    previousHash = Hash.of("event", transcript.drawId(), String.valueOf(seq), previousHash, type, object,
        inspector == null ? "-" : inspector, reason, evidence == null ? "-" : evidence);
    return previousHash;
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> teams) {
    return new LinkedHashMap<>(teams);
  }
}
