package cn.jointinspection.plan;

import cn.jointinspection.platform.sheet.CellText;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 抽查起止时间: whole months of the plan's year, as printed (3月-11月) or as people write them. */
final class WindowWording {

  /**
   * One end of a window.
   *
   * @param year 0 where none is written
   * @param month as written, perhaps no month at all; 0 where only a day is written
   * @param day day of the month as written; 0 where none is, {@link #EARLY} for 初, {@link #LATE} for 底
   */
  private record Point(int year, int month, int day, boolean bare) {}

  private static final int LONGEST = 60;
  private static final int EARLY = -1;
  private static final int LATE = -2;

  private static final String EXAMPLES = "形如“3月-11月”（整月；一个月写“6月”，一整年写“全年”）";
  private static final Pattern DASHES = Pattern.compile("[-‐‑‒–—―−─~∼〜至到]+");
  private static final Pattern CHINESE = Pattern.compile(Numerals.CHINESE);
  private static final Pattern CHINESE_YEAR = Pattern.compile("[零〇一二三四五六七八九]{4}(?=年)");
  private static final Pattern PART = Pattern.compile("(?:(\\d{4})年?)?(全年度?|上半年|下半年|第?([1-4])季度)");
  private static final Pattern MONTH =
      Pattern.compile("(?:(\\d{4})[年./-])?(\\d{1,2})月份?(?:(\\d{1,2})[日号]|(初)|([底末]))?");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{4})([./-])(\\d{1,2})(?:\\2(\\d{1,2})日?)?");
  private static final Pattern DIGITS = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})?");
  private static final Pattern MONTH_AND_DAY = Pattern.compile("(\\d{1,2})[./](\\d{1,2})日?");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})[日号]");
  private static final Pattern BARE = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})");
  private static final Pattern YEAR_END = Pattern.compile("(?:(\\d{4})年?)?年[底末]");

  private final int planYear;

  private WindowWording(int planYear) {
    this.planYear = planYear;
  }

  /** @param planYear the only year that a window may name */
  static Reading<MonthWindow> read(String cell, int planYear) throws NotAsPrinted {
    Wording.requireWholeNumbers(cell, EXAMPLES);
    String text = CellText.compact(cell);
    if (text.length() > LONGEST) {
      throw new NotAsPrinted(EXAMPLES);
    }
    MonthWindow window = new WindowWording(planYear).window(normal(text));
    boolean literal = DASHES.matcher(text).replaceAll("-").equals(window.words());
    return new Reading<>(window, window.words(), literal);
  }

  private static String normal(String text) {
    String arabic = CHINESE_YEAR.matcher(text).replaceAll(year -> digits(year.group()));
    arabic = CHINESE.matcher(arabic).replaceAll(number -> String.valueOf(Numerals.value(number.group())));
    return DASHES.matcher(arabic).replaceAll("-").replaceFirst("^[自从由]", "").replace("起-", "-")
        .replaceFirst("[;,。]+$", "").replaceFirst("(?:为?止)$", "");
  }

  private static String digits(String year) {
    StringBuilder digits = new StringBuilder();
    year.replace('〇', '零').chars().forEach(c -> digits.append("零一二三四五六七八九".indexOf(c)));
    return digits.toString();
  }

  private MonthWindow window(String text) throws NotAsPrinted {
    Matcher part = PART.matcher(text);
    if (part.matches()) {
      requirePlanYear(year(part.group(1)));
      return part(part);
    }
    Point single = point(text);
    if (single != null) {
      if (single.bare || single.day != 0) {
        throw new NotAsPrinted(EXAMPLES);
      }
      return checked(single, single);
    }
    List<Point[]> cuts = new ArrayList<>();
    for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
      Point from = point(text.substring(0, dash));
      Point to = from == null ? null : end(text.substring(dash + 1), from);
      if (to != null && !(to.bare && (from.bare || from.day != 0))) {
        cuts.add(new Point[] {from, to});
      }
    }
    if (cuts.size() != 1) {
      throw new NotAsPrinted(EXAMPLES);
    }
    return checked(cuts.get(0)[0], cuts.get(0)[1]);
  }

  private static MonthWindow part(Matcher part) {
    if (part.group(3) != null) {
      int last = 3 * Integer.parseInt(part.group(3));
      return new MonthWindow(last - 2, last);
    }
    return switch (part.group(2).charAt(0)) {
      case '上' -> new MonthWindow(1, 6);
      case '下' -> new MonthWindow(7, 12);
      default -> new MonthWindow(1, 12);
    };
  }

  private static Point point(String text) {
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      int day = month.group(4) != null ? EARLY : month.group(5) != null ? LATE : number(month.group(3));
      return new Point(year(month.group(1)), number(month.group(2)), day, false);
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      return new Point(year(numbers.group(1)), number(numbers.group(3)), number(numbers.group(4)), false);
    }
    Matcher digits = DIGITS.matcher(text);
    if (digits.matches()) {
      return new Point(year(digits.group(1)), number(digits.group(2)), number(digits.group(3)), false);
    }
    Matcher monthAndDay = MONTH_AND_DAY.matcher(text);
    if (monthAndDay.matches()) {
      return new Point(0, number(monthAndDay.group(1)), number(monthAndDay.group(2)), false);
    }
    Matcher bare = BARE.matcher(text);
    return bare.matches() ? new Point(year(bare.group(1)), number(bare.group(2)), 0, true) : null;
  }

  /** The later end, which may be a day of the first one's month or the end of the year. */
  private static Point end(String text, Point from) {
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return new Point(from.year, from.month, number(day.group(1)), false);
    }
    Matcher yearEnd = YEAR_END.matcher(text);
    return yearEnd.matches() ? new Point(year(yearEnd.group(1)), 12, LATE, false) : point(text);
  }

  private MonthWindow checked(Point from, Point to) throws NotAsPrinted {
    requirePlanYear(from.year);
    requirePlanYear(to.year);
    for (Point end : List.of(from, to)) {
      if (end.month < 1 || end.month > 12) {
        throw new NotAsPrinted("1月至12月之间的月份");
      }
    }
    if (from.month > to.month) {
      throw new NotAsPrinted("开始月份不晚于结束月份（一年之内）");
    }
    int last = Month.of(to.month).length(Year.isLeap(planYear));
    boolean whole = (from.day == 0 || from.day == 1 || from.day == EARLY)
        && (to.day == 0 || to.day == last || to.day == LATE);
    if (!whole) {
      throw new NotAsPrinted("整月：从某月1日起，到某月最后一日止，" + EXAMPLES);
    }
    return new MonthWindow(from.month, to.month);
  }

  private void requirePlanYear(int year) throws NotAsPrinted {
    if (year != 0 && year != planYear) {
      throw new NotAsPrinted("计划年度%d年之内的月份（写的是%d年）".formatted(planYear, year));
    }
  }

  private static int year(String digits) {
    return number(digits);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
