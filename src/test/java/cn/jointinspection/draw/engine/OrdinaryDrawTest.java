package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("普通抽取的样例")
class OrdinaryDrawTest {

  private static final Path FOLDER = Path.of("draw-vectors/01-ordinary");

  private final DrawFiles files = DrawFiles.in(FOLDER);
  private final byte[] recorded = DrawFiles.read(FOLDER.resolve(DrawFiles.TRANSCRIPT));

  @Test
  @DisplayName("由文件、随机数和公开随机值重算，抽取记录逐字节相同")
  void isReproducedToTheByte() {
    Transcript before = Transcript.parse(recorded);
    List<DrawInputs.Event> events = before.events().stream().map(e -> new DrawInputs.Event(
        e.type(), e.object(), e.inspector(), e.reason(), e.evidence(), e.fresh())).toList();

    Transcript again =
        new DrawInputs(before.prev(), before.contributions(), before.publicValue(), events).draw(files);

    assertThat(new String(again.toBytes(), StandardCharsets.UTF_8))
        .isEqualTo(new String(recorded, StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("读入再写出，抽取记录和参数文件逐字节相同")
  void isReadAndWrittenToTheByte() {
    DrawParams params = DrawParams.parse(files.bytes(DrawFiles.PARAMS), new BrokenRules());

    assertThat(Transcript.parse(recorded).toBytes()).isEqualTo(recorded);
    assertThat(params.toBytes()).isEqualTo(files.bytes(DrawFiles.PARAMS));
  }

  @Test
  @DisplayName("八个阶段依次核验通过")
  void everyStageHoldsInOrder() {
    List<Stage> passed = new ArrayList<>();

    Verifier.verify(files, recorded, passed::add);

    assertThat(passed).containsExactly(Stage.values());
  }
}
