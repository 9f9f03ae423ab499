package cn.jointinspection.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes. The draw's definition has its own ({@code draw.engine} may use java.* only). */
public final class Sha256 {

  private Sha256() {}

  /** 64 lower-case hex digits. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  /** 32 bytes. */
  public static byte[] digest(byte[] bytes) {
    return fresh().digest(bytes);
  }

  /** For bytes that come one after another. */
  public static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
