package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("抽取样例：谁来重算都是同一个结果")
class WorkedDrawsTest {

  static List<Path> whole() {
    return WorkedDraws.whole();
  }

  @Test
  @DisplayName("样例不少于十二个")
  void thereAreEnough() {
    assertThat(whole()).hasSizeGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whole")
  @DisplayName("由五个文件、随机数、公开随机值和事件重算，抽取记录逐字节相同")
  void isReproducedToTheByte(Path folder) {
    byte[] recorded = DrawFiles.read(folder.resolve(DrawFiles.TRANSCRIPT));

    Transcript again = WorkedDraws.inputs(Transcript.parse(recorded)).draw(DrawFiles.in(folder));

    assertThat(text(again.toBytes())).isEqualTo(text(recorded));
  }

  @Test
  @DisplayName("读入再写出，参数文件逐字节相同")
  void parametersAreWrittenToTheByte() {
    byte[] published = DrawFiles.in(Path.of("draw-vectors/01-ordinary")).bytes(DrawFiles.PARAMS);

    DrawParams params = DrawParams.parse(published, new BrokenRules());

    assertThat(text(params.toBytes())).isEqualTo(text(published));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whole")
  @DisplayName("八个阶段依次核验通过")
  void everyStageHoldsInOrder(Path folder) {
    List<Stage> passed = new ArrayList<>();

    Verifier.verify(DrawFiles.in(folder), DrawFiles.read(folder.resolve(DrawFiles.TRANSCRIPT)), passed::add);

    assertThat(passed).containsExactly(Stage.values());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
