package cn.jointinspection.draw.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Recomputes a draw from its files and compares it with the transcript, stage by stage (draw-spec 9). */
public final class Verifier {

  private Verifier() {}

  /**
   * @param passed told of each stage that holds, in order
   * @throws StageFailed for the first stage that does not hold
   * @throws Malformed if a file is missing or not of the form; all files are read before the first stage
   */
  public static void verify(DrawFiles files, byte[] transcriptBytes, Consumer<Stage> passed) {
    Transcript transcript = Transcript.parse(transcriptBytes);
    FrozenLists lists = new FrozenLists(files);
    Transcript.Frozen frozen = transcript.frozen();
    Map<String, String> hashes = files.hashes();
    hashes.forEach((name, hash) -> check(Stage.FILES, name + " 的摘要", frozen.files().get(name), hash));
    passed.accept(Stage.FILES);

    String drawId = lists.params.drawId();
    check(Stage.FREEZE, "drawId", transcript.drawId(), drawId);
    check(Stage.FREEZE, "freeze", frozen.freeze(), Drawing.freeze(drawId, files, frozen.prev()));
    passed.accept(Stage.FREEZE);

    Drawing drawing = StageFailed.unless(Stage.LISTS, "符合名单规则", () -> new Drawing(files, lists, frozen.prev()));
    passed.accept(Stage.LISTS);

    Transcript again = draw(drawing, transcript);
    check(Stage.SEED, "seed", transcript.seed(), again.seed());
    passed.accept(Stage.SEED);

    check(Stage.ALLOCATION, "各层数量", transcript.allocation(), again.allocation());
    passed.accept(Stage.ALLOCATION);

    selection(transcript.selected(), again.selected());
    passed.accept(Stage.SELECTION);

    teams(transcript, again);
    passed.accept(Stage.TEAMS);

    events(drawing, transcript);
    passed.accept(Stage.EVENTS);
  }

  private static Transcript draw(Drawing drawing, Transcript transcript) {
    DrawParams params = drawing.params();
    check(Stage.SEED, "publicValue.kind", transcript.publicValue().kind(), params.publicKind());
    check(Stage.SEED, "publicValue.source", transcript.publicValue().source(), params.publicSource());
    check(Stage.SEED, "提交随机数的部门", transcript.contributions().keySet(), Set.copyOf(params.departments()));
    return StageFailed.unless(Stage.SEED, "合格的随机数和公开随机值",
        () -> drawing.draw(transcript.contributions(), transcript.publicValue().value()));
  }

  private static void selection(List<Transcript.Selected> found, List<Transcript.Selected> expected) {
    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      check(Stage.SELECTION, "第 " + (i + 1) + " 位", found.get(i), expected.get(i));
    }
    check(Stage.SELECTION, "抽中总数", found.size(), expected.size());
  }

  private static void teams(Transcript found, Transcript expected) {
    expected.teams().forEach((object, team) -> check(Stage.TEAMS, object, found.teams().get(object), team));
    Set<String> more = new HashSet<>(found.teams().keySet());
    more.removeAll(expected.teams().keySet());
    check(Stage.TEAMS, "未抽中而有检查组的对象", more, Set.of());
    check(Stage.TEAMS, "人员缺口", found.shortfalls(), expected.shortfalls());
  }

  private static void events(Drawing drawing, Transcript transcript) {
    EventReplay replay = new EventReplay(new Drawn(drawing, transcript));
    int seq = 0;
    for (Transcript.Event event : transcript.events()) {
      String what = "第 " + ++seq + " 个事件";
      Transcript.Event again = StageFailed.unless(Stage.EVENTS, "可以成立的" + what, () -> replay.again(event));
      check(Stage.EVENTS, what, event, event.team() == null ? again.withoutEmptyTeam() : again);
    }
  }

  private static void check(Stage stage, String what, Object found, Object expected) {
    if (!Objects.equals(found, expected)) {
      throw new StageFailed(stage, what + "：" + shown(expected), what + "：" + shown(found));
    }
  }

  private static String shown(Object value) {
    if (value == null) {
      return "没有";
    }
    return value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : value.toString();
  }
}
