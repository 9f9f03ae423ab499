package cn.jointinspection.plan;

import cn.jointinspection.platform.sheet.CellText;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads 抽查比例及频次, as printed or as people write it: a share and how often a year, in either order. A share alone means
 * once a year, as every item of the notice says (1次/年). What has no single meaning is refused.
 */
final class RatioWording {

  private static final String EXAMPLES = "形如“抽查比例不低于5%；1次/年”或“抽查比例30%；1次/年”";
  private static final BigDecimal BASIS_POINTS_PER_PERCENT = BigDecimal.valueOf(100);
  private static final int EVERYTHING = 10_000;
  private static final int SHOWN = 20;

  private static final String WORD =
      "(?:按照?)?(?:年度?)?(?:随机)?(?:抽查|检查|抽取)?(?:的?(?:比例|比率|率))?(?:及频次)?[应须]?(?:为|是|:)?";
  private static final String AT_LEAST = "(?:不得?低于|不得?少于|不得?小于|至少|大于或?等于|[≥≧⩾]|>=):?";
  private static final String SHARE = "(?<number>\\d{1,4}(?:\\.\\d{1,2})?)%"
      + "|百分之(?<hundredths>\\d{1,3}(?:\\.\\d{1,2})?(?!\\d)|" + Numerals.CHINESE + ")";
  private static final Pattern RATIO = Pattern.compile(
      WORD + "(?<least>" + AT_LEAST + ")?(?:" + SHARE + ")(?<above>及?以上)?(?:的?比例)?(?:抽查|检查|抽取)?");
  private static final Pattern ALL = Pattern.compile(WORD + "(?:全面?覆盖|全部)(?:抽查|检查)?");
  private static final Pattern FREQUENCY = Pattern.compile("(?:(?:抽查|检查)?(?:频次|频率|次数)(?:为|是|:)?)?"
      + "(?:[每一1]?年度?内?(?:抽查|检查|开展)?(?<each>" + Numerals.ANY + ")次|(?<times>" + Numerals.ANY + ")次(?:/每?|每)[一1]?年度?)"
      + "(?:抽查|检查)?");
  private static final Pattern BETWEEN = Pattern.compile("[;,、。()]+");
  private static final Pattern WITHOUT_SIGN =
      Pattern.compile(WORD + "(?:" + AT_LEAST + ")?(\\d+(?:\\.\\d+)?)(?:[;,].*)?");

  private final String text;
  private RatioKind kind;
  private int basisPoints;
  private int timesPerYear;

  private RatioWording(String text) {
    this.text = text;
  }

  static Reading<SampleRatio> read(String cell) throws NotAsPrinted {
    Wording.requireWholeNumbers(cell, EXAMPLES);
    return new RatioWording(CellText.compact(cell)).read();
  }

  private Reading<SampleRatio> read() throws NotAsPrinted {
    int at = 0;
    while (at < text.length()) {
      at = next(at);
    }
    if (kind == null) {
      throw new NotAsPrinted(EXAMPLES);
    }
    int times = timesPerYear == 0 ? 1 : timesPerYear;
    String words = kind.words(basisPoints) + "；" + times + "次/年";
    boolean literal = plain(text.replaceFirst("^抽查比例", "")).equals(plain(CellText.compact(words)));
    return new Reading<>(new SampleRatio(kind, basisPoints, times), words, literal);
  }

  /** The end of what is read from this place on. */
  private int next(int at) throws NotAsPrinted {
    Matcher frequency = at(FREQUENCY, at);
    if (frequency.lookingAt()) {
      takeFrequency(frequency);
      return frequency.end();
    }
    Matcher ratio = at(RATIO, at);
    if (ratio.lookingAt()) {
      boolean least = ratio.group("least") != null || ratio.group("above") != null;
      takeShare(least ? RatioKind.AT_LEAST : RatioKind.EXACT, basisPoints(ratio));
      return ratio.end();
    }
    Matcher all = at(ALL, at);
    if (all.lookingAt()) {
      takeShare(RatioKind.EXACT, EVERYTHING);
      return all.end();
    }
    Matcher between = at(BETWEEN, at);
    if (between.lookingAt()) {
      return between.end();
    }
    throw new NotAsPrinted(advice(BETWEEN.split(text.substring(at))[0]));
  }

  private Matcher at(Pattern pattern, int from) {
    return pattern.matcher(text).region(from, text.length());
  }

  private void takeFrequency(Matcher frequency) throws NotAsPrinted {
    String number = frequency.group("each") == null ? frequency.group("times") : frequency.group("each");
    int times = Numerals.value(number);
    if (times < 1) {
      throw new NotAsPrinted("每年至少1次");
    }
    if (timesPerYear != 0 && timesPerYear != times) {
      throw new NotAsPrinted("只写一个频次，" + EXAMPLES);
    }
    timesPerYear = times;
  }

  private void takeShare(RatioKind found, int points) throws NotAsPrinted {
    if (points < 1 || points > EVERYTHING) {
      throw new NotAsPrinted("抽查比例大于0%、不超过100%");
    }
    if (kind != null && (kind != found || basisPoints != points)) {
      throw new NotAsPrinted("只写一个抽查比例，" + EXAMPLES);
    }
    kind = found;
    basisPoints = points;
  }

  private static int basisPoints(Matcher ratio) {
    String hundredths = ratio.group("hundredths");
    String percent = hundredths == null ? ratio.group("number")
        : Character.isDigit(hundredths.charAt(0)) ? hundredths : String.valueOf(Numerals.value(hundredths));
    return new BigDecimal(percent).multiply(BASIS_POINTS_PER_PERCENT).intValueExact();
  }

  /** @param unread the piece that says neither a share nor how often */
  private String advice(String unread) {
    Matcher bare = WITHOUT_SIGN.matcher(text);
    if (bare.matches()) {
      BigDecimal number = new BigDecimal(bare.group(1));
      BigDecimal percent = number.compareTo(BigDecimal.ONE) <= 0 ? number.movePointRight(2) : number;
      return "带百分号的比例，%s（现为%s，没有百分号；如果是%s%%，请写“抽查比例%3$s%%；1次/年”）"
          .formatted(EXAMPLES, bare.group(1), percent.stripTrailingZeros().toPlainString());
    }
    if (unread.contains("次")) {
      return "频次写明每年几次，形如“1次/年”（“不少于”等只用于比例），" + EXAMPLES;
    }
    String shown = unread.length() <= SHOWN ? unread : unread.substring(0, SHOWN) + "……";
    return EXAMPLES + "（读不懂“" + shown + "”）";
  }

  private static String plain(String words) {
    return words.replaceAll("[;,:。]", "");
  }
}
