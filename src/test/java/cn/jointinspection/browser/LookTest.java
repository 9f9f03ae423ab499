package cn.jointinspection.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("一个样子：颜色只写在 look/tokens.css，看得清")
class LookTest {

  private static final Path TOKENS = Path.of("look", "tokens.css");
  private static final List<Path> ROOTS = List.of(Path.of("look"), Path.of("forms"), Path.of("verifier"),
      Path.of("src", "main", "resources"), Path.of("src", "main", "java"));
  private static final Pattern TOKEN = Pattern.compile("--([\\w-]+):\\s*([^;]+);");
  private static final Pattern USE = Pattern.compile("var\\(--([\\w-]+)\\)");
  /** Hexadecimal digits in quotes, behind a colon or a space, functions, and names after what takes a colour. */
  private static final Pattern COLOUR = Pattern.compile(
      "(?<![&\\w/#?])#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\\b(?!;)|\\b(?:rgba?|hsla?|hwb|oklch|oklab|color-mix)\\("
          + "|(?:color|background|border[\\w-]*|outline[\\w-]*|fill|stroke)\\s*[:=]\\s*[\"']?[^;\"'}{]*"
          + "\\b(?:white|black|red|green|blue|gr[ae]y|silver|orange|yellow|navy)\\b(?![-)\\w])");
  private static final double TEXT = 4.5;
  private static final double EDGE = 3.0;

  private static Map<String, String> tokens() throws IOException {
    Map<String, String> tokens = new TreeMap<>();
    TOKEN.matcher(Files.readString(TOKENS)).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
    return tokens;
  }

  private static List<Path> files(String... endings) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : ROOTS) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).forEach(found::add);
      }
    }
    return found;
  }

  @Test
  @DisplayName("样式、网页、表单、脚本和程序里都没有颜色值，只有 tokens.css 里有")
  void noColourElsewhere() throws IOException {
    List<String> literals = new ArrayList<>();
    for (Path file : files(".css", ".html", ".js", ".mjs", "HtmlReport.java")) {
      if (!file.equals(TOKENS)) {
        COLOUR.matcher(Files.readString(file)).results().forEach(hit -> literals.add(file + ": " + hit.group()));
      }
    }
    assertThat(literals).isEmpty();
  }

  @Test
  @DisplayName("用到的都有定义，定义的都用到")
  void everyTokenIsUsed() throws IOException {
    Map<String, String> tokens = tokens();
    List<String> used = new ArrayList<>();
    for (Path file : files(".css", ".html", ".js", "HtmlReport.java")) {
      USE.matcher(Files.readString(file)).results().forEach(use -> used.add(use.group(1)));
    }
    assertThat(used).containsAll(tokens.keySet());
    assertThat(tokens.keySet()).containsAll(used);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("文字与底色的对比不低于 4.5")
  @CsvSource(delimiter = '|', value = {
      "ink | paper ground shade blue-pale amber-pale green-pale red-pale", "quiet | paper ground shade blue-pale amber-pale",
      "black | paper ground", "blue | paper ground blue-pale amber-pale", "blue-deep | paper ground blue-pale",
      "on-blue | blue blue-deep red", "on-blue-quiet | blue blue-deep", "green | paper green-pale", "amber | paper amber-pale",
      "red | paper ground red-pale"})
  void textIsLegible(String text, String grounds) throws IOException {
    for (String ground : grounds.split(" ")) {
      assertThat(contrast(text, ground)).as(text + " on " + ground).isGreaterThanOrEqualTo(TEXT);
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("输入框的边、按钮的边和焦点框与周围底色的对比不低于 3")
  @CsvSource(delimiter = '|', value = {
      "edge | paper ground shade blue-pale amber-pale", "blue | paper ground blue-pale amber-pale",
      "focus | paper ground shade blue-pale amber-pale green-pale red-pale", "focus-on-blue | blue blue-deep",
      "green | paper ground", "amber | paper amber-pale", "red | paper red-pale"})
  void edgesAreVisible(String edge, String grounds) throws IOException {
    for (String ground : grounds.split(" ")) {
      assertThat(contrast(edge, ground)).as(edge + " on " + ground).isGreaterThanOrEqualTo(EDGE);
    }
  }

  /** As WCAG 2.1 defines it. */
  private static double contrast(String one, String other) throws IOException {
    double first = luminance(tokens().get(one));
    double second = luminance(tokens().get(other));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String colour) {
    String digits = colour.length() == 4 ? colour.replaceAll("[0-9a-f]", "$0$0") : colour;
    return 0.2126 * linear(digits, 1) + 0.7152 * linear(digits, 3) + 0.0722 * linear(digits, 5);
  }

  private static double linear(String digits, int at) {
    double part = Integer.parseInt(digits, at, at + 2, 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  @Test
  @DisplayName("寄出的邮件、存成一个文件的报告里，写的是颜色值本身；没有的名字是错误")
  void inlined() throws IOException {
    assertThat(Look.inlined("<p style=\"color:var(--blue);border:var(--border);font-family:var(--sans)\">"))
        .contains("color:" + tokens().get("blue"), "solid " + tokens().get("line")).doesNotContain("var(")
        .containsOnlyOnce("\">");
    assertThatThrownBy(() -> Look.inlined("var(--nobody)")).hasMessageContaining("--nobody");
  }

  @Test
  @DisplayName("图标里的颜色也是这里定义的")
  void pictures() throws IOException {
    Map<String, String> tokens = tokens();
    for (Path picture : files(".svg")) {
      assertThat(Pattern.compile("#[0-9a-f]{3,6}").matcher(Files.readString(picture)).results().map(hit -> hit.group()))
          .as(picture.toString()).isSubsetOf(tokens.values());
    }
  }
}
