package cn.jointinspection.draw.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A draw with its result as first drawn: what every event starts from (draw-spec 7). It never changes, so that many may
 * share one, and it is small: a million candidates with a hundred thousand selected take some 45 MB.
 */
public final class Drawn {

  private static final int BYTES_PER_INSPECTOR = 400;
  private static final int BYTES_PER_RECUSAL = 200;

  private final Drawing drawing;
  private final String seed;
  private final List<DrawParams.Team> demands;
  /** Indexes of the selected candidates, ascending. */
  private final int[] objects;
  /** Of each object's team of each department: where it ends in {@link #members}. */
  private final int[] ends;
  private final String[] members;
  private final Map<String, Long> loads;
  private final Map<Integer, Tickets.Ticket> lastUsed = new HashMap<>();

  /**
   * @param transcript of this very draw; its events play no part here
   * @throws Malformed if it names objects or inspectors that the lists do not know
   */
  public Drawn(Drawing drawing, Transcript transcript) {
    this.drawing = drawing;
    this.seed = transcript.seed();
    this.demands = drawing.params().teamsInOrder();
    Ids candidates = drawing.lists().candidates;
    Tickets tickets = tickets();
    List<Transcript.Selected> selected = transcript.selected();
    long[] byIndex = new long[selected.size()];
    Map<Integer, Integer> last = new HashMap<>();
    for (int visit = 0; visit < byIndex.length; visit++) {
      int index = candidates.find(selected.get(visit).id());
      if (index < 0) {
        throw new Malformed(DrawFiles.TRANSCRIPT, 0, selected.get(visit).id() + " 不在候选名单中");
      }
      byIndex[visit] = (long) index << Integer.SIZE | visit;
      last.put(candidates.number(index), index);
    }
    last.forEach((stratum, index) -> lastUsed.put(stratum, tickets.of(index)));
    Arrays.sort(byIndex);
    objects = Arrays.stream(byIndex).mapToInt(key -> (int) (key >>> Integer.SIZE)).toArray();
    ends = new int[objects.length * demands.size()];
    loads = TeamPicker.loadsBefore(drawing.lists());
    members = members(transcript, byIndex);
  }

  private String[] members(Transcript transcript, long[] byIndex) {
    String[] all = new String[1 << 8];
    int size = 0;
    for (int i = 0; i < byIndex.length; i++) {
      String object = transcript.selected().get((int) byIndex[i]).id();
      Map<String, List<String>> teams = transcript.teams().getOrDefault(object, Map.of());
      for (int d = 0; d < demands.size(); d++) {
        List<String> team = teams.getOrDefault(demands.get(d).department(), List.of());
        if (size + team.size() > all.length) {
          all = Arrays.copyOf(all, Math.max(all.length * 2, size + team.size()));
        }
        for (String id : team) {
          FrozenLists.Inspector inspector = drawing.lists().inspectorById.get(id);
          if (inspector == null) {
            throw new Malformed(DrawFiles.TRANSCRIPT, 0, id + " 不在检查人员名单中");
          }
          loads.merge(id, 1L, Long::sum);
          all[size++] = inspector.id();
        }
        ends[i * demands.size() + d] = size;
      }
    }
    return Arrays.copyOf(all, size);
  }

  /**
   * The substitution (补抽) that follows these events: the next object of the stratum's order comes in.
   *
   * @param events those there are, in order
   * @param evidence SHA-256 in hex; nullable
   * @throws Malformed if the object was not drawn or is already void, or the events do not follow from this draw
   */
  public Transcript.Event substitute(
      List<Transcript.Event> events, String object, String reason, String evidence) {
    return after(events).substitute(object, reason, evidence);
  }

  /**
   * The recusal (回避) that follows these events: one inspector leaves one object's team.
   *
   * @param events those there are, in order
   * @param evidence SHA-256 in hex; nullable
   * @param fresh nonce made by the approver when approving
   * @throws Malformed if he is not in the team, or the events do not follow from this draw
   */
  public Transcript.Event recuse(List<Transcript.Event> events, String object, String inspector, String reason,
      String evidence, String fresh) {
    return after(events).recuse(object, inspector, reason, evidence, fresh);
  }

  EventReplay after(List<Transcript.Event> events) {
    EventReplay replay = new EventReplay(this);
    events.forEach(replay::follow);
    return replay;
  }

  /** Code of the stratum of a candidate. @throws Malformed if it is none */
  public String stratum(String object) {
    int index = drawing.lists().candidates.find(object);
    if (index < 0) {
      throw new Malformed(DrawFiles.TRANSCRIPT, 0, object + " 不在候选名单中");
    }
    return drawing.params().strata().get(drawing.lists().candidates.number(index)).code();
  }

  /** About how many bytes of memory it takes. */
  public long bytes() {
    FrozenLists lists = drawing.lists();
    long recusals = lists.recusals.values().stream().mapToLong(inspectors -> inspectors.size() + 1).sum();
    return lists.candidates.bytes() + (long) Integer.BYTES * (objects.length + ends.length + members.length)
        + (long) BYTES_PER_INSPECTOR * lists.inspectorById.size() + BYTES_PER_RECUSAL * recusals;
  }

  String seed() {
    return seed;
  }

  Drawing drawing() {
    return drawing;
  }

  Tickets tickets() {
    return new Tickets(seed, drawing.lists().candidates);
  }

  TeamPicker picker() {
    return new TeamPicker(drawing.lists(), loads);
  }

  /** By index of the stratum: the last object of its order that was selected. */
  Map<Integer, Tickets.Ticket> lastUsed() {
    return Collections.unmodifiableMap(lastUsed);
  }

  /** The object's teams as first drawn, by department; null if it was not selected. */
  Map<String, List<String>> teams(String object) {
    int at = Arrays.binarySearch(objects, drawing.lists().candidates.find(object));
    if (at < 0) {
      return null;
    }
    Map<String, List<String>> teams = new LinkedHashMap<>();
    for (int d = 0; d < demands.size(); d++) {
      int team = at * demands.size() + d;
      teams.put(demands.get(d).department(),
          List.of(Arrays.copyOfRange(members, team == 0 ? 0 : ends[team - 1], ends[team])));
    }
    return teams;
  }
}
