package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.CellText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A licence of an object (许可证).
 *
 * @param issuedBy empty where unknown
 * @param validUntil the last day; {@link #WITHOUT_END} where there is none
 * @param inForce false once it was withdrawn or handed back
 */
public record Licence(String name, String number, String issuedBy, LocalDate validUntil, boolean inForce) {

  /** 长期, as the national standard for licence data writes it. */
  public static final LocalDate WITHOUT_END = LocalDate.of(9999, 9, 9);
  /** Days before the last one in which it is called expiring. */
  public static final int EXPIRING_DAYS = 30;

  private static final String LONG = "长期";
  private static final Set<String> WORDS = Set.of(LONG, "长期有效", "永久", "永久有效", "无固定期限", "无期限", "无");

  /** The last day that a text says, alone or as the end of a period; empty if it says none. */
  public static Optional<LocalDate> lastDay(String text) {
    String end = text.substring(text.lastIndexOf('至') + 1);
    return WORDS.contains(CellText.compact(end)) ? Optional.of(WITHOUT_END)
        : CellText.date(end).map(day -> day.getYear() == WITHOUT_END.getYear() ? WITHOUT_END : day);
  }

  /** As people call it. */
  public static String inWords(LocalDate lastDay) {
    return lastDay.equals(WITHOUT_END) ? LONG : lastDay.toString();
  }

  public boolean expired(LocalDate today) {
    return inForce && validUntil.isBefore(today);
  }

  /** Whether it is valid yet, and its last day is at most {@link #EXPIRING_DAYS} days away. */
  public boolean expiring(LocalDate today) {
    return inForce && !expired(today) && !validUntil.isAfter(today.plusDays(EXPIRING_DAYS));
  }
}
