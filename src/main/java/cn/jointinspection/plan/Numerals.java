package cn.jointinspection.plan;

import java.util.regex.Pattern;

/** Whole numbers up to 999 as people write them: 12, 十二, 一百零五, 两. */
final class Numerals {

  /** Part of a regular expression, without groups. */
  static final String CHINESE =
      "(?=[一二两三四五六七八九十百])(?:[一二两三四五六七八九]?百)?[零〇]?(?:[一二三四五六七八九]?十)?[零〇]?[一二两三四五六七八九]?";

  /** Part of a regular expression, without groups. */
  static final String ANY = "(?:\\d{1,3}|" + CHINESE + ")";

  private static final String DIGITS = "零一二三四五六七八九";
  private static final Pattern ARABIC = Pattern.compile("\\d+");

  private Numerals() {}

  /** @param text matches {@link #ANY} */
  static int value(String text) {
    if (ARABIC.matcher(text).matches()) {
      return Integer.parseInt(text);
    }
    int sum = 0;
    int digit = 0;
    for (char c : text.replace('两', '二').replace('〇', '零').toCharArray()) {
      int weight = c == '百' ? 100 : c == '十' ? 10 : 0;
      sum += weight * Math.max(digit, 1);
      digit = weight > 0 ? 0 : DIGITS.indexOf(c);
    }
    return sum + digit;
  }
}
