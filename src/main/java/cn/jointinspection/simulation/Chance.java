package cn.jointinspection.simulation;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that depends on the seed and on what it is about, and not on what was asked before: the same person meets the same
 * luck whatever the order in which work comes up.
 */
final class Chance {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Chance of(long seed, String about) {
    long hash = FNV_OFFSET ^ seed;
    for (int i = 0; i < about.length(); i++) {
      hash = (hash ^ about.charAt(i)) * FNV_PRIME;
    }
    return new Chance(hash ^ (hash >>> 29));
  }

  /** True for so many of a thousand. */
  boolean perMille(int share) {
    return random.nextInt(1000) < share;
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String digits(int length) {
    StringBuilder digits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  /** 64 hex digits, as a browser makes a nonce. */
  String nonce() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return HexFormat.of().formatHex(bytes);
  }
}
