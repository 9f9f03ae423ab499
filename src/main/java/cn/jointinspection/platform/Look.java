package cn.jointinspection.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The design tokens of {@code look/tokens.css} for pages that load no style sheet: e-mails, and reports kept as one file. */
public final class Look {

  private static final Pattern TOKEN = Pattern.compile("--([\\w-]+):\\s*([^;]+);");
  private static final Pattern USE = Pattern.compile("var\\(--([\\w-]+)\\)");
  private static final Map<String, String> TOKENS = read();

  private Look() {}

  private static Map<String, String> read() {
    try {
      String css = new ClassPathResource("static/look/tokens.css").getContentAsString(StandardCharsets.UTF_8);
      // In single quotes, a name of a font may stand in an attribute too.
      return TOKEN.matcher(css).results()
          .collect(Collectors.toUnmodifiableMap(token -> token.group(1), token -> token.group(2).replace('"', '\'')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The page with each {@code var(--token)} replaced by its value, since many mail programs know no variables.
   *
   * @throws IllegalArgumentException if there is no such token
   */
  public static String inlined(String page) {
    String found = page;
    while (USE.matcher(found).find()) {
      found = USE.matcher(found).replaceAll(use -> Matcher.quoteReplacement(value(use.group(1))));
    }
    return found;
  }

  private static String value(String token) {
    String value = TOKENS.get(token);
    if (value == null) {
      throw new IllegalArgumentException("no design token --" + token);
    }
    return value;
  }
}
