package cn.jointinspection.draw;

import cn.jointinspection.draw.DrawRefused.EventRefused;
import cn.jointinspection.draw.engine.Malformed;
import cn.jointinspection.draw.engine.Transcript;
import cn.jointinspection.draw.engine.TranscriptFile;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is added to a draw afterwards (draw-spec 7). Two events at once wait for each other at the draw's row, so that
 * each follows from the one before; the files are read before the row is locked.
 */
@Service
public class DrawEvents {

  private final DrawStore store;
  private final ResultStore results;
  private final ParsedDraws parsed;
  private final Clock clock;

  DrawEvents(DrawStore store, ResultStore results, ParsedDraws parsed, Clock clock) {
    this.store = store;
    this.results = results;
    this.parsed = parsed;
    this.clock = clock;
  }

  /**
   * Adds a recusal (回避).
   *
   * @param reason code, never a personal detail
   * @param fresh nonce made in the approver's browser when approving
   * @throws EventRefused if the inspector is not in the object's team
   */
  @Transactional
  public RecusalOutcome recordRecusal(
      String drawId, String objectNo, String inspector, String reason, String fresh, String approvedBy) {
    ParsedDraws.Parsed draw = read(drawId, "登记回避");
    if (fresh == null || !DrawSteps.NONCE.matcher(fresh).matches()) {
      throw new EventRefused("回避须由审批人的浏览器当场生成随机数，未登记。请刷新页面后重新审批。");
    }
    List<String> before = before(drawId);
    Transcript.Event event =
        event(() -> draw.drawn().recuse(parse(before), objectNo, inspector, reason, null, fresh));
    results.unassign(drawId, objectNo, inspector);
    if (event.replacement() != null) {
      String department = event.team().keySet().iterator().next();
      results.assign(drawId, objectNo, department, results.nextPosition(drawId, objectNo, department),
          event.replacement());
    }
    keep(drawId, draw, before, event, approvedBy, null);
    return new RecusalOutcome(event.replacement(), event.seq());
  }

  /**
   * Adds a substitution (补抽) approved by two people of two bodies.
   *
   * @param evidenceSha256 in hex; nullable
   * @throws EventRefused if the object was not drawn or is void, or one person approved twice
   */
  @Transactional
  public SubstituteOutcome recordSubstitute(String drawId, String objectNo, String reason, String evidenceSha256,
      String approvedBy, String countersignedBy) {
    ParsedDraws.Parsed draw = read(drawId, "登记补抽");
    if (approvedBy.equals(countersignedBy)) {
      throw new EventRefused("补抽须经两个单位的两个人批准，未登记。请由另一单位的人复核。");
    }
    List<String> before = before(drawId);
    Transcript.Event event =
        event(() -> draw.drawn().substitute(parse(before), objectNo, reason, evidenceSha256));
    results.unassignAll(drawId, objectNo);
    Map<String, List<String>> team = event.replacement() == null ? Map.of() : event.team();
    if (event.replacement() != null) {
      results.assign(drawId, event.replacement(), team);
    }
    keep(drawId, draw, before, event, approvedBy, countersignedBy);
    return new SubstituteOutcome(event.replacement(), draw.drawn().stratum(objectNo), team, event.seq());
  }

  private ParsedDraws.Parsed read(String drawId, String step) {
    return parsed.of(store.get(drawId).requireIn(step, DrawStatus.DRAWN));
  }

  /** Locks the draw: whoever comes next waits until this event is kept. @return the events there are */
  private List<String> before(String drawId) {
    store.lock(drawId);
    return results.entries(drawId);
  }

  private static List<Transcript.Event> parse(List<String> entries) {
    return entries.stream().map(Transcript.Event::parse).toList();
  }

  private static Transcript.Event event(Supplier<Transcript.Event> step) {
    try {
      return step.get();
    } catch (Malformed e) {
      throw new EventRefused("这项变更不能成立，未登记：" + e.getMessage() + "。请核对检查对象和检查人员。");
    }
  }

  private void keep(String drawId, ParsedDraws.Parsed draw, List<String> before, Transcript.Event event,
      String approvedBy, String countersignedBy) {
    List<String> entries = new ArrayList<>(before);
    entries.add(event.text());
    byte[] tail = TranscriptFile.tail(entries);
    results.addEvent(drawId, event, approvedBy, countersignedBy, OffsetDateTime.now(clock),
        draw.transcript().sha256(tail), draw.transcript().size(tail));
  }
}
