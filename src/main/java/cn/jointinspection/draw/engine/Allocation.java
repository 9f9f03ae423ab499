package cn.jointinspection.draw.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many of each stratum (draw-spec 4). Integers only; products may pass 64 bits. */
final class Allocation {

  private Allocation() {}

  /**
   * @param sizes number of candidates by stratum, in rising risk
   * @return number to select by stratum
   */
  static int[] allocate(DrawParams params, int[] sizes) {
    if (params.basisPoints() == 10_000) {
      return sizes.clone();
    }
    int[] weights = params.strata().stream().mapToInt(DrawParams.Stratum::weight).toArray();
    return allocate(sizes, weights, params.basisPoints(), params.planned() == null ? 0 : params.planned());
  }

  static int[] allocate(int[] sizes, int[] weights, int basisPoints, int planned) {
    long candidates = 0;
    for (int size : sizes) {
      candidates += size;
    }
    long left = Math.min(candidates, Math.max(planned, (candidates * basisPoints + 9_999) / 10_000));
    int[] taken = new int[sizes.length];
    List<Integer> open = new ArrayList<>();
    for (int s = 0; s < sizes.length; s++) {
      if (sizes[s] > 0) {
        open.add(s);
      }
    }
    left = takeWhole(sizes, weights, left, taken, open);
    share(sizes, weights, left, taken, open);
    repairUpwards(sizes, taken);
    return taken;
  }

  /** Step 2: a stratum whose share would pass its size is taken whole, until none is. */
  private static long takeWhole(int[] sizes, int[] weights, long left, int[] taken, List<Integer> open) {
    while (!open.isEmpty()) {
      BigInteger total = total(sizes, weights, open);
      BigInteger now = BigInteger.valueOf(left);
      List<Integer> whole = open.stream()
          .filter(s -> now.multiply(BigInteger.valueOf(weights[s])).compareTo(total) >= 0).toList();
      if (whole.isEmpty()) {
        break;
      }
      for (int s : whole) {
        taken[s] = sizes[s];
        left -= sizes[s];
      }
      open.removeAll(whole);
    }
    return left;
  }

  /** Step 3: proportional shares, the rest to the largest remainders, ties to the higher risk. */
  private static void share(int[] sizes, int[] weights, long left, int[] taken, List<Integer> open) {
    if (open.isEmpty()) {
      return;
    }
    BigInteger total = total(sizes, weights, open);
    BigInteger[] remainders = new BigInteger[sizes.length];
    long rest = left;
    for (int s : open) {
      BigInteger[] share = BigInteger.valueOf(left).multiply(BigInteger.valueOf(sizes[s]))
          .multiply(BigInteger.valueOf(weights[s])).divideAndRemainder(total);
      taken[s] = share[0].intValueExact();
      remainders[s] = share[1];
      rest -= taken[s];
    }
    List<Integer> byRemainder = new ArrayList<>(open);
    byRemainder.sort(Comparator.<Integer, BigInteger>comparing(s -> remainders[s])
        .thenComparing(Comparator.naturalOrder()).reversed());
    for (int i = 0; i < rest; i++) {
      taken[byRemainder.get(i)]++;
    }
  }

  /** Step 4: the sampled fraction strictly rises with risk, or both are the whole. */
  private static void repairUpwards(int[] sizes, int[] taken) {
    int previous = -1;
    for (int s = 0; s < sizes.length; s++) {
      if (sizes[s] == 0) {
        continue;
      }
      long least = previous < 0 ? 1 : Math.min(sizes[s], (long) taken[previous] * sizes[s] / sizes[previous] + 1);
      taken[s] = (int) Math.max(taken[s], least);
      previous = s;
    }
  }

  private static BigInteger total(int[] sizes, int[] weights, List<Integer> open) {
    BigInteger total = BigInteger.ZERO;
    for (int s : open) {
      total = total.add(BigInteger.valueOf((long) sizes[s] * weights[s]));
    }
    return total;
  }
}
