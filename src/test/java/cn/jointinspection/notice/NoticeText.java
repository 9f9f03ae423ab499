package cn.jointinspection.notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The notice's parts 一 to 六 as issued, without headings and blanks: page breaks fall into the middle of sentences.
 *
 * @param titles by part
 * @param bodies by part
 */
record NoticeText(Map<String, String> titles, Map<String, String> bodies) {

  private static final Pattern HEADING = Pattern.compile("#+ ([一二三四五六])、(.+)");

  static NoticeText issued() {
    try (InputStream file = NoticeText.class.getResourceAsStream("/notice/parts-1-to-6.txt")) {
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the notice cannot be read", e);
    }
  }

  static NoticeText parse(String text) {
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, String> bodies = new LinkedHashMap<>();
    String part = null;
    for (String line : text.split("\\R")) {
      var heading = HEADING.matcher(line.strip());
      if (heading.matches()) {
        part = heading.group(1);
        titles.put(part, heading.group(2));
        bodies.put(part, "");
      } else if (part != null) {
        bodies.merge(part, withoutBlanks(line), String::concat);
      }
    }
    return new NoticeText(titles, bodies);
  }

  static String withoutBlanks(String text) {
    return text.replaceAll("[\\s\\u00a0\\u3000]+", "");
  }
}
