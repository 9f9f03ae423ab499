package cn.jointinspection.plan;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the printed wording of single cells. Full- and half-width forms and blanks make no difference. */
final class Wording {

  record Ratio(RatioKind kind, int basisPoints, int timesPerYear) {}

  record Window(int from, int to) {}

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
  private static final Pattern RATIO =
      Pattern.compile("(?:抽查比例)?(不低于)?(\\d{1,4}(?:\\.\\d{1,2})?)%[;,]?(\\d{1,2})次/年;?");
  private static final Pattern WINDOW = Pattern.compile("(\\d{1,2})月[-~—–至到](\\d{1,2})月");
  private static final Pattern RISING = Pattern.compile(
      "根据企业信用风险分类结果,?对低风险、(?:一般风险、较高风险、)?高风险企业分别(?:递增|递加|增加|较加)抽查比例、频次");
  private static final Pattern C_AND_D_ONLY =
      Pattern.compile("(?:1、)?对辖区内C、D类[^;]+进行检查(?:;2、对辖区内无证[^;]+进行取缔)?");
  private static final BigDecimal BASIS_POINTS_PER_PERCENT = BigDecimal.valueOf(100);

  private Wording() {}

  /** Text as kept: line breaks and other invisible marks of the file gone, wording untouched. */
  static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u200B\\uFEFF]+", "").replace('\u00A0', ' ').strip();
  }

  /** Text as compared: half-width, without any blank. */
  static String compact(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cntrl}\\u200B\\uFEFF]+", "");
  }

  static int rowNo(String text) throws NotAsPrinted {
    String number = compact(text);
    if (!NUMBER.matcher(number).matches()) {
      throw new NotAsPrinted("1至999的整数");
    }
    return Integer.parseInt(number);
  }

  static Ratio ratio(String text) throws NotAsPrinted {
    Matcher m = RATIO.matcher(compact(text));
    if (!m.matches()) {
      throw new NotAsPrinted("形如“抽查比例不低于5%；1次/年”或“抽查比例30%；1次/年”");
    }
    int basisPoints = new BigDecimal(m.group(2)).multiply(BASIS_POINTS_PER_PERCENT).intValueExact();
    if (basisPoints < 1 || basisPoints > 10_000) {
      throw new NotAsPrinted("抽查比例大于0%、不超过100%");
    }
    int times = Integer.parseInt(m.group(3));
    if (times < 1) {
      throw new NotAsPrinted("每年至少1次");
    }
    return new Ratio(m.group(1) == null ? RatioKind.EXACT : RatioKind.AT_LEAST, basisPoints, times);
  }

  static RiskRule riskRule(String text) throws NotAsPrinted {
    String wording = compact(text).replaceAll("。$", "");
    if (wording.isEmpty()) {
      return RiskRule.NONE;
    }
    if (RISING.matcher(wording).matches()) {
      return RiskRule.RISING;
    }
    if (C_AND_D_ONLY.matcher(wording).matches()) {
      return RiskRule.C_AND_D_ONLY;
    }
    throw new NotAsPrinted("“根据企业信用风险分类结果，对低风险、一般风险、较高风险、高风险企业分别递增抽查比例、频次。”，"
        + "或“对辖区内C、D类……进行检查”，没有要求的留空");
  }

  static Window window(String text) throws NotAsPrinted {
    Matcher m = WINDOW.matcher(compact(text));
    if (!m.matches()) {
      throw new NotAsPrinted("形如“3月-11月”");
    }
    Window window = new Window(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    if (window.from < 1 || window.to > 12) {
      throw new NotAsPrinted("1月至12月之间的月份");
    }
    if (window.from > window.to) {
      throw new NotAsPrinted("开始月份不晚于结束月份（一年之内）");
    }
    return window;
  }

  static Mode mode(String text) throws NotAsPrinted {
    return switch (compact(text)) {
      case "县抽县查", "县抽查县抽查" -> Mode.COUNTY_DRAW_COUNTY_CHECK;
      case "市抽县查" -> Mode.CITY_DRAW_COUNTY_CHECK;
      case "省抽市查" -> Mode.PROVINCE_DRAW_CITY_CHECK;
      default -> throw new NotAsPrinted("县抽县查、市抽县查、省抽市查之一");
    };
  }

  /** Names of departments, separated as the plan does by 、 or a blank, or as people type by ， or ；. */
  static List<String> names(String text) {
    String names = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return Arrays.stream(names.split("[、,;\\s\\p{Cntrl}\\u200B\\uFEFF]+")).filter(name -> !name.isEmpty()).toList();
  }

  /** The matters of a row: several only where numbered 1、2、3、; without the number and the closing semicolon. */
  static List<String> matters(String text) throws NotAsPrinted {
    String left = clean(text);
    if (left.isEmpty()) {
      throw new NotAsPrinted("抽查事项的名称");
    }
    if (!left.startsWith("1、")) {
      return List.of(left);
    }
    List<String> matters = new ArrayList<>();
    for (int n = 1; left != null; n++) {
      String rest = left.substring((n + "、").length());
      Matcher next = Pattern.compile("(?<!\\d)" + (n + 1) + "、").matcher(rest);
      boolean more = next.find();
      String matter = (more ? rest.substring(0, next.start()) : rest).replaceAll("[；;\\s]+$", "").strip();
      if (matter.isEmpty() || matters.contains(matter)) {
        throw new NotAsPrinted("编号“%d、”后写明一项事项，各项不重复".formatted(n));
      }
      matters.add(matter);
      left = more ? rest.substring(next.start()) : null;
    }
    return List.copyOf(matters);
  }
}
