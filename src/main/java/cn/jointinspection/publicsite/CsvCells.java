package cn.jointinspection.publicsite;

import java.util.regex.Pattern;

/** Cells that office programs show as text, never run as formulas. */
final class CsvCells {

  private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Cntrl}]*[=+\\-@＝＋－＠|].*", Pattern.DOTALL);

  private CsvCells() {}

  /** Puts an apostrophe before what an office program could take for a formula; null becomes an empty cell. */
  static String safe(String text) {
    if (text == null) {
      return "";
    }
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
