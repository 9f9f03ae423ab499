package cn.jointinspection.engine.identity;

import cn.jointinspection.platform.Actor;
import java.util.Locale;
import java.util.stream.Stream;

/** What a password that a person chooses must be. */
public final class NewPassword {

  /** As the page explains it. */
  public static final String POLICY =
      "至少 10 个字符；大写字母、小写字母、数字、其他符号中至少两种；不能含有本人的姓名或账号；不能与现在的口令相同。";

  private static final int SHORTEST = 10;
  private static final int LONGEST = 100;
  private static final int KINDS = 2;

  private NewPassword() {}

  /**
   * What is wrong with it, in Chinese.
   *
   * @param present the one in use; nullable
   * @return null if nothing is
   */
  static String problem(String fresh, String present, Actor person) {
    if (fresh == null || fresh.length() < SHORTEST) {
      return "新口令太短，至少要 " + SHORTEST + " 个字符。";
    }
    if (fresh.length() > LONGEST) {
      return "新口令太长，最多 " + LONGEST + " 个字符。";
    }
    if (kinds(fresh) < KINDS) {
      return "新口令只有一种字符。请在大写字母、小写字母、数字、其他符号中至少用两种。";
    }
    String lower = fresh.toLowerCase(Locale.ROOT);
    if (Stream.of(person.userId(), person.name()).anyMatch(own -> lower.contains(own.toLowerCase(Locale.ROOT)))) {
      return "新口令含有本人的姓名或账号，容易被猜中。请另想一个。";
    }
    return fresh.equals(present) ? "新口令与现在的口令相同。请另想一个。" : null;
  }

  private static long kinds(String password) {
    return Stream.of("\\p{Lu}", "\\p{Ll}", "\\d", "[^\\p{Lu}\\p{Ll}\\d]")
        .filter(kind -> password.matches("(?s).*" + kind + ".*")).count();
  }
}
