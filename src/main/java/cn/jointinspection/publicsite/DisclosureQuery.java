package cn.jointinspection.publicsite;

import java.util.Locale;

/** What a visitor typed to search for: part of a name, or the beginning of a credit code or object number. */
record DisclosureQuery(String text) {

  static final int MAX_LENGTH = 100;

  /** Keeps what can be searched for; PostgreSQL text holds no NUL, and nobody means control characters. */
  static DisclosureQuery of(String typed) {
    String text = typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
    return new DisclosureQuery(text);
  }

  boolean all() {
    return text.isEmpty();
  }

  String inName() {
    return "%" + escaped(text) + "%";
  }

  String atStartOfNumber() {
    return escaped(text.toUpperCase(Locale.ROOT)) + "%";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
