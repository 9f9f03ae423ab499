package cn.jointinspection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A key that is missing from a locale file is shown to staff as its raw name, a lost placeholder hides what went wrong;
 * so every file is held against the English one the web app ships.
 */
@DisplayName("四个应用的中文界面")
class LocaleTest {

  private static final String APPS = "META-INF/resources/webjars/camunda/app/";

  /** Names and abbreviations that an official meets in English everywhere, and signs. */
  private static final Set<String> SAME_IN_BOTH = Set.of("ID", "URL", "BPMN", "DMN", "CMMN", "DRD", "JSON", "XML", "HTML",
      "PDF", "CSV", "REST", "Java", "JavaScript", "Cron", "TTL", "LTR", "<", "<=", ">", ">=", "=", "!=");

  /** What the web app fills in or interprets: variables, printf marks, entities, tags with their addresses. */
  private static final Pattern PLACEHOLDER = Pattern.compile(
      "\\{\\{.*?}}|%[sd]|&(?:lt|gt|amp|nbsp);|</?(?:a|b|br|code|em|i|li|p|strong|ul)\\b[^>]*>");

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  @DisplayName("英文界面有的每一项，中文界面都有")
  void everyKeyIsTranslated(String app) throws IOException {
    assertThat(texts(app, "zh")).containsKeys(texts(app, "en").keySet().toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  @DisplayName("中文界面多出的项，都是应用脚本直接引用的文字")
  void additionalKeysAreUsedByTheApp(String app) throws IOException {
    Collection<String> additional = texts(app, "zh").keySet();
    additional.removeAll(texts(app, "en").keySet());
    String script = read(APPS + app + "/camunda-" + app + "-bootstrap.js");

    assertThat(additional).allSatisfy(key -> {
      String text = key.substring("/labels/".length());
      assertThat(script).containsAnyOf('"' + text + '"', "\\'" + text + "\\'");
    });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  @DisplayName("除通用缩写和符号外，没有留下英文原文")
  void nothingIsLeftInEnglish(String app) throws IOException {
    Map<String, String> english = texts(app, "en");
    Map<String, String> chinese = texts(app, "zh");
    english.values().removeAll(SAME_IN_BOTH);
    english.entrySet().removeIf(entry -> isWithoutWords(entry.getKey(), entry.getValue()));

    assertThat(chinese.entrySet()).doesNotContainAnyElementsOf(english.entrySet());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  @DisplayName("占位符与英文原文一致")
  void placeholdersAreKept(String app) throws IOException {
    Map<String, String> chinese = texts(app, "zh");

    assertThat(texts(app, "en")).allSatisfy((key, english) ->
        assertThat(placeholders(chinese.getOrDefault(key, ""))).as(key).isEqualTo(placeholders(english)));
  }

  /** Blank texts, numbers, and formats of dates that consist of marks only, have nothing to translate. */
  private static boolean isWithoutWords(String key, String english) {
    return english.isBlank() || key.startsWith("/dateLocales/") && english.matches("[\\W\\d]*|L|LT|HH:mm|[1-7]");
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static Map<String, String> texts(String app, String locale) throws IOException {
    String json = read(APPS + app + "/locales/" + locale + ".json");
    Map<String, String> texts = new TreeMap<>();
    // The shipped files begin with a byte order mark.
    collect("", new ObjectMapper().readTree(json.replaceFirst("^\uFEFF", "")), texts);
    return texts;
  }

  private static void collect(String path, JsonNode node, Map<String, String> texts) {
    if (node.isObject()) {
      node.fields().forEachRemaining(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "/" + i, node.get(i), texts);
      }
    } else {
      texts.put(path, node.asText());
    }
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = LocaleTest.class.getClassLoader().getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
