package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公布的抽取范例可以逐字节重算")
class OrdinaryDrawTest {

  private static final Path FOLDER = Path.of("draw-vectors/01-ordinary");

  @Test
  @DisplayName("由五个文件、随机数、公开随机值和两个事件的输入，重算出的记录与公布的逐字节相同")
  void reproducesTheTranscriptToTheByte() {
    byte[] published = DrawFiles.read(FOLDER.resolve(DrawFiles.TRANSCRIPT));
    Transcript given = Transcript.parse(published);
    Drawing drawing = new Drawing(DrawFiles.in(FOLDER), given.prev());

    Transcript drawn = drawing.draw(given.contributions(), given.publicValue());
    for (Transcript.Event event : given.events()) {
      drawn = event.type().equals("substitute")
          ? drawing.substitute(drawn, event.object(), event.reason(), event.evidence())
          : drawing.recuse(drawn, event.object(), event.inspector(), event.reason(), event.evidence(), event.fresh());
    }

    assertThat(new String(drawn.toBytes(), StandardCharsets.UTF_8))
        .isEqualTo(new String(published, StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("逐阶段验证全部通过")
  void passesEveryStage() {
    List<Stage> passed = new ArrayList<>();

    Verifier.verify(DrawFiles.in(FOLDER), DrawFiles.read(FOLDER.resolve(DrawFiles.TRANSCRIPT)), passed::add);

    assertThat(passed).containsExactly(Stage.values());
  }

  @Test
  @DisplayName("参数文件写出的字节与公布的相同")
  void writesTheParametersToTheByte() {
    byte[] published = DrawFiles.in(FOLDER).bytes(DrawFiles.PARAMS);

    assertThat(DrawParams.parse(published).strata()).hasSize(4);
    assertThat(new String(new Drawing(DrawFiles.in(FOLDER), "0".repeat(64)).params().toBytes(), StandardCharsets.UTF_8))
        .isEqualToIgnoringWhitespace(new String(published, StandardCharsets.UTF_8)
            .replaceFirst(",\\s*\"planned\": 12", "")
            .replaceFirst("(\"basisPoints\": 500\\s*})", "$1,\n \"planned\": 12"));
  }
}
