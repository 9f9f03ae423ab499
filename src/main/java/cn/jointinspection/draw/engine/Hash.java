package cn.jointinspection.draw.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** {@code H(l1, ..., ln)} of the definition (draw-spec 1). */
final class Hash {

  private static final HexFormat HEX = HexFormat.of();

  private Hash() {}

  /** Lower-case hex. Callers pass lines; what is none is a mistake of theirs. */
  static String of(String... lines) {
    MessageDigest digest = prefix();
    for (String line : lines) {
      String objection = Lines.objection(line);
      if (objection != null) {
        throw new IllegalArgumentException(objection);
      }
      digest.update((byte) '\n');
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HEX.formatHex(digest.digest());
  }

  static String sha256(byte[] bytes) {
    return HEX.formatHex(sha256().digest(bytes));
  }

  /** A SHA-256 that has read so many bytes, to be copied and read on. */
  static MessageDigest sha256Of(byte[] bytes, int length) {
    MessageDigest digest = sha256();
    digest.update(bytes, 0, length);
    return digest;
  }

  static String hex(byte[] digest) {
    return HEX.formatHex(digest);
  }

  /** A digest that has read {@code ssj-draw/1} and the lines, each after a line feed, and one line feed more. */
  static MessageDigest started(String... lines) {
    MessageDigest digest = prefix();
    for (String line : lines) {
      digest.update((byte) '\n');
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    digest.update((byte) '\n');
    return digest;
  }

  static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest prefix() {
    MessageDigest digest = sha256();
    digest.update("ssj-draw/1".getBytes(StandardCharsets.UTF_8));
    return digest;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
