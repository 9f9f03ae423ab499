package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("抽取的输入：随机数、公开随机值和事件")
class DrawInputsTest {

  private static final String NONCE = SmallDraw.nonce("one");
  private static final String WHOLE = """
      {
       "prev": "%s",
       "contributions": {
        "gaj": "%s"
       },
       "publicValue": "42",
       "events": [
        {
         "type": "recuse",
         "object": "企业-001",
         "inspector": "gaj-001",
         "reason": "DECLARED",
         "fresh": "%s"
        }
       ]
      }
      """.formatted(SmallDraw.FIRST, NONCE, NONCE);

  private final SmallDraw small = new SmallDraw();

  @Test
  @DisplayName("没有提交随机数的部门记为 MISSING")
  void aDepartmentThatDidNotContributeIsMissing() {
    Transcript drawn = new DrawInputs(SmallDraw.FIRST, Map.of("gaj", NONCE), "42", List.of()).draw(small.files());

    assertThat(drawn.contributions()).containsEntry("gaj", NONCE).containsEntry("scjgj", "MISSING");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "\"prev\": \"0 | \"prev\": \"x | 2",
      "\"prev\" | \"previous\" | 2",
      "\"gaj\": \" | \"gaj\": \"0 | 4",
      "\"publicValue\": \"42\" | \"publicValue\": 42 | 6",
      "\"publicValue\": \"42\" | \"publicValue\": \"4\\u00852\" | 6",
      "\"publicValue\": \"42\" | \"publicValue\": \"\" | 6",
      "\"recuse\" | \"redraw\" | 9",
      "\"recuse\" | \"substitute\" | 9",
      "\"inspector\": \"gaj-001\" | \"inspector\": null | 11",
      "\"reason\": \"DECLARED\" | \"reason\": \"\" | 12",
      "\"fresh\": \" | \"fresh\": \"F | 13",
      "\"fresh\" | \"evidence\" | 8",
  })
  @DisplayName("格式有误时指出文件和行")
  void malformedInputIsNamedByFileAndLine(String found, String instead, int line) {
    byte[] bytes = WHOLE.replaceFirst(Pattern.quote(found),
        Matcher.quoteReplacement(instead)).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> DrawInputs.parse("输入.json", bytes))
        .isInstanceOfSatisfying(Malformed.class, malformed -> {
          assertThat(malformed.file()).isEqualTo("输入.json");
          assertThat(malformed.line()).isEqualTo(line);
          assertThat(malformed.getMessage()).startsWith("输入.json 第 " + line + " 行：");
        });
  }

  @Test
  @DisplayName("不参加抽取的部门提交的随机数不被接受")
  void anUnknownDepartmentCannotContribute() {
    assertFails(Stage.SEED, new DrawInputs(SmallDraw.FIRST, Map.of("wsjds", NONCE), "42", List.of()));
  }

  @Test
  @DisplayName("不用公开随机值时，值只能是 none，且至少两个部门提交随机数")
  void withoutAPublicValueTwoMustContribute() {
    small.publicKind = "none";
    Map<String, String> both = SmallDraw.nonces(1);

    assertFails(Stage.SEED, new DrawInputs(SmallDraw.FIRST, both, "42", List.of()));
    assertFails(Stage.SEED, new DrawInputs(SmallDraw.FIRST, Map.of("gaj", NONCE), "none", List.of()));
    assertThat(new DrawInputs(SmallDraw.FIRST, both, "none", List.of()).draw(small.files()).selected()).hasSize(8);
  }

  @Test
  @DisplayName("未抽中的对象不能补抽，也不能有人回避；补抽过的不能再补抽；不在组中的人不能回避")
  void eventsMustFitTheDraw() {
    Transcript drawn = small.draw(1);
    String selected = drawn.selected().get(0).id();
    List<String> drawnIds = drawn.selected().stream().map(Transcript.Selected::id).toList();
    String other = IntStream.range(0, small.candidates).mapToObj("企业-%03d"::formatted)
        .filter(id -> !drawnIds.contains(id)).findFirst().orElseThrow();
    String absent = IntStream.range(0, small.inspectors).mapToObj("gaj-%03d"::formatted)
        .filter(id -> !drawn.teams().get(selected).get("gaj").contains(id)).findFirst().orElseThrow();

    assertFails(Stage.EVENTS, with(substitute(other)));
    assertFails(Stage.EVENTS, with(substitute("企业-999")));
    assertFails(Stage.EVENTS, with(substitute(selected), substitute(selected)));
    assertFails(Stage.EVENTS, with(recuse(selected, absent)));
    assertFails(Stage.EVENTS, with(recuse(other, absent)));
    assertThat(with(substitute(selected)).draw(small.files()).events()).hasSize(1);
  }

  @Test
  @Clause("三-10")
  @DisplayName("回避过的人不会再回到同一对象的检查组")
  void whoWasRecusedDoesNotComeBack() {
    small.inspectors = 4;
    Transcript transcript = small.draw(1);
    String object = transcript.selected().get(0).id();
    EventReplay replay = new EventReplay(new Drawn(small.drawing(), transcript));
    Set<String> gone = new HashSet<>();
    List<Boolean> replaced = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String leader = replay.teamsOf(object).get("gaj").get(0);
      assertThat(gone.add(leader)).isTrue();
      replaced.add(
          replay.recuse(object, leader, "DECLARED", null, SmallDraw.nonce("fresh " + i)).replacement() != null);
      assertThat(replay.teamsOf(object).get("gaj")).doesNotContainAnyElementsOf(gone);
    }

    assertThat(replaced).containsExactly(true, true, false, false);
  }

  private DrawInputs with(DrawInputs.Event... events) {
    return new DrawInputs(SmallDraw.FIRST, SmallDraw.nonces(1), "42", List.of(events));
  }

  private static DrawInputs.Event substitute(String object) {
    return new DrawInputs.Event("substitute", object, null, "DEREGISTERED", null, null);
  }

  private static DrawInputs.Event recuse(String object, String inspector) {
    return new DrawInputs.Event("recuse", object, inspector, "DECLARED", null, NONCE);
  }

  private void assertFails(Stage stage, DrawInputs inputs) {
    DrawFiles files = small.files();
    assertThatThrownBy(() -> inputs.draw(files)).isInstanceOfSatisfying(StageFailed.class,
        failed -> assertThat(failed.stage()).isEqualTo(stage));
  }
}
