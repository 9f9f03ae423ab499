package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.Cell.Fault;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * The number format of a cell: says what a stored number is shown as. Two things are said more plainly than they are
 * shown: a day as {@code 2024-03-20} whatever its format, and digits without exponent and without thousands separator.
 */
final class NumberFormat {

  private enum Kind { PLAIN, DIGITS, DAY, TIME, DAY_AND_TIME, AS_FORMATTED, NOTHING }

  /** Office programs hold 15 digits of a number. */
  private static final MathContext HELD = new MathContext(15, RoundingMode.HALF_UP);
  private static final BigDecimal FIRST_NOT_HELD = BigDecimal.TEN.pow(15);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  /** Formats of Chinese office programs whose text is not in the file, such as 31 for 2024年3月20日. */
  private static final Map<Integer, String> CHINESE = Map.ofEntries(
      Map.entry(27, "yyyy年m月"), Map.entry(28, "m月d日"), Map.entry(29, "m月d日"), Map.entry(30, "m-d-yy"),
      Map.entry(31, "yyyy年m月d日"), Map.entry(32, "h时mm分"), Map.entry(33, "h时mm分ss秒"),
      Map.entry(34, "h时mm分"), Map.entry(35, "h时mm分ss秒"), Map.entry(36, "yyyy年m月"), Map.entry(50, "yyyy年m月"),
      Map.entry(51, "m月d日"), Map.entry(52, "yyyy年m月"), Map.entry(53, "m月d日"), Map.entry(54, "m月d日"),
      Map.entry(55, "h时mm分"), Map.entry(56, "h时mm分ss秒"), Map.entry(57, "yyyy年m月"), Map.entry(58, "m月d日"));
  private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|[_*].");
  private static final Pattern ELAPSED = Pattern.compile("\\[(?:h+|m+|s+)]", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONDITION = Pattern.compile("\\[[<>=]");
  private static final Pattern WITH_EXPONENT = Pattern.compile("e[+-]");
  /** Quoted or escaped text, or a currency sign, that is shown beside the digits. */
  private static final Pattern WORDS = Pattern.compile("[\"\\\\]|\\[\\$[^-\\]]");
  private static final Pattern HALF_OF_DAY = Pattern.compile("am/pm|a/p|上午/下午", Pattern.CASE_INSENSITIVE);
  /** A quoted text, an escaped character, the place of the value, or what only adds space, colour or a condition. */
  private static final Pattern TOKEN =
      Pattern.compile("\"([^\"]*)\"|\\\\(.)|(@|(?i:general)|G/通用格式)|[_*].|\\[[^]]*]");
  private static final String VALUE = "\uFFFF";
  private static final int SECTIONS = 4;
  private static final Pattern DIGITS = Pattern.compile("(?:#+,#*)*#*(0*)(?:\\.(0+))?(%?)");
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd ");

  /** What the number 0 is as a day; formulas that point to a blank cell yield it. */
  private static final String DAY_ZERO = "1900-01-00";

  static final NumberFormat GENERAL = new NumberFormat(0, "General");

  private final int id;
  private final String code;
  private final Kind kind;
  private final DataFormatter formatter;
  /** What stands around a plain number or a text, for example 次 after it; null where nothing does. */
  private final String aroundNumber;
  private final String aroundText;
  private int leastDigits;
  private int decimals;
  private boolean percent;

  private NumberFormat(int id, String code) {
    this.id = id;
    this.code = code;
    this.kind = kind();
    String[] sections = code.split(";", SECTIONS);
    this.aroundNumber = kind == Kind.PLAIN ? around(sections[0]) : null;
    this.aroundText = sections.length == SECTIONS ? around(sections[SECTIONS - 1])
        : sections.length == 1 && sections[0].contains("@") ? around(sections[0]) : null;
    this.formatter = kind == Kind.AS_FORMATTED ? new DataFormatter(Locale.ROOT) : null;
  }

  /** @param code as declared in the file; null where the format is built into office programs */
  static NumberFormat of(int id, String code) {
    String known = code != null ? code : CHINESE.getOrDefault(id, builtIn(id));
    return new NumberFormat(id, known);
  }

  private static String builtIn(int id) {
    String format = id < 0 ? null : BuiltinFormats.getBuiltinFormat(id);
    return format == null || format.startsWith("reserved") ? "General" : format;
  }

  private Kind kind() {
    String first = NOT_CODE.matcher(code).replaceAll("").split(";", 2)[0].strip();
    String lower = HALF_OF_DAY.matcher(first.toLowerCase(Locale.ROOT)).replaceAll("h");
    if (ELAPSED.matcher(code).find() || CONDITION.matcher(code).find()) {
      return Kind.AS_FORMATTED;
    }
    if (code.startsWith(";")) {
      return Kind.NOTHING;
    }
    if (code.isBlank() || lower.equals("@") || lower.startsWith("general") || lower.startsWith("g/通用格式")
        || WITH_EXPONENT.matcher(lower).find()) {
      return Kind.PLAIN;
    }
    boolean time = lower.matches(".*[hs].*");
    boolean day = lower.matches(time ? ".*[yde].*" : ".*[ydema].*");
    if (day || time) {
      return !time ? Kind.DAY : day ? Kind.DAY_AND_TIME : Kind.TIME;
    }
    Matcher digits = DIGITS.matcher(first);
    if (WORDS.matcher(code.split(";", 2)[0]).find() || !digits.matches()) {
      return Kind.AS_FORMATTED;
    }
    leastDigits = digits.group(1).length();
    decimals = digits.group(2) == null ? 0 : digits.group(2).length();
    percent = !digits.group(3).isEmpty();
    return Kind.DIGITS;
  }

  private static String around(String section) {
    String words = TOKEN.matcher(section).replaceAll(token -> Matcher.quoteReplacement(
        token.group(1) != null ? token.group(1) : token.group(2) != null ? token.group(2)
            : token.group(3) != null ? VALUE : ""));
    return words.strip().equals(VALUE) || !words.contains(VALUE) && !section.isEmpty() ? null : words;
  }

  /** The cell that shows a text in this format. */
  Cell show(int column, String text) {
    return Cell.of(column, aroundText == null || text.isBlank() ? text : aroundText.replace(VALUE, text));
  }

  /**
   * The cell that shows a number in this format.
   *
   * @param stored the number as the file holds it
   * @param since1904 whether the file counts days from 1904, as Excel for Mac did
   */
  Cell show(int column, BigDecimal stored, boolean since1904) {
    return switch (kind) {
      case DAY, TIME, DAY_AND_TIME -> moment(column, stored, since1904);
      default -> number(column, stored);
    };
  }

  private Cell number(int column, BigDecimal stored) {
    BigDecimal held = stored.round(HELD);
    if (held.abs().compareTo(FIRST_NOT_HELD) >= 0) {
      return Cell.faulty(column, held.toPlainString(), Fault.DIGITS_LOST);
    }
    return Cell.of(column, switch (kind) {
      case DIGITS -> digits(held);
      case AS_FORMATTED -> formatter.formatRawCellContents(held.doubleValue(), id, code);
      case NOTHING -> "";
      default -> aroundNumber == null ? plain(held) : aroundNumber.replace(VALUE, plain(held));
    });
  }

  private static String plain(BigDecimal number) {
    return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
  }

  private String digits(BigDecimal number) {
    BigDecimal shown = (percent ? number.multiply(HUNDRED) : number).setScale(decimals, RoundingMode.HALF_UP);
    String digits = shown.abs().toPlainString();
    int whole = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    return (shown.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, leastDigits - whole)) + digits
        + (percent ? "%" : "");
  }

