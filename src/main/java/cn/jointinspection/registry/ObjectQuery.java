package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.CellText;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What is asked of the registry of objects; all that is given must hold.
 *
 * @param text part of a name, or the beginning of a credit code or registration number; widths, blanks and capitals
 *     make no difference. Empty for any
 * @param address part of an address, compared in the same way; empty for any
 * @param risk any class, one of them or none
 * @param status null for any
 * @param licenceEndedBefore the object has a licence in force whose last day is before this one; null for any
 * @param scopes the object belongs to at least one of these; null for any, and then objects without a scope too
 */
public record ObjectQuery(
    String text, String address, Risk risk, ObjectStatus status, List<Integer> scopes, LocalDate licenceEndedBefore) {

  /** Fewer characters than this are no part of a name that can be searched for. */
  public static final int SHORTEST = 2;

  /** A class, or that there is none. */
  public enum Risk {
    ANY, UNRATED, A, B, C, D
  }

  public ObjectQuery {
    text = typed(text);
    address = typed(address);
    risk = risk == null ? Risk.ANY : risk;
    scopes = scopes == null ? null : List.copyOf(scopes);
  }

  public ObjectQuery(String text, String address, Risk risk, ObjectStatus status, List<Integer> scopes) {
    this(text, address, risk, status, scopes, null);
  }

  /** The whole registry. */
  public static ObjectQuery all() {
    return new ObjectQuery(null, null, null, null, null);
  }

  public ObjectQuery inScopes(Collection<Integer> ids) {
    return new ObjectQuery(text, address, risk, status, List.copyOf(ids), licenceEndedBefore);
  }

  /** Whether a text was typed that is too short to be searched for; then nothing is found. */
  public boolean tooShort() {
    return isShort(text) || isShort(address);
  }

  boolean hasText() {
    return !text.isEmpty() || !address.isEmpty();
  }

  /** The text as the beginning of a code, for {@code like}. */
  String atStartOfCode() {
    return atStart(CellText.code(text).toUpperCase(Locale.ROOT));
  }

  /** The text as the beginning of a registration number, for {@code like}. */
  String atStartOfNumber() {
    return atStart(CellText.code(text));
  }

  private static boolean isShort(String text) {
    String compared = CellText.compact(text);
    return !text.isEmpty() && compared.codePointCount(0, compared.length()) < SHORTEST;
  }

  private static String atStart(String code) {
    return code.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static String typed(String text) {
    return text == null ? "" : CellText.name(text);
  }
}
