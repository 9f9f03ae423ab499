package cn.jointinspection.draw.engine;

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
   * @throws Malformed if a file is missing or not of the form
   */
  public static void verify(DrawFiles files, byte[] transcriptBytes, Consumer<Stage> passed) {
    Transcript transcript = Transcript.parse(transcriptBytes);
    check(Stage.FILES, transcript.files(), files.hashes());
    passed.accept(Stage.FILES);

    String drawId = Members.of(DrawFiles.PARAMS, files.bytes(DrawFiles.PARAMS), Set.of("spec", "drawId", "title",
        "ratio", "planned", "strata", "departments", "teams", "slack", "publicValue")).text("drawId");
    check(Stage.FREEZE, transcript.drawId(), drawId);
    check(Stage.FREEZE, transcript.freeze(), Drawing.freeze(drawId, files, transcript.prev()));
    passed.accept(Stage.FREEZE);

    Drawing drawing = lists(files, transcript.prev());
    passed.accept(Stage.LISTS);

    Transcript again = draw(drawing, transcript);
    check(Stage.SEED, transcript.seed(), again.seed());
    passed.accept(Stage.SEED);

    check(Stage.ALLOCATION, transcript.allocation(), again.allocation());
    passed.accept(Stage.ALLOCATION);

    checkList(Stage.SELECTION, transcript.selected(), again.selected());
    passed.accept(Stage.SELECTION);

    check(Stage.TEAMS, List.copyOf(transcript.teams().keySet()), List.copyOf(again.teams().keySet()));
    again.teams().forEach((object, team) -> check(Stage.TEAMS, transcript.teams().get(object), team));
    check(Stage.TEAMS, transcript.shortfalls(), again.shortfalls());
    passed.accept(Stage.TEAMS);

    events(drawing, transcript);
    passed.accept(Stage.EVENTS);
  }

  private static Drawing lists(DrawFiles files, String prev) {
    try {
      return new Drawing(files, prev);
    } catch (ListRuleBroken e) {
      throw new StageFailed(Stage.LISTS, "符合名单规则", e.getMessage());
    }
  }

  private static Transcript draw(Drawing drawing, Transcript transcript) {
    DrawParams params = drawing.params();
    check(Stage.SEED, transcript.publicKind(), params.publicKind());
    check(Stage.SEED, transcript.publicSource(), params.publicSource());
    check(Stage.SEED, Set.copyOf(transcript.contributions().keySet()), Set.copyOf(params.departments()));
    try {
      return drawing.draw(transcript.contributions(), transcript.publicValue());
    } catch (Malformed e) {
      throw new StageFailed(Stage.SEED, "合格的随机数和公开随机值", e.getMessage());
    }
  }

  private static void events(Drawing drawing, Transcript transcript) {
    EventReplay replay = EventReplay.beforeEvents(drawing, transcript);
    int seq = 0;
    for (Transcript.Event event : transcript.events()) {
      check(Stage.EVENTS, event.seq(), ++seq);
      Transcript.Event again;
      try {
        again = replay.again(event);
      } catch (Malformed e) {
        throw new StageFailed(Stage.EVENTS, "可以成立的第 " + seq + " 个事件", e.getMessage());
      }
      check(Stage.EVENTS, event, again);
    }
  }

  private static <T> void checkList(Stage stage, List<T> found, List<T> expected) {
    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      check(stage, found.get(i), expected.get(i));
    }
    check(stage, found.size() + " 个", expected.size() + " 个");
  }

  private static void check(Stage stage, Object found, Object expected) {
    if (!Objects.equals(found, expected)) {
      throw new StageFailed(stage, sorted(expected), sorted(found));
    }
  }

  private static String sorted(Object value) {
    return value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)
        ? new TreeMap<>(map).toString() : String.valueOf(value);
  }
}
