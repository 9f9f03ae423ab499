package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many draws with fixed seeds; the bounds are 99.9 % points, so a biased draw shows and a fair one does not. */
@Clause("三-1")
@DisplayName("抽取是公平的")
class FairnessTest {

  private static final int DRAWS = 4_000;

  private final SmallDraw small = new SmallDraw();

  @Test
  @Clause("三-2")
  @DisplayName("每户被抽中的机会相同")
  void everyObjectIsDrawnEquallyOften() {
    Map<String, Integer> counts = new TreeMap<>();
    Drawing drawing = small.drawing();
    int drawn = 0;
    for (int i = 0; i < DRAWS; i++) {
      List<Transcript.Selected> selected = drawing.draw(SmallDraw.nonces(i), "42").selected();
      selected.forEach(object -> counts.merge(object.id(), 1, Integer::sum));
      drawn = selected.size();
    }
    double share = (double) drawn / small.candidates;
    double expected = DRAWS * share;
    // Without replacement the counts of one draw sum to n: variance per count is R p (1-p), and N-1 are free.
    double chiSquare = counts.values().stream().mapToDouble(count -> (count - expected) * (count - expected)).sum()
        / (expected * (1 - share)) * (small.candidates - 1) / small.candidates;

    assertThat(counts).hasSize(small.candidates);
    assertThat(chiSquare).as("39 degrees of freedom: 0.1 % to 99.9 %").isBetween(16.3, 72.1);
  }

  @Test
  @DisplayName("任何两户同时被抽中的机会相同，名单上的邻居也不例外")
  void everyPairOfObjectsIsDrawnEquallyOften() {
    small.candidates = 20;
    Drawing drawing = small.drawing();
    Map<String, Integer> pairs = new TreeMap<>();
    for (int i = 0; i < DRAWS; i++) {
      countPairs(drawing.draw(SmallDraw.nonces(i), "42").selected().stream().map(s -> s.id()).toList(), pairs);
    }
    // 4 of 20: a pair comes with probability 4/20 * 3/19.
    assertPairs(pairs, 20 * 19 / 2, DRAWS, 4.0 / 20 * 3 / 19);
  }

  @Test
  @Clause("三-3")
  @DisplayName("任何两名检查人员同组的机会相同")
  void everyPairOfInspectorsMeetsEquallyOften() {
    small.slack = 1_000;
    Drawing drawing = small.drawing();
    Map<String, Integer> pairs = new TreeMap<>();
    int teams = 0;
    for (int i = 0; i < 500; i++) {
      for (Map<String, List<String>> team : drawing.draw(SmallDraw.nonces(i), "42").teams().values()) {
        countPairs(team.get("gaj"), pairs);
        teams++;
      }
    }

    assertPairs(pairs, 8 * 7 / 2, teams, 1.0 / 28);
  }

  private static void countPairs(List<String> members, Map<String, Integer> pairs) {
    List<String> sorted = members.stream().sorted().toList();
    for (int a = 0; a < sorted.size(); a++) {
      for (int b = a + 1; b < sorted.size(); b++) {
        pairs.merge(sorted.get(a) + " " + sorted.get(b), 1, Integer::sum);
      }
    }
  }

  private static void assertPairs(Map<String, Integer> pairs, int number, int trials, double probability) {
    double expected = trials * probability;
    double deviation = Math.sqrt(expected * (1 - probability));
    assertThat(pairs).hasSize(number);
    assertThat(pairs).allSatisfy((pair, count) -> assertThat((count - expected) / deviation).isBetween(-4.5, 4.5));
    double spread = pairs.values().stream()
        .mapToDouble(count -> Math.pow((count - expected) / deviation, 2)).average().orElseThrow();
    assertThat(spread).as("mean square of the standardised counts").isBetween(0.5, 1.6);
  }

  @Test
  @Clause("三-3")
  @DisplayName("每人都有机会任组长")
  void everyInspectorLeadsSometimes() {
    Map<String, Integer> leaders = new TreeMap<>();
    for (int i = 0; i < 100; i++) {
      small.draw(i).teams().values().forEach(team -> leaders.merge(team.get("gaj").get(0), 1, Integer::sum));
    }

    assertThat(leaders).hasSize(small.inspectors).allSatisfy((id, times) -> assertThat(times).isBetween(60, 140));
  }

  @Test
  @DisplayName("同一次抽取中，各人的任务数相差不超过容差加一")
  void loadsStayWithinTheSlack() {
    small.candidates = 300;
    for (int slack = 0; slack < 4; slack++) {
      small.slack = slack;
      Map<String, Integer> loads = new TreeMap<>();
      for (int i = 0; i < small.inspectors; i++) {
        loads.put("gaj-%03d".formatted(i), 0);
      }
      for (Map<String, List<String>> team : small.draw(slack).teams().values()) {
        assertThat(team.get("gaj")).doesNotHaveDuplicates().hasSize(small.teamSize);
        team.get("gaj").forEach(id -> loads.merge(id, 1, Integer::sum));

        int most = loads.values().stream().max(Integer::compare).orElseThrow();
        int fewest = loads.values().stream().min(Integer::compare).orElseThrow();
        assertThat(most - fewest).isLessThanOrEqualTo(slack + 1);
      }
    }
  }

  @Test
  @DisplayName("去掉一户，别的户的票号和先后不变，只有后一名补上来")
  void removingAnObjectMovesNoOther() {
    String seed = SmallDraw.nonce("seed");
    List<String> order = order(seed, -1, 40);

    for (int removed = 0; removed < 40; removed++) {
      List<String> expected = new ArrayList<>(order);
      expected.remove(id(removed));

      assertThat(order(seed, removed, 8)).isEqualTo(expected.subList(0, 8));
    }
  }

  /** The first of a single stratum of 40, one of them removed. */
  private static List<String> order(String seed, int removed, int first) {
    Ids candidates = new Ids();
    for (int i = 0; i < 40; i++) {
      if (i != removed) {
        candidates.add(id(i), 0);
      }
    }
    return new Tickets(seed, candidates).select(new int[] {first}).stream()
        .map(ticket -> candidates.id(ticket.index())).toList();
  }

  private static String id(int number) {
    return "企业-%03d".formatted(number);
  }

  @Test
  @DisplayName("更正一户的风险等级，不影响别的户的票号")
  void theStratumIsNotPartOfTheTicket() {
    Ids before = new Ids();
    Ids after = new Ids();
    for (int i = 0; i < 10; i++) {
      before.add(id(i), 0);
      after.add(id(i), i == 4 ? 1 : 0);
    }

    assertThat(new Tickets(SmallDraw.nonce("seed"), after).of(4).hex())
        .isEqualTo(new Tickets(SmallDraw.nonce("seed"), before).of(4).hex())
        .isEqualTo(Hash.of("object", SmallDraw.nonce("seed"), id(4)));
  }
}
