package cn.jointinspection.platform.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of a cell is as a name, a code or a date, however it was typed. */
public final class CellText {

  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n|[\\r\\x0B\\x0C\\x85\\u2028\\u2029]");
  /** Formatting characters (zero-width, direction, soft hyphen, BOM), control characters, fillers without a shape. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Cc}\\u034F\\u115F\\u1160\\u3164\\uFFA0\\uFFFC&&[^\\t\\n]]+");
  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  /** A line that is broken between two Chinese characters was broken by the width of the column. */
  private static final Pattern WRAPPED = Pattern.compile("(?<=%1$s)[\\s\\p{Z}]*\\n[\\s\\p{Z}]*(?=%1$s)".formatted(
      "[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]"));
  /** CJK Unified Ideographs, which NFC leaves alone. */
  private static final char FIRST_HAN = '\u4E00';
  private static final char LAST_HAN = '\u9FFF';
  private static final Pattern FULL_WIDTH = Pattern.compile("[０-９Ａ-Ｚａ-ｚ－．／：％＋]");
  private static final int TO_HALF_WIDTH = '０' - '0';
  private static final Pattern WITH_EXPONENT = Pattern.compile("(?i)[-+]?\\d(?:\\.\\d+)?E\\+\\d+");
  private static final List<Pattern> DATES = List.of(
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?: 0?0:00(?::00)?)?"),
      Pattern.compile("(\\d{4})( ?)年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日"), Pattern.compile("(\\d{4})()(\\d{2})(\\d{2})"));

  private CellText() {}

  /**
   * Whether nothing needs to be done to a text: printable ASCII and common Chinese characters alone, no space at either
   * end, no apostrophe before it. Most cells are; the patterns above would look at each of them ten times.
   */
  private static boolean isPlain(String text) {
    int last = text.length() - 1;
    if (text.startsWith("'")) {
      return false;
    }
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      boolean inside = c == ' ' && i > 0 && i < last;
      if (!inside && !(c > ' ' && c <= '~') && !(c >= FIRST_HAN && c <= LAST_HAN)) {
        return false;
      }
    }
    return true;
  }

  /**
   * In NFC, with one kind of line end, without invisible characters, without space at either end and without the
   * apostrophe that keeps office programs from running it.
   */
  static String shown(String text) {
    if (isPlain(text)) {
      return text;
    }
    String lines = LINE_ENDS.matcher(HarmlessText.undone(text)).replaceAll("\n");
    String visible = INVISIBLE.matcher(lines).replaceAll("");
    return ENDS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC)).replaceAll("");
  }

  /**
   * A name on one line: line breaks between Chinese characters gone, other space one blank. Punctuation stays as wide
   * as it is.
   */
  public static String name(String text) {
    if (isPlain(text) && !text.contains("  ")) {
      return text;
    }
    return SPACE.matcher(WRAPPED.matcher(shown(text)).replaceAll("")).replaceAll(" ");
  }

  /** A code, number or date with its full-width letters, digits and signs narrowed; brackets stay as they are. */
  public static String code(String text) {
    if (isPlain(text)) {
      return text;
    }
    return FULL_WIDTH.matcher(shown(text))
        .replaceAll(wide -> Matcher.quoteReplacement(String.valueOf((char) (wide.group().charAt(0) - TO_HALF_WIDTH))));
  }

  /** Whether a code was a number once and was written with an exponent, as {@code 1.40826E+17}: its digits are lost. */
  public static boolean hasLostDigits(String code) {
    String narrow = code(code);
    return narrow.indexOf('+') > 0 && WITH_EXPONENT.matcher(narrow).matches();
  }

  /** What should stand where {@link #hasLostDigits} is true, in Chinese. */
  public static String expectedInsteadOfLostDigits() {
    return Cell.Fault.DIGITS_LOST.expected;
  }

  /**
   * The day that a text says: 2024-03-20, 2024/3/20, 2024.3.20, 2024年3月20日 or 20240320, in digits of any width; empty
   * if it says none or one that does not exist.
   */
  public static Optional<LocalDate> date(String text) {
    String narrow = SPACE.matcher(code(text)).replaceAll(" ");
    return DATES.stream().map(pattern -> pattern.matcher(narrow)).filter(Matcher::matches).findFirst().flatMap(day -> {
      try {
        return Optional.of(LocalDate.of(
            Integer.parseInt(day.group(1)), Integer.parseInt(day.group(3)), Integer.parseInt(day.group(4))));
      } catch (DateTimeException noSuchDay) {
        return Optional.empty();
      }
    });
  }

  /** A text as compared: half-width, without space and invisible characters. */
  public static String compact(String text) {
    return SPACE.matcher(Normalizer.normalize(shown(text), Normalizer.Form.NFKC)).replaceAll("");
  }
}
