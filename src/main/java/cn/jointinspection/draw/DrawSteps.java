package cn.jointinspection.draw;

import cn.jointinspection.draw.DrawRefused.ContributionRefused;
import cn.jointinspection.draw.DrawRefused.PublicValueRefused;
import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Drawing;
import cn.jointinspection.draw.engine.Transcript;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Sha256;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From the freeze to the drawing of lots (公开抽取, 三). Each step locks the draw and checks how far it has come, so that
 * nothing is edited after the freeze, no department contributes twice or late, and nothing is drawn twice.
 */
@Service
public class DrawSteps {

  static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");
  private static final int FEWEST_CONTRIBUTIONS_WITHOUT_VALUE = 2;

  private final DrawStore store;
  private final ResultStore results;
  private final ParsedDraws parsed;
  private final Freezer freezer;
  private final Clock clock;

  DrawSteps(DrawStore store, ResultStore results, ParsedDraws parsed, Freezer freezer, Clock clock) {
    this.store = store;
    this.results = results;
    this.parsed = parsed;
    this.freezer = freezer;
    this.clock = clock;
  }

  /** Writes the five files and their freeze; from here on nothing is edited or previewed (draw-spec 2). */
  @Transactional
  public Draw freeze(FreezeRequest request, String by) {
    DrawStore.Next next = store.next(request.jointInspectionId());
    String id = request.jointInspectionId() + "-" + next.attempt();
    Freezer.Frozen frozen = freezer.write(id, request);
    Drawing drawing = new Drawing(frozen.files(), next.prev());
    Map<String, Integer> byStratum = drawing.candidatesByStratum();
    int candidates = byStratum.values().stream().mapToInt(Integer::intValue).sum();
    store.insert(new Draw(id, next.number(), request.jointInspectionId(), request.title(),
        new Draw.Frozen(next.prev(), drawing.freeze(), now(), candidates, byStratum, frozen.exclusionsByReason()),
        request.publicSource(), DrawStatus.FROZEN, null, null, null, 0), request.year(), by);
    frozen.files().hashes().forEach((name, sha256) -> store.putFile(id, name, sha256, frozen.files().bytes(name)));
    store.openContributions(id, drawing.params().departments());
    return store.get(id);
  }

  /**
   * Takes a department's nonce, made in the contributor's own browser (draw-spec 3).
   *
   * @throws ContributionRefused if it is no nonce, or the department has none to give
   */
  @Transactional
  public void contribute(String drawId, String department, String nonce, Actor actor) {
    Draw draw = inState(drawId, "提交随机数", DrawStatus.FROZEN);
    if (nonce == null || !NONCE.matcher(nonce).matches()) {
      throw new ContributionRefused("随机数应为 64 位小写十六进制数，未提交。请刷新页面重新生成后再提交。");
    }
    if (!actor.in(department)) {
      throw new ContributionRefused("只有本部门的人员可以提交本部门的随机数，未提交。请由该部门经办人办理。");
    }
    if (!store.contribute(draw.id(), department, nonce, actor.userId(), now())) {
      throw new ContributionRefused("本部门已经提交过随机数，或不参加这次抽取，未再次提交。请刷新待办列表。");
    }
  }

  /** Closes contributions: from here on the nonces stand, and only now may the public value come (draw-spec 3). */
  @Transactional
  public PublicValueNeed closeContributions(String drawId) {
    Draw draw = inState(drawId, "截止提交", DrawStatus.FROZEN);
    long contributed = store.contributions(drawId).stream().filter(c -> c.nonce() != null).count();
    boolean none = draw.publicSource().none();
    store.close(draw, none ? DrawStatus.VALUE_CONFIRMED : DrawStatus.CLOSED);
    if (!none) {
      return PublicValueNeed.NEEDED;
    }
    return contributed < FEWEST_CONTRIBUTIONS_WITHOUT_VALUE ? PublicValueNeed.IMPOSSIBLE : PublicValueNeed.NONE;
  }

