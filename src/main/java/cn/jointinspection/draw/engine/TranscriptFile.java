package cn.jointinspection.draw.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * {@code transcript.json} with events added to it (draw-spec 8). The bytes before the events never change, so that they
 * are hashed once and kept once: each later version is the file as first drawn up to its events, and a new tail.
 */
public final class TranscriptFile {

  private static final byte[] TAIL_WITHOUT_EVENTS = tail(List.of());

  private final MessageDigest head;
  private final long headSize;

  /**
   * @param drawn the file as first drawn, without events
   * @throws Malformed if it does not end as such a file does
   */
  public TranscriptFile(byte[] drawn) {
    byte[] end = "\n \"events\": []\n}\n".getBytes(StandardCharsets.UTF_8);
    int from = drawn.length - end.length;
    if (from < 0 || !Arrays.equals(drawn, from, drawn.length, end, 0, end.length)) {
      throw new Malformed(DrawFiles.TRANSCRIPT, 0, "应以空的 events 结尾");
    }
    headSize = headSize(drawn.length);
    head = Hash.sha256Of(drawn, (int) headSize);
  }

  /** How many bytes of the file as first drawn, which has so many, stand before the events. */
  public static long headSize(long drawnSize) {
    return drawnSize - TAIL_WITHOUT_EVENTS.length;
  }

  /**
   * What follows the head.
   *
   * @param events each as {@link Transcript.Event#text} gives it, in order
   */
  public static byte[] tail(List<String> events) {
    String between = ",\n  ";
    String tail = events.isEmpty() ? "]\n}\n" : "\n  " + String.join(between, events) + "\n ]\n}\n";
    return tail.getBytes(StandardCharsets.UTF_8);
  }

  /** Of the file with this tail, in hex. */
  public String sha256(byte[] tail) {
    MessageDigest digest = Hash.copy(head);
    digest.update(tail);
    return Hash.hex(digest.digest());
  }

  /** Of the file with this tail, in bytes. */
  public long size(byte[] tail) {
    return headSize + tail.length;
  }
}
