package cn.jointinspection.draw;

import cn.jointinspection.draw.DrawRefused.ShortfallUndecided;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.Recusal;
import cn.jointinspection.registry.Recusals;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places that no inspector could be picked for: people decide on each (三). The record of the draw is never changed. */
@Service
public class DrawShortfalls {

  private static final int LEAST_TEAM = 2;

  private final DrawStore store;
  private final ResultStore results;
  private final Inspectors inspectors;
  private final Recusals recusals;
  private final Clock clock;

  DrawShortfalls(DrawStore store, ResultStore results, Inspectors inspectors, Recusals recusals, Clock clock) {
    this.store = store;
    this.results = results;
    this.inspectors = inspectors;
    this.recusals = recusals;
    this.clock = clock;
  }

  /**
   * @param present number of inspectors in the team as it stands
   * @param eligible inspectors who could be drawn today, not recused for the object, not yet in its team
   */
  public record Open(Shortfall shortfall, int present, List<Inspector> eligible) {}

  /** Those not decided on, in order. @param matters of the joint inspection */
  public List<Open> open(String drawId, List<String> matters) {
    List<Shortfall> open = undecided(drawId);
    Teams teams = new Teams(drawId, open, matters);
    return open.stream().map(shortfall ->
        new Open(shortfall, teams.of(shortfall).size(), teams.eligible(shortfall))).toList();
  }

  private List<Shortfall> undecided(String drawId) {
    return results.shortfalls(drawId).stream().filter(shortfall -> shortfall.decision() == null).toList();
  }

  /**
   * Records what people decide about every shortfall.
   *
   * @param matters of the joint inspection
   * @throws ShortfallUndecided if one is left open, or a team would have fewer than two
   */
  @Transactional
  public void resolve(String drawId, List<String> matters, List<ShortfallDecision> decisions, Actor actor) {
    store.lock(drawId).requireIn("处理人员缺口", DrawStatus.DRAWN);
    List<Shortfall> all = results.shortfalls(drawId);
    Map<Place, Shortfall> open = all.stream().filter(place -> place.decision() == null).collect(Collectors.toMap(
        place -> new Place(place.objectNo(), place.department(), place.seq()), Function.identity()));
    Teams teams = new Teams(drawId, all, matters);
    for (ShortfallDecision decision : decisions) {
      Shortfall shortfall = open.remove(new Place(decision.objectNo(), decision.department(), decision.seq()));
      if (shortfall == null) {
        throw new ShortfallUndecided("这一缺口不存在或已处理，未作更改。请刷新后重试。");
      }
      if (decision.reason() == null || decision.reason().isBlank()) {
        throw new ShortfallUndecided("处理缺口须写明理由，未作更改。请补充理由后提交。");
      }
      if (decision.inspector() != null) {
        teams.designate(shortfall, decision.inspector());
      }
    }
    if (!open.isEmpty()) {
      throw new ShortfallUndecided("还有缺口没有处理，未作更改。请逐项决定后提交。");
    }
    if (all.stream().anyMatch(shortfall -> teams.of(shortfall).size() < LEAST_TEAM)) {
      throw new ShortfallUndecided("有的检查组不足两人，不能检查（执法检查人员不得少于两人），未作更改。请为每组指定人员补足两人。");
    }
    results.decide(drawId, decisions, actor.userId(), OffsetDateTime.now(clock));
  }

  private record Place(String objectNo, String department, int seq) {}

  /** The teams that miss somebody, and who could come in; all read at once. */
  private final class Teams {

    private final Map<String, Map<String, Set<String>>> members;
    private final Map<String, List<Inspector>> inForce = new HashMap<>();
    private final Map<String, Set<String>> recused;

    Teams(String drawId, List<Shortfall> shortfalls, List<String> matters) {
      members = results.teamsWithShortfalls(drawId);
      Set<String> departments = shortfalls.stream().map(Shortfall::department).collect(Collectors.toSet());
      LocalDate today = LocalDate.now(clock);
      departments.forEach(department -> inForce.put(department,
          inspectors.forMatters(List.of(department), matters, today)));
      recused = recusals.of(departments, today).stream().collect(
          Collectors.groupingBy(Recusal::objectNo, Collectors.mapping(Recusal::inspector, Collectors.toSet())));
    }

    Set<String> of(Shortfall shortfall) {
      return members.computeIfAbsent(shortfall.objectNo(), object -> new HashMap<>())
          .computeIfAbsent(shortfall.department(), department -> new HashSet<>());
    }

    List<Inspector> eligible(Shortfall shortfall) {
      Set<String> team = of(shortfall);
      Set<String> away = recused.getOrDefault(shortfall.objectNo(), Set.of());
      return inForce.get(shortfall.department()).stream()
          .filter(inspector -> !team.contains(inspector.certificateNo()) && !away.contains(inspector.certificateNo()))
          .toList();
    }

    void designate(Shortfall shortfall, String inspector) {
      if (eligible(shortfall).stream().noneMatch(eligible -> eligible.certificateNo().equals(inspector))) {
        throw new ShortfallUndecided("指定的人员 " + inspector + " 证件无效、须回避、不能检查这些事项或已在组中，未作更改。请另选一人。");
      }
      of(shortfall).add(inspector);
    }
  }
}
