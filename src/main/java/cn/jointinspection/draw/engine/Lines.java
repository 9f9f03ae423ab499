package cn.jointinspection.draw.engine;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;

/** Lines and their order (draw-spec 1). */
final class Lines {

  /** Order of UTF-8 bytes, unsigned, which is the order of code points. */
  static final Comparator<String> BYTE_ORDER = (a, b) ->
      Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private Lines() {}

  /** Why the text is no line; null if it is one. */
  static String objection(String text) {
    if (text.isEmpty()) {
      return "不得为空";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7f && c <= 0x9f || c == 0x2028 || c == 0x2029) {
        return "含控制字符或换行符（第 " + (i + 1) + " 个字符）";
      }
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return "不是完整的 Unicode 字符（第 " + (i + 1) + " 个字符）";
      }
    }
    return Normalizer.isNormalized(text, Normalizer.Form.NFC) ? null : "不是 NFC 规范形式";
  }

  static String require(String text, String file, int line, String what) {
    String objection = objection(text);
    if (objection != null) {
      throw new Malformed(file, line, what + objection);
    }
    return text;
  }
}
