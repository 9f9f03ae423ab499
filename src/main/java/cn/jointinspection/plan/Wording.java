package cn.jointinspection.plan;

import cn.jointinspection.platform.sheet.CellText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the wording of single cells; widths of characters, blanks and invisible characters make no difference. */
final class Wording {

  private static final Pattern NUMBER = Pattern.compile("(?:第?0*([1-9]\\d{0,2})(?:项|[.、)])?|\\(0*([1-9]\\d{0,2})\\))");
  private static final Pattern SPLIT_NUMBER = Pattern.compile("\\d\\s+\\d");
  private static final Pattern RISING = Pattern.compile(
      "根据企业信用风险分类结果,?对低风险、(?:一般风险、较高风险、)?高风险企业分别(?:递增|递加|增加|较加)抽查比例、频次。?");
  private static final Pattern RISING_WITHOUT_MARKS = Pattern.compile("(?:根据|按照|依据)?企业信用风险分类结果对?"
      + "低风险(?:一般风险较高风险)?高风险企业分别(?:递增|递加|增加|较加)抽查比例[和及]?频次");
  private static final Pattern C_AND_D_ONLY = Pattern.compile(
      "(?:1、)?对辖区内C类?[、,和及]?D类[^;]+进行检查(?:;2、对辖区内无证[^;]+进行取缔)?[;。]?");
  private static final Set<String> NOTHING =
      Set.of("", "无", "无要求", "暂无", "没有", "空", "-", "--", "—", "——", "–", "/", "\\");

  private Wording() {}

  /** Without blanks, 5 0% would read as 50%. */
  static void requireWholeNumbers(String text, String expected) throws NotAsPrinted {
    if (SPLIT_NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "")).find()) {
      throw new NotAsPrinted(expected + "，数字中间不留空格");
    }
  }

  static Reading<Integer> rowNo(String text) throws NotAsPrinted {
    String number = CellText.compact(text);
    Matcher m = NUMBER.matcher(number);
    if (SPLIT_NUMBER.matcher(text).find() || !m.matches()) {
      throw new NotAsPrinted("1至999的整数");
    }
    Integer value = Integer.valueOf(m.group(1) == null ? m.group(2) : m.group(1));
    return new Reading<>(value, value.toString(), number.equals(value.toString()));
  }

  /** A text that is kept as it is written. */
  static Reading<String> kept(String text, String expected) throws NotAsPrinted {
    String clean = CellText.name(text);
    if (clean.isEmpty()) {
      throw new NotAsPrinted(expected);
    }
    return new Reading<>(clean, clean, clean.equals(text.strip()));
  }

  static Reading<RiskRule> riskRule(String text) throws NotAsPrinted {
    String wording = CellText.compact(text);
    if (NOTHING.contains(wording)) {
      return new Reading<>(RiskRule.NONE, "没有要求", wording.isEmpty() || wording.equals("无"));
    }
    if (RISING_WITHOUT_MARKS.matcher(wording.replaceAll("\\p{Punct}|\\p{IsPunctuation}", "")).matches()) {
      return new Reading<>(RiskRule.RISING, "比例随风险等级升高", RISING.matcher(wording).matches());
    }
    if (C_AND_D_ONLY.matcher(wording).matches()) {
      return new Reading<>(RiskRule.C_AND_D_ONLY, "只抽 C、D 类", true);
    }
    throw new NotAsPrinted("“根据企业信用风险分类结果，对低风险、一般风险、较高风险、高风险企业分别递增抽查比例、频次。”，"
        + "或“对辖区内C、D类……进行检查”，没有要求的留空");
  }

  static Reading<Mode> mode(String text) throws NotAsPrinted {
    String wording = CellText.compact(text);
    Mode mode = switch (wording.replaceAll("\\p{Punct}|\\p{IsPunctuation}", "")) {
      case "县抽县查", "县抽查县抽查" -> Mode.COUNTY_DRAW_COUNTY_CHECK;
      case "市抽县查", "市抽查县抽查" -> Mode.CITY_DRAW_COUNTY_CHECK;
      case "省抽市查", "省抽查市抽查" -> Mode.PROVINCE_DRAW_CITY_CHECK;
      default -> throw new NotAsPrinted("县抽县查、市抽县查、省抽市查之一");
    };
    return new Reading<>(mode, mode.text(), wording.equals(mode.text()));
  }

  /** The matters of a row: several only where numbered 1、2、3、; without the number and the closing semicolon. */
  static Reading<List<String>> matters(String text) throws NotAsPrinted {
    String left = CellText.name(text);
    if (left.isEmpty()) {
      throw new NotAsPrinted("抽查事项的名称");
    }
    boolean literal = left.equals(text.strip());
    if (!left.startsWith("1、")) {
      return new Reading<>(List.of(left), left, literal);
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
    return new Reading<>(List.copyOf(matters), String.join("；", matters), literal);
  }
}
