package cn.jointinspection.draw;

import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RiskClass;
import java.util.Arrays;
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
    return Arrays.stream(Exclusion.values()).filter(rule -> rule.name().equals(code)).map(Exclusion::words).findFirst()
        .orElseGet(() -> ObjectStatus.valueOf(code).label());
  }

  /** Where the public value comes from. */
  public static String publicKind(String kind) {
    return KINDS.get(kind);
  }
}
