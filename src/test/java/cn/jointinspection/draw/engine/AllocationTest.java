package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("各层抽多少：风险越高，抽取比例越高（四）")
class AllocationTest {

  private static final int CASES = 30_000;

  @Test
  @Clause({"三-7", "四-2", "四-5"})
  @DisplayName("任何名单都不超取、不少取，比例随风险严格上升或同为全取")
  void holdsForAnyPool() {
    Random random = new Random(20240319);
    for (int i = 0; i < CASES; i++) {
      int[] sizes = random.ints(1 + random.nextInt(6), 0, size(random)).toArray();
      int[] weights = weights(random, sizes.length);
      int basisPoints = 1 + random.nextInt(9_999);
      int planned = random.nextBoolean() ? 0 : random.nextInt(1 + 2 * Math.max(1, Arrays.stream(sizes).sum()));

      int[] taken = Allocation.allocate(sizes, weights, basisPoints, planned);

      String context = "sizes %s weights %s basisPoints %d planned %d taken %s".formatted(
          Arrays.toString(sizes), Arrays.toString(weights), basisPoints, planned, Arrays.toString(taken));
      long pool = Arrays.stream(sizes).asLongStream().sum();
      long least = Math.min(pool, Math.max(planned, share(pool, basisPoints)));
      assertThat(Arrays.stream(taken).asLongStream().sum()).as(context).isGreaterThanOrEqualTo(least);
      int previous = -1;
      for (int s = 0; s < sizes.length; s++) {
        assertThat(taken[s]).as(context).isBetween(sizes[s] == 0 ? 0 : 1, sizes[s]);
        if (sizes[s] > 0 && previous >= 0) {
          long lower = (long) taken[previous] * sizes[s];
          long higher = (long) taken[s] * sizes[previous];
          boolean bothWhole = taken[s] == sizes[s] && taken[previous] == sizes[previous];
          assertThat(bothWhole || higher > lower).as(context).isTrue();
        }
        previous = sizes[s] > 0 ? s : previous;
      }
    }
  }

  @Test
  @Clause("四-4")
  @DisplayName("各层都够大、权重拉得开时，总数正好是比例要求的数")
  void takesExactlyTheRatioWhereNothingIsRepaired() {
    Random random = new Random(20240411);
    for (int i = 0; i < 2_000; i++) {
      int[] sizes = random.ints(4, 5_000, 50_000).toArray();
      int basisPoints = 100 + random.nextInt(900);

      int[] taken = Allocation.allocate(sizes, new int[] {1, 2, 4, 8}, basisPoints, 0);

      long pool = Arrays.stream(sizes).asLongStream().sum();
      assertThat(Arrays.stream(taken).asLongStream().sum()).isEqualTo(share(pool, basisPoints));
    }
  }

  @Test
  @DisplayName("乘积超出 64 位整数时仍然精确")
  void isExactBeyondSixtyFourBits() {
    int[] taken = Allocation.allocate(
        new int[] {90_000_000, 90_000_000}, new int[] {999_999, 1_000_000}, 5_000, 0);

    // 90,000,000 * 90,000,000 * 999,999 / 179,999,910,000,000 by hand: 44,999,977.499...
    assertThat(taken).containsExactly(44_999_977, 45_000_023);
  }

  @Test
  @DisplayName("余数相等时多的一个给风险高的层")
  void tiesGoToTheHigherRisk() {
    assertThat(Allocation.allocate(new int[] {10, 5}, new int[] {1, 2}, 2_000, 0)).containsExactly(1, 2);
  }

  @Test
  @DisplayName("取满一层后，剩下的数在其余各层中再看一遍")
  void looksAgainAfterAStratumIsTakenWhole() {
    assertThat(Allocation.allocate(new int[] {30, 12, 5, 3}, new int[] {1, 3, 40, 1_000}, 3_000, 0))
        .containsExactly(3, 4, 5, 3);
  }

  /** Rounded up. */
  private static long share(long pool, int basisPoints) {
    return -Math.floorDiv(-pool * basisPoints, 10_000L);
  }

  private static int size(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 4;
      case 1 -> 30;
      case 2 -> 1_000;
      default -> 1_000_000;
    };
  }

  private static int[] weights(Random random, int strata) {
    int[] weights = new int[strata];
    int highest = random.nextInt(3) == 0 ? 1_000_000 / strata - 1 : 9;
    int weight = 0;
    for (int s = 0; s < strata; s++) {
      weight += 1 + random.nextInt(highest);
      weights[s] = weight;
    }
    return weights;
  }
}
