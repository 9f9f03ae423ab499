package cn.jointinspection.draw.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Who inspects (draw-spec 6), with the loads as they stand. */
final class TeamPicker {

  private final FrozenLists lists;
  private final Map<String, Long> loads;

  /** @param loads number of objects by inspector, to begin with; not changed */
  TeamPicker(FrozenLists lists, Map<String, Long> loads) {
    this.lists = lists;
    this.loads = new HashMap<>(loads);
  }

  /** Number of objects by inspector before the draw. */
  static Map<String, Long> loadsBefore(FrozenLists lists) {
    Map<String, Long> loads = new HashMap<>();
    lists.inspectorById.values().forEach(inspector -> loads.put(inspector.id(), (long) inspector.load()));
    return loads;
  }

  /** The teams of one object by department, in the order of department id. */
  Map<String, List<String>> teams(String key, String object, List<Transcript.Shortfall> shortfalls) {
    Map<String, List<String>> teams = new TreeMap<>(Lines.BYTE_ORDER);
    for (DrawParams.Team demand : lists.params.teamsInOrder()) {
      List<String> team = team(key, object, demand, shortfalls);
      team.forEach(this::burden);
      teams.put(demand.department(), team);
    }
    return teams;
  }

  private List<String> team(
      String key, String object, DrawParams.Team demand, List<Transcript.Shortfall> shortfalls) {
    List<FrozenLists.Inspector> pool = pool(demand.department(), object, Set.of());
    List<String> team = new ArrayList<>();
    for (String label : byFewestHolders(demand.labels().keySet(), pool)) {
      while (holders(team, label) < demand.labels().get(label)) {
        String picked = pick(key, object, team, pool, inspector -> inspector.labels().contains(label));
        if (picked == null) {
          shortfalls.add(new Transcript.Shortfall(object, demand.department(), label));
          break;
        }
        team.add(picked);
      }
    }
    while (team.size() < demand.count()) {
      String picked = pick(key, object, team, pool, inspector -> true);
      if (picked == null) {
        shortfalls.add(new Transcript.Shortfall(object, demand.department(), "count"));
        break;
      }
      team.add(picked);
    }
    return team;
  }

  /**
   * Who fills the place of one who left; his load is for the caller to count.
   *
   * @param staying the team without him
   * @param without all who are recused for the object by events, this one included
   * @return who comes in; null for a shortfall
   */
  String replace(String key, String object, String department, List<String> staying, Set<String> without) {
    Map<String, Integer> labels = lists.params.teams().stream()
        .filter(team -> team.department().equals(department)).findFirst().orElseThrow().labels();
    List<String> needed =
        labels.keySet().stream().filter(label -> holders(staying, label) < labels.get(label)).toList();
    return pick(key, object, staying, pool(department, object, without),
        inspector -> inspector.labels().containsAll(needed));
  }

  void burden(String inspector) {
    loads.merge(inspector, 1L, Long::sum);
  }

  void relieve(String inspector) {
    loads.merge(inspector, -1L, Long::sum);
  }

  private List<FrozenLists.Inspector> pool(String department, String object, Set<String> without) {
    Set<String> recused = lists.recusals.getOrDefault(object, Set.of());
    return lists.inspectors.getOrDefault(department, List.of()).stream()
        .filter(inspector -> !recused.contains(inspector.id()) && !without.contains(inspector.id())).toList();
  }

  private static List<String> byFewestHolders(Collection<String> labels, List<FrozenLists.Inspector> pool) {
    Comparator<String> fewest = Comparator.comparingLong(
        label -> pool.stream().filter(inspector -> inspector.labels().contains(label)).count());
    return labels.stream().sorted(fewest.thenComparing(Lines.BYTE_ORDER)).toList();
  }

  private long holders(List<String> team, String label) {
    return team.stream().filter(id -> lists.inspectorById.get(id).labels().contains(label)).count();
  }

  private String pick(String key, String object, List<String> team, List<FrozenLists.Inspector> pool,
      Predicate<FrozenLists.Inspector> which) {
    List<FrozenLists.Inspector> free =
        pool.stream().filter(which).filter(inspector -> !team.contains(inspector.id())).toList();
    if (free.isEmpty()) {
      return null;
    }
    long lowest = free.stream().mapToLong(inspector -> loads.get(inspector.id())).min().orElseThrow();
    MessageDigest started = Hash.started("inspector", key, object);
    String best = null;
    byte[] bestHash = null;
    for (FrozenLists.Inspector inspector : free) {
      if (loads.get(inspector.id()) > lowest + lists.params.slack()) {
        continue;
      }
      byte[] hash = hash(started, inspector.id());
      int order = bestHash == null ? -1 : Arrays.compareUnsigned(hash, bestHash);
      if (order < 0 || order == 0 && Lines.BYTE_ORDER.compare(inspector.id(), best) < 0) {
        best = inspector.id();
        bestHash = hash;
      }
    }
    return best;
  }

  private static byte[] hash(MessageDigest started, String id) {
    MessageDigest digest = Hash.copy(started);
    digest.update(id.getBytes(StandardCharsets.UTF_8));
    return digest.digest();
  }
}
