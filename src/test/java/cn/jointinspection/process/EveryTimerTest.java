package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the tests to the models: a timer nobody tests is found here, by its constant in the tests' calls. */
@DisplayName("每个模型的每个计时器都有测试：什么时候到点、到点后怎样")
class EveryTimerTest {

  /** Calls of the tests that compare a timer's due date with a moment written out. */
  private static final String DUE = "(timed|remindsThenEscalates|pursued|firesAt|getDuedate)";
  /** Calls that let it fire. */
  private static final String FIRED = "(executeJobs|fire|remindsThenEscalates|pursued|firesAt)";
  private static final List<String> STATEMENTS = statements();

  /** Every statement of the tests other than imports, divided once: a search through all of the text takes seconds. */
  private static List<String> statements() {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().map(EveryTimerTest::read)
          .flatMap(Pattern.compile("(?<=[;{}])")::splitAsStream)
          .filter(statement -> !statement.strip().startsWith("import")).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<String> timers() throws IOException {
    try (var files = Files.list(Path.of("processes"))) {
      List<Path> models = files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
      return models.stream().flatMap(model -> Bpmn.readModelFromFile(model.toFile())
          .getModelElementsByType(TimerEventDefinition.class).stream()
          .map(timer -> ((Event) timer.getParentElement()).getId())).toList().stream();
    }
  }

  @ParameterizedTest
  @DisplayName("有测试写明到点的时刻，并让它到点")
  @MethodSource("timers")
  void testedByDueDateAndByFiring(String event) {
    String constant = event.replace("event_", "EVENT_").replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase();

    assertThat(statements(constant)).as(constant + " by due date").anyMatch(calls(DUE));
    assertThat(statements(constant)).as(constant + " by firing").anyMatch(calls(FIRED));
  }

  private static Predicate<String> calls(String what) {
    return statement -> Pattern.compile("\\b" + what + "\\(").matcher(statement).find();
  }

  private static List<String> statements(String constant) {
    Pattern named = Pattern.compile("\\b" + constant + "\\b");
    return STATEMENTS.stream().filter(statement -> statement.contains(constant) && named.matcher(statement).find()).toList();
  }
}
