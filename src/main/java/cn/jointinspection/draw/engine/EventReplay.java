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

  private final Drawn drawn;
  private final TeamPicker picker;
  private final Tickets tickets;
  private final Ids candidates;
  /** Teams by object as events have made them; null for an object that is void. */
  private final Map<String, Map<String, List<String>>> moved = new HashMap<>();
  private final Map<String, Set<String>> recused = new HashMap<>();
  /** The last object of each stratum's order that was selected or came in. */
  private final Map<Integer, Tickets.Ticket> lastUsed;
  private String previousHash;
  private int seq;

  /** Stands before the first event. */
  EventReplay(Drawn drawn) {
    this.drawn = drawn;
    this.picker = drawn.picker();
    this.tickets = drawn.tickets();
    this.candidates = drawn.drawing().lists().candidates;
    this.lastUsed = new HashMap<>(drawn.lastUsed());
    this.previousHash = drawn.drawing().freeze();
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

  /**
   * Takes an event as it is on record: who came in is not picked anew, so that a long record costs little.
   *
   * @throws Malformed if its hash does not follow from the events before it
   */
  void follow(Transcript.Event event) {
    String hash = hash(event.type(), event.object(), event.inspector(), event.reason(), event.evidence());
    if (!hash.equals(event.eventHash())) {
      throw new Malformed(FILE, 0, "第 " + event.seq() + " 个事件的摘要与前面的记录不相连");
    }
    if (event.inspector() == null) {
      leave(event.object());
      if (event.replacement() != null) {
        event.team().values().forEach(team -> team.forEach(picker::burden));
        comeIn(tickets.of(candidates.find(event.replacement())), event.team());
      }
    } else {
      String department = departmentOf(event.object(), event.inspector());
      comeIn(event.object(), department, leave(event.object(), department, event.inspector()), event.replacement());
    }
  }

  Transcript.Event substitute(String object, String reason, String evidence) {
    teamsOf(object);
    String hash = hash("substitute", object, null, reason, evidence);
    leave(object);
    int stratum = candidates.number(candidates.find(object));
    Tickets.Ticket next = tickets.next(stratum, lastUsed.get(stratum));
    if (next == null) {
      return new Transcript.Event(seq, "substitute", object, null, reason, evidence, null, hash, null, null);
    }
    String replacement = candidates.id(next.index());
    Map<String, List<String>> teams = picker.teams(drawn.seed(), replacement, new ArrayList<>());
    comeIn(next, teams);
    return new Transcript.Event(seq, "substitute", object, null, reason, evidence, null, hash, replacement, teams);
  }

  Transcript.Event recuse(String object, String inspector, String reason, String evidence, String fresh) {
    String department = departmentOf(object, inspector);
    if (!Members.isHex64(fresh)) {
      throw new Malformed(FILE, 0, "fresh 应为 64 位小写十六进制数");
    }
    String hash = hash("recuse", object, inspector, reason, evidence);
    List<String> members = leave(object, department, inspector);
    String key = Hash.of("redraw", drawn.seed(), hash, fresh);
    String replacement = picker.replace(key, object, department, members, recused.get(object));
    comeIn(object, department, members, replacement);
    return new Transcript.Event(seq, "recuse", object, inspector, reason, evidence, fresh, hash, replacement,
        Map.of(department, List.copyOf(members)));
  }

  /** Teams as they stand. */
  Map<String, List<String>> teamsOf(String object) {
    Map<String, List<String>> teams = moved.containsKey(object) ? moved.get(object) : drawn.teams(object);
    if (teams == null) {
      throw new Malformed(FILE, 0, object + " 未被抽中，或已被替换");
    }
    return teams;
  }

  private String departmentOf(String object, String inspector) {
    Map<String, List<String>> teams = teamsOf(object);
    return teams.keySet().stream().filter(department -> teams.get(department).contains(inspector)).findFirst()
        .orElseThrow(() -> new Malformed(FILE, 0, inspector + " 不在 " + object + " 的检查组中"));
  }

  /** The object is void. */
  private void leave(String object) {
    teamsOf(object).values().forEach(team -> team.forEach(picker::relieve));
    moved.put(object, null);
  }

  private void comeIn(Tickets.Ticket replacement, Map<String, List<String>> teams) {
    lastUsed.put(candidates.number(replacement.index()), replacement);
    moved.put(candidates.id(replacement.index()), teams);
  }

  /** @return those who stay */
  private List<String> leave(String object, String department, String inspector) {
    picker.relieve(inspector);
    recused.computeIfAbsent(object, o -> new HashSet<>()).add(inspector);
    List<String> staying = new ArrayList<>(teamsOf(object).get(department));
    staying.remove(inspector);
    return staying;
  }

  /** @param replacement joins those who stay; null if there is nobody */
  private void comeIn(String object, String department, List<String> members, String replacement) {
    if (replacement != null) {
      members.add(replacement);
      picker.burden(replacement);
    }
    Map<String, List<String>> teams = new LinkedHashMap<>(teamsOf(object));
    teams.put(department, members);
    moved.put(object, teams);
  }

  private String hash(String type, String object, String inspector, String reason, String evidence) {
    Lines.require(reason, FILE, 0, "reason ");
    if (evidence != null && !Members.isHex64(evidence)) {
      throw new Malformed(FILE, 0, "evidence 应为 64 位小写十六进制数");
    }
    seq++;
    previousHash = Hash.of("event", drawn.drawing().params().drawId(), String.valueOf(seq), previousHash, type, object,
        inspector == null ? "-" : inspector, reason, evidence == null ? "-" : evidence);
    return previousHash;
  }
}