  /** @param body the body whose person enters the value */
  @Transactional
  public void enterPublicValue(String drawId, String value, String body, Actor actor) {
    Draw draw = inState(drawId, "录入公开随机值", DrawStatus.CLOSED, DrawStatus.VALUE_ENTERED);
    if (value == null || value.isBlank() || !value.equals(value.strip())) {
      throw new PublicValueRefused("公开随机值不得为空，首尾不得有空格，未录入。请照公布的原样录入。");
    }
    if (value.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)
        || !Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
      throw new PublicValueRefused("公开随机值应是一行普通文字，不含换行和控制字符，未录入。请照公布的原样录入。");
    }
    requireIn(actor, body);
    store.enterValue(draw, value, actor.userId(), body, now());
  }

  /** The witness agrees: another person of another body (draw-spec 3). */
  @Transactional
  public void confirmPublicValue(String drawId, String body, Actor actor) {
    Draw draw = witnessed(drawId, body, actor);
    store.confirmValue(draw, actor.userId(), body, now());
  }

  /**
   * The witness does not agree: the value is to be entered anew. His words are kept with the draw.
   *
   * @throws PublicValueRefused if he does not say what differs
   */
  @Transactional
  public void disputePublicValue(String drawId, String body, String reason, Actor actor) {
    Draw draw = witnessed(drawId, body, actor);
    if (reason == null || reason.isBlank()) {
      throw new PublicValueRefused("退回重录须写明哪里不一致，未退回。请补充说明后提交。");
    }
    store.dispute(draw, actor.userId(), body, now(), reason.strip());
  }

  private Draw witnessed(String drawId, String body, Actor actor) {
    Draw draw = inState(drawId, "见证公开随机值", DrawStatus.VALUE_ENTERED);
    requireIn(actor, body);
    Draw.Signature entered = draw.publicValue().entered();
    if (actor.userId().equals(entered.by())) {
      throw new PublicValueRefused("录入人不能见证自己录入的值，未确认。请由另一个单位的另一个人见证。");
    }
    if (body.equals(entered.body()) || actor.in(entered.body())) {
      throw new PublicValueRefused("见证人与录入人不得是同一单位，未确认。请由另一个单位的人见证。");
    }
    return draw;
  }

  private static void requireIn(Actor actor, String body) {
    if (!actor.in(body)) {
      throw new PublicValueRefused("您不属于办理这一步的单位，未作更改。请由该单位的人员办理。");
    }
  }

  /** Draws, once (draw-spec 4 to 6). @return number of shortfalls that people must decide on */
  @Transactional
  public int draw(String drawId) {
    Draw draw = inState(drawId, "抽取", DrawStatus.VALUE_CONFIRMED);
    Map<String, String> nonces = new HashMap<>();
    store.contributions(drawId).stream().filter(c -> c.nonce() != null)
        .forEach(c -> nonces.put(c.department(), c.nonce()));
    String value = draw.publicValue() == null ? "none" : draw.publicValue().value();
    Transcript transcript = parsed.drawing(draw).draw(nonces, value);
    results.insert(drawId, transcript);
    byte[] bytes = transcript.toBytes();
    String sha256 = Sha256.hex(bytes);
    store.putFile(drawId, DrawFiles.TRANSCRIPT, sha256, bytes);
    store.drawn(draw, value, transcript.seed(), transcript.allocation(), sha256, now());
    return transcript.shortfalls().size();
  }

  /** Gives a draw up before it is drawn; it keeps its number, its freeze and the reason. */
  @Transactional
  public void abandon(String drawId, String reason, String by) {
    Draw draw = inState(drawId, "作废", DrawStatus.FROZEN, DrawStatus.CLOSED, DrawStatus.VALUE_ENTERED,
        DrawStatus.VALUE_CONFIRMED);
    store.abandon(draw, reason, by, now());
  }

  private Draw inState(String drawId, String step, DrawStatus... allowed) {
    return store.lock(drawId).requireIn(step, allowed);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
