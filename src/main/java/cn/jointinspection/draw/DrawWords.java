package cn.jointinspection.draw;

import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RiskClass;
import java.util.Map;

/** The codes of a draw's files in words for people. */
public final class DrawWords {

  /** Code of the one stratum of an item that names no risk rule. */
  public static final String ONE_STRATUM = "ALL";

  private static final Map<String, String> KINDS = Map.of(
      "dice", "当场掷骰子", "lottery", "彩票开奖号码", "drand", "drand 随机信标", "none", "不使用公开随机值");

  private DrawWords() {}

  public static String stratum(String code) {
    return code.equals(ONE_STRATUM) ? "不分层" : RiskClass.valueOf(code).label();
  }

  /** Why an object of the scope is no candidate. */
  public static String exclusion(String code) {
    return switch (code) {
      case Freezer.INSPECTED_THIS_YEAR -> "本年度已抽查同一事项";
      case Freezer.CLASS_NOT_DRAWN -> "不属于应抽的风险等级";
      default -> ObjectStatus.valueOf(code).label();
    };
  }

  /** Where the public value comes from. */
  public static String publicKind(String kind) {
    return KINDS.get(kind);
  }
}
