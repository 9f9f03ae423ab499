package cn.jointinspection.registry;

import java.util.regex.Pattern;

/** The unified social credit code (统一社会信用代码), GB 32100, and the registration numbers before it. */
public final class CreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{18}");
  private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{13}|[0-9]{15}");

  /** What a text is as a credit code. */
  public enum Check {
    VALID,
    /** A warning only: real codes exist that fail the check. */
    WRONG_CHECK_CHARACTER,
    MALFORMED
  }

  private CreditCode() {}

  /** Checks length, alphabet (capital letters without I, O, S, V, Z) and check character. */
  public static Check check(String code) {
    if (!SHAPE.matcher(code).matches()) {
      return Check.MALFORMED;
    }
    return code.charAt(17) == checkCharacter(code.substring(0, 17)) ? Check.VALID : Check.WRONG_CHECK_CHARACTER;
  }

  /** Whether this is an old registration number (注册号) of 13 or 15 digits, which may stand where there is no code. */
  public static boolean isOldRegistrationNumber(String number) {
    return OLD_NUMBER.matcher(number).matches();
  }

  /** The 18th character to these 17: (31 - sum of value times 3^(i-1), mod 31) mod 31. */
  static char checkCharacter(String first17) {
    int sum = 0;
    int weight = 1;
    for (char character : first17.toCharArray()) {
      sum += ALPHABET.indexOf(character) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
