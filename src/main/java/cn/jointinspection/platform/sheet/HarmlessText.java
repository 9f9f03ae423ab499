package cn.jointinspection.platform.sheet;

import java.util.regex.Pattern;

/** Text that office programs show as text, never run as a formula. */
public final class HarmlessText {

  private static final Pattern FORMULA =
      Pattern.compile("[\\t\\r].*|[\\s\\p{Cntrl}]*[=+\\-@＝＋－＠|].*", Pattern.DOTALL);

  private HarmlessText() {}

  /** Puts an apostrophe before what an office program could take for a formula; null becomes an empty text. */
  public static String of(String text) {
    if (text == null) {
      return "";
    }
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** Takes back what {@link #of} did, so that what was written out comes in as it was. */
  static String undone(String text) {
    return text.startsWith("'") && FORMULA.matcher(text.substring(1)).matches() ? text.substring(1) : text;
  }
}
