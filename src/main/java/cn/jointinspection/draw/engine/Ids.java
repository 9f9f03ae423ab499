package cn.jointinspection.draw.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A long list of ids with a small number each, kept as bytes: a million take some 25 MB, not a million objects. */
final class Ids {

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private short[] numbers = new short[1 << 8];
  private int size;

  int size() {
    return size;
  }

  /** @return whether the id is above the last in byte order; only then is it added */
  boolean add(byte[] source, int from, int to, int number) {
    if (size > 0 && Arrays.compareUnsigned(bytes, start(size - 1), ends[size - 1], source, from, to) >= 0) {
      return false;
    }
    int end = size == 0 ? 0 : ends[size - 1];
    while (end + to - from > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    System.arraycopy(source, from, bytes, end, to - from);
    ends[size] = end + to - from;
    numbers[size] = (short) number;
    size++;
    return true;
  }

  boolean add(String id, int number) {
    byte[] source = id.getBytes(StandardCharsets.UTF_8);
    return add(source, 0, source.length, number);
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  /** How many bytes of memory it takes. */
  long bytes() {
    return bytes.length + (long) Integer.BYTES * ends.length + (long) Short.BYTES * numbers.length;
  }

  int number(int index) {
    return numbers[index];
  }

  String id(int index) {
    return new String(bytes, start(index), ends[index] - start(index), StandardCharsets.UTF_8);
  }

  void digest(int index, java.security.MessageDigest digest) {
    digest.update(bytes, start(index), ends[index] - start(index));
  }

  int compare(int a, int b) {
    return Arrays.compareUnsigned(bytes, start(a), ends[a], bytes, start(b), ends[b]);
  }

  int compare(int a, Ids others, int b) {
    return Arrays.compareUnsigned(bytes, start(a), ends[a], others.bytes, others.start(b), others.ends[b]);
  }

  /** Index of the id, or negative. */
  int find(String id) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(bytes, start(middle), ends[middle], key, 0, key.length);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
