package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("表单的规矩")
class FormRulesTest {

  private static final Path FORMS = Path.of("forms");
  private static final Path SHARED = FORMS.resolve("shared");
  private static final Path JAVA = Path.of("src", "main", "java", "cn", "jointinspection", "process");
  /** So many lines that stand in two places belong in {@link #SHARED}, or in the facts of their process. */
  private static final int REPEATED = 6;
  private static final String FRAME = "frame.html";
  private static final Pattern INCLUDE = Pattern.compile("ng-include=\"([^\"]*)\"");
  private static final Pattern NAMED = Pattern.compile("'/forms/shared/([a-z-]+\\.html)'");
  private static final Predicate<String> SAYS_NOTHING =
      Pattern.compile("|</\\w+>|[})\\];]+|@\\w+|(import|package) .*").asMatchPredicate();

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<Path> taskForms() throws IOException {
    List<Path> forms = new ArrayList<>();
    for (Path form : files(FORMS, ".html")) {
      if (!form.startsWith(SHARED) && Files.readString(form).contains("WorkForms.task(")) {
        forms.add(form);
      }
    }
    return forms;
  }

  private static List<String> included(Path form) throws IOException {
    return INCLUDE.matcher(Files.readString(form)).results().map(include -> {
      var named = NAMED.matcher(include.group(1));
      assertThat(named.matches()).as(form + ": " + include.group()).isTrue();
      return named.group(1);
    }).toList();
  }

  /** Places of each run of lines that stands more than once, by its first line. */
  private static Map<String, List<String>> repeated(List<Path> files) throws IOException {
    Map<List<String>, List<String>> places = new HashMap<>();
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file).stream().map(String::strip).filter(SAYS_NOTHING.negate()).toList();
      for (int i = 0; i + REPEATED <= lines.size(); i++) {
        places.computeIfAbsent(lines.subList(i, i + REPEATED), run -> new ArrayList<>()).add(file.toString());
      }
    }
    return places.entrySet().stream().filter(run -> run.getValue().size() > 1)
        .collect(Collectors.toMap(run -> run.getKey().get(0), Map.Entry::getValue, (one, other) -> one));
  }

  @Test
  @DisplayName("表单引用的公用部分都有，公用部分没有一个是多余的")
  void sharedPartsExistAndAreUsed() throws IOException {
    Set<String> included = new TreeSet<>();
    for (Path form : files(FORMS, ".html")) {
      included.addAll(included(form));
    }

    assertThat(included).containsExactlyInAnyOrderElementsOf(
        files(SHARED, ".html").stream().map(part -> part.getFileName().toString()).toList());
  }

  @Test
  @DisplayName("每个待办表单先引用公用的框：出了什么问题、正在载入、先认领，别处不再写")
  void everyTaskFormBeginsWithTheFrame() throws IOException {
    assertThat(taskForms()).hasSizeGreaterThan(30).allSatisfy(form -> {
      assertThat(included(form)).startsWith(FRAME).containsOnlyOnce(FRAME);
      assertThat(Files.readString(form)).doesNotContain("class=\"problem\"", "class=\"loading\"", "note claim");
    });
  }

  @Test
  @DisplayName("没有两个表单写着同样的六行")
  void formsDoNotRepeatEachOther() throws IOException {
    assertThat(repeated(files(FORMS, ".html"))).isEmpty();
  }

  @Test
  @DisplayName("表单的 Java 部分也没有两个写着同样的六行")
  void theirJavaHalvesDoNotRepeatEachOther() throws IOException {
    assertThat(files(JAVA, "Form.java")).hasSizeGreaterThan(30);
    assertThat(repeated(files(JAVA, "Form.java"))).isEmpty();
  }
}
