package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("抽取之后逐个追加的事件")
class TranscriptFileTest {

  static List<Path> withEvents() {
    return WorkedDraws.whole().stream().filter(folder -> !transcript(folder).events().isEmpty()).toList();
  }

  private static Transcript transcript(Path folder) {
    return Transcript.parse(DrawFiles.read(folder.resolve(DrawFiles.TRANSCRIPT)));
  }

  @Test
  @DisplayName("样例中有补抽，也有一户多次回避")
  void theSamplesHoldBothKinds() {
    assertThat(withEvents().stream().flatMap(folder -> transcript(folder).events().stream()))
        .hasSizeGreaterThan(5).extracting(Transcript.Event::type).contains("substitute", "recuse");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withEvents")
  @DisplayName("首次抽取的文件加上前几个事件，与整份重写逐字节相同，摘要和长度也相同")
  void isTheSameAsWrittenAnew(Path folder) throws Exception {
    Transcript whole = transcript(folder);
    byte[] drawn = whole.with(List.of()).toBytes();
    TranscriptFile file = new TranscriptFile(drawn);

    for (int events = 0; events <= whole.events().size(); events++) {
      List<Transcript.Event> first = whole.events().subList(0, events);
      byte[] tail = TranscriptFile.tail(first.stream().map(Transcript.Event::text).toList());
      var put = new ByteArrayOutputStream();
      put.write(drawn, 0, (int) TranscriptFile.headSize(drawn.length));
      put.write(tail);

      byte[] anew = whole.with(first).toBytes();
      assertThat(put.toString(StandardCharsets.UTF_8)).isEqualTo(new String(anew, StandardCharsets.UTF_8));
      assertThat(file.sha256(tail)).isEqualTo(Hash.sha256(anew));
      assertThat(file.size(tail)).isEqualTo(anew.length);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withEvents")
  @DisplayName("接着已记下的事件算下一个，与从头重算相同；记下的一行读回来还是那一行")
  void theNextFollowsFromWhatIsOnRecord(Path folder) {
    Transcript whole = transcript(folder);
    Drawn drawn = new Drawn(new Drawing(DrawFiles.in(folder), whole.frozen().prev()), whole);

    for (int i = 0; i < whole.events().size(); i++) {
      Transcript.Event event = whole.events().get(i);
      assertThat(drawn.after(whole.events().subList(0, i)).again(event)).isEqualTo(event);
      assertThat(Transcript.Event.parse(event.text())).isEqualTo(event);
      assertThat(Transcript.Event.parse(event.text()).text()).isEqualTo(event.text());
    }
  }

  @Test
  @DisplayName("记下的事件缺了一个或改了一个，不能再往下接")
  void aRecordWithAGapIsNotContinued() {
    Path folder = Path.of("draw-vectors/11-recuse-labelled");
    Transcript whole = transcript(folder);
    Drawn drawn = new Drawn(new Drawing(DrawFiles.in(folder), whole.frozen().prev()), whole);
    List<Transcript.Event> gap = whole.events().subList(1, whole.events().size());

    assertThatThrownBy(() -> drawn.after(gap)).isInstanceOf(Malformed.class).hasMessageContaining("不相连");
  }

  @Test
  @DisplayName("不是首次抽取时的文件，不能在后面追加")
  void onlyAFileWithoutEventsCanGrow() {
    byte[] grown = DrawFiles.read(Path.of("draw-vectors/11-recuse-labelled", DrawFiles.TRANSCRIPT));

    assertThatThrownBy(() -> new TranscriptFile(grown)).isInstanceOf(Malformed.class);
  }
}