  private Cell moment(int column, BigDecimal stored, boolean since1904) {
    double days = stored.doubleValue();
    if (!DateUtil.isValidExcelDate(days)) {
      return Cell.faulty(column, plain(stored.round(HELD)), Fault.NO_SUCH_DATE);
    }
    LocalDateTime moment = DateUtil.getLocalDateTime(days, since1904, true);
    if (moment == null || moment.getYear() > 9999) {
      return Cell.faulty(column, plain(stored.round(HELD)), Fault.NO_SUCH_DATE);
    }
    return Cell.of(column, days < 1 && !since1904 && kind != Kind.TIME ? DAY_ZERO : text(moment));
  }

  private String text(LocalDateTime moment) {
    LocalTime time = moment.toLocalTime();
    LocalDate day = moment.toLocalDate();
    return switch (kind) {
      case DAY -> day.toString();
      case TIME -> time.toString();
      default -> time.equals(LocalTime.MIDNIGHT) ? day.toString() : DAY_AND_TIME.format(day) + time;
    };
  }

  /** The cell that shows a moment which the file holds as text, in ISO form. */
  Cell show(int column, LocalDateTime moment) {
    return Cell.of(column, switch (kind) {
      case DAY, TIME, DAY_AND_TIME -> text(moment);
      default -> moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString()
          : DAY_AND_TIME.format(moment) + moment.toLocalTime();
    });
  }
}
