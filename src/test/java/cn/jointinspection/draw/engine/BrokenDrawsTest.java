package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("被改动的抽取样例")
class BrokenDrawsTest {

  static List<Path> broken() {
    return WorkedDraws.broken();
  }

  @Test
  @DisplayName("每个阶段至少有一个不成立的样例")
  void thereIsOneForEachStage() {
    for (Stage stage : Stage.values()) {
      assertThat(broken()).anyMatch(folder -> folder.getFileName().toString().startsWith(stage.text() + "-"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  @Clause("三-1")
  @DisplayName("停在第一个不成立的阶段并说出它的名字，或指出格式有误的文件和行")
  void isNoticedWhereItIsBroken(Path folder) throws IOException {
    String[] expected = Files.readString(folder.resolve("expected.txt")).strip().split(" ");
    List<Stage> passed = new ArrayList<>();
    ThrowingCallable verification = () -> Verifier.verify(
        DrawFiles.in(folder), DrawFiles.read(folder.resolve(DrawFiles.TRANSCRIPT)), passed::add);

    if (expected[0].equals("stage")) {
      assertThatThrownBy(verification).isInstanceOfSatisfying(StageFailed.class, failed -> {
        assertThat(failed.stage().text()).isEqualTo(expected[1]);
        assertThat(failed.expected()).isNotEqualTo(failed.found());
        assertThat(passed).containsExactlyElementsOf(List.of(Stage.values()).subList(0, failed.stage().ordinal()));
      });
    } else {
      assertThatThrownBy(verification).isInstanceOfSatisfying(Malformed.class, malformed -> {
        assertThat(malformed.file()).isEqualTo(expected[1]);
        assertThat(malformed.line()).isEqualTo(Integer.parseInt(expected[2]));
        assertThat(passed).isEmpty();
      });
    }
  }
}
