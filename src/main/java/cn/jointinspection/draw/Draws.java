package cn.jointinspection.draw;

import cn.jointinspection.draw.DrawRefused.ContributionRefused;
import cn.jointinspection.draw.DrawRefused.DrawNotInState;
import cn.jointinspection.draw.DrawRefused.EventRefused;
import cn.jointinspection.draw.DrawRefused.PublicValueRefused;
import cn.jointinspection.draw.DrawRefused.ShortfallUndecided;
import cn.jointinspection.draw.DrawRefused.UnknownDraw;
import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Drawing;
import cn.jointinspection.draw.engine.Malformed;
import cn.jointinspection.draw.engine.Transcript;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.Recusals;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The county's draws (公开抽取, 三). Each step locks the draw and checks how far it has come, so that nothing is edited after
 * the freeze, no department contributes twice or late, and nothing is drawn twice.
 */
@Service
public class Draws {

  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");
  private static final int FEWEST_CONTRIBUTIONS_WITHOUT_VALUE = 2;
  private static final int LEAST_TEAM = 2;

  private final DrawStore store;
  private final ResultStore results;
  private final Freezer freezer;
  private final Inspectors inspectors;
  private final Recusals recusals;
  private final Clock clock;

  Draws(DrawStore store, ResultStore results, Freezer freezer, Inspectors inspectors, Recusals recusals, Clock clock) {
    this.store = store;
    this.results = results;
    this.freezer = freezer;
    this.inspectors = inspectors;
    this.recusals = recusals;
    this.clock = clock;
  }

  /** @throws UnknownDraw if there is none */
  public Draw get(String drawId) {
    return store.find(drawId).orElseThrow(() -> new UnknownDraw(drawId));
  }

  /** All draws of the county in order of their numbers. */
  public List<Draw> all() {
    return store.all();
  }

  /** All draws of a joint inspection, abandoned ones included, in order of their numbers. */
  public List<Draw> of(String jointInspectionId) {
    return store.of(jointInspectionId);
  }

  /** In the order of department code. */
  public List<Contribution> contributions(String drawId) {
    return store.contributions(drawId);
  }

  public List<Shortfall> shortfalls(String drawId) {
    return results.shortfalls(drawId);
  }

  /** Bytes of a published file; empty before it exists. */
  public Optional<byte[]> file(String drawId, String name) {
    return store.file(drawId, name);
  }

  /** SHA-256 by name of the files there are. */
  public Map<String, String> fileHashes(String drawId) {
    return store.fileHashes(drawId);
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
    store.insert(new Draw(id, next.number(), request.jointInspectionId(), request.title(), next.prev(),
        drawing.freeze(), now(), candidates, byStratum, frozen.exclusionsByReason(), request.publicKind(),
        request.publicSource(), DrawStatus.FROZEN, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, 0),
        request.year(), by);
    frozen.files().hashes().forEach((name, sha256) -> store.putFile(id, name, sha256, frozen.files().bytes(name)));
    store.openContributions(id, drawing.params().departments());
    return get(id);
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
    boolean none = draw.publicKind().equals("none");
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
        || !java.text.Normalizer.isNormalized(value, java.text.Normalizer.Form.NFC)) {
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
    if (actor.userId().equals(draw.valueEnteredBy())) {
      throw new PublicValueRefused("录入人不能见证自己录入的值，未确认。请由另一个单位的另一个人见证。");
    }
    if (body.equals(draw.valueEnteredBody()) || actor.in(draw.valueEnteredBody())) {
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
    String value = draw.publicValue() == null ? "none" : draw.publicValue();
    Transcript transcript = drawing(draw).draw(nonces, value);
    results.insert(drawId, transcript);
    byte[] bytes = transcript.toBytes();
    String sha256 = sha256(bytes);
    store.putFile(drawId, DrawFiles.TRANSCRIPT, sha256, bytes);
    store.drawn(draw, value, transcript.seed(), transcript.allocation(), sha256, now());
    return transcript.shortfalls().size();
  }

  /** Inspectors who may fill a shortfall: in force, not recused for the object, not yet in its team. */
  public List<Inspector> eligible(String drawId, Shortfall shortfall) {
    List<String> team = results.team(drawId, shortfall.objectNo(), shortfall.department());
    List<String> recused = recusals.of(List.of(shortfall.department())).stream()
        .filter(recusal -> recusal.objectNo().equals(shortfall.objectNo()))
        .map(recusal -> recusal.inspector()).toList();
    return inspectors.inForce(shortfall.department(), LocalDate.now(clock)).stream()
        .filter(inspector -> !team.contains(inspector.certificateNo()))
        .filter(inspector -> !recused.contains(inspector.certificateNo()))
        .toList();
  }

  /** The team of one object as it stands, the leader first. */
  public List<String> team(String drawId, String objectNo, String department) {
    return results.team(drawId, objectNo, department);
  }

  /**
   * Records what people decide about every shortfall. The record of the draw itself is never changed.
   *
   * @throws ShortfallUndecided if one is left open, or a team would have fewer than two
   */
  @Transactional
  public void resolveShortfalls(String drawId, List<ShortfallDecision> decisions, Actor actor) {
    inState(drawId, "处理人员缺口", DrawStatus.DRAWN);
    for (ShortfallDecision decision : decisions) {
      Shortfall shortfall = results.shortfalls(drawId).stream()
          .filter(s -> s.seq() == decision.seq() && s.objectNo().equals(decision.objectNo())
              && s.department().equals(decision.department()) && s.decision() == null)
          .findFirst()
          .orElseThrow(() -> new ShortfallUndecided("这一缺口不存在或已处理，未作更改。请刷新后重试。"));
      if (decision.reason() == null || decision.reason().isBlank()) {
        throw new ShortfallUndecided("处理缺口须写明理由，未作更改。请补充理由后提交。");
      }
      if (decision.inspector() != null) {
        designate(drawId, shortfall, decision.inspector());
      }
      results.decide(drawId, decision, actor.userId(), now());
    }
    for (Shortfall shortfall : results.shortfalls(drawId)) {
      if (shortfall.decision() == null) {
        throw new ShortfallUndecided("还有缺口没有处理，未作更改。请逐项决定后提交。");
      }
      if (results.team(drawId, shortfall.objectNo(), shortfall.department()).size() < LEAST_TEAM) {
        throw new ShortfallUndecided("有的检查组不足两人，不能检查（执法检查人员不得少于两人），未作更改。请为每组指定人员补足两人。");
      }
    }
  }

  private void designate(String drawId, Shortfall shortfall, String inspector) {
    boolean eligible =
        eligible(drawId, shortfall).stream().anyMatch(i -> i.certificateNo().equals(inspector));
    if (!eligible) {
      throw new ShortfallUndecided("指定的人员 " + inspector + " 证件无效、须回避或已在组中，未作更改。请另选一人。");
    }
    results.assign(drawId, shortfall.objectNo(), shortfall.department(),
        results.nextPosition(drawId, shortfall.objectNo(), shortfall.department()), inspector);
  }

  /** Gives a draw up before it is drawn; it keeps its number, its freeze and the reason. */
  @Transactional
  public void abandon(String drawId, String reason, String by) {
    Draw draw = inState(drawId, "作废", DrawStatus.FROZEN, DrawStatus.CLOSED, DrawStatus.VALUE_ENTERED,
        DrawStatus.VALUE_CONFIRMED);
    store.abandon(draw, reason, by, now());
  }

  /** Who was drawn and who inspects, as it stands. */
  public DrawResult result(String drawId) {
    inState(get(drawId), "查看结果", DrawStatus.DRAWN);
    return new DrawResult(drawId, results.selected(drawId), results.teams(drawId));
  }

  /**
   * Adds a recusal (draw-spec 7).
   *
   * @param reason code, never a personal detail
   * @param fresh nonce made in the approver's browser when approving
   */
  @Transactional
  public RecusalOutcome recordRecusal(
      String drawId, String objectNo, String inspector, String reason, String fresh, String approvedBy) {
    Draw draw = inState(drawId, "登记回避", DrawStatus.DRAWN);
    if (fresh == null || !NONCE.matcher(fresh).matches()) {
      throw new EventRefused("回避须由审批人的浏览器当场生成随机数，未登记。请刷新页面后重新审批。");
    }
    Transcript before = transcript(drawId);
    String department = inspectors.find(inspector).map(Inspector::department)
        .orElseThrow(() -> new EventRefused("名录中没有检查人员 " + inspector + "，未登记。请核对执法证号。"));
    Transcript after = event(() -> drawing(draw).recuse(before, objectNo, inspector, reason, null, fresh));
    Transcript.Event event = last(after);
    results.unassign(drawId, objectNo, inspector);
    if (event.replacement() != null) {
      results.assign(drawId, objectNo, department, results.nextPosition(drawId, objectNo, department),
          event.replacement());
    }
    keep(drawId, after, approvedBy, null);
    return new RecusalOutcome(event.replacement(), event.seq());
  }

  /**
   * Adds a substitution approved by two people of two bodies (draw-spec 7).
   *
   * @param evidenceSha256 in hex; nullable
   */
  @Transactional
  public SubstituteOutcome recordSubstitute(String drawId, String objectNo, String reason, String evidenceSha256,
      String approvedBy, String countersignedBy) {
    Draw draw = inState(drawId, "登记补抽", DrawStatus.DRAWN);
    if (approvedBy.equals(countersignedBy)) {
      throw new EventRefused("补抽须经两个单位的两个人批准，未登记。请由另一单位的人复核。");
    }
    Transcript before = transcript(drawId);
    Transcript after = event(() -> drawing(draw).substitute(before, objectNo, reason, evidenceSha256));
    Transcript.Event event = last(after);
    String stratum = stratumOf(before, objectNo, draw);
    results.unassignAll(drawId, objectNo);
    Map<String, List<String>> team = event.team() == null ? Map.of() : event.team();
    team.forEach((department, members) -> {
      for (int i = 0; i < members.size(); i++) {
        results.assign(drawId, event.replacement(), department, i + 1, members.get(i));
      }
    });
    keep(drawId, after, approvedBy, countersignedBy);
    return new SubstituteOutcome(event.replacement(), stratum, team, event.seq());
  }

  private String stratumOf(Transcript transcript, String objectNo, Draw draw) {
    return transcript.selected().stream().filter(s -> s.id().equals(objectNo)).map(Transcript.Selected::stratum)
        .findFirst()
        .orElseGet(() -> transcript.events().stream().filter(e -> objectNo.equals(e.replacement()))
            .map(e -> stratumOf(transcript, e.object(), draw)).findFirst().orElseThrow());
  }

  private static Transcript event(java.util.function.Supplier<Transcript> step) {
    try {
      return step.get();
    } catch (Malformed e) {
      throw new EventRefused("这项变更不能成立，未登记：" + e.getMessage() + "。请核对检查对象和检查人员。");
    }
  }

  private static Transcript.Event last(Transcript transcript) {
    return transcript.events().get(transcript.events().size() - 1);
  }

  private void keep(String drawId, Transcript transcript, String approvedBy, String countersignedBy) {
    byte[] bytes = transcript.toBytes();
    String sha256 = sha256(bytes);
    store.putFile(drawId, DrawFiles.TRANSCRIPT, sha256, bytes);
    results.addEvent(drawId, last(transcript), approvedBy, countersignedBy, now(), sha256);
  }

  private Transcript transcript(String drawId) {
    return Transcript.parse(store.file(drawId, DrawFiles.TRANSCRIPT).orElseThrow());
  }

  private Drawing drawing(Draw draw) {
    Map<String, byte[]> files = new HashMap<>();
    DrawFiles.NAMES.forEach(name -> files.put(name, store.file(draw.id(), name).orElseThrow()));
    return new Drawing(DrawFiles.of(files), draw.prev());
  }

  private Draw inState(String drawId, String step, DrawStatus... allowed) {
    return inState(store.lock(drawId), step, allowed);
  }

  private static Draw inState(Draw draw, String step, DrawStatus... allowed) {
    if (!List.of(allowed).contains(draw.status())) {
      throw new DrawNotInState(draw, step);
    }
    return draw;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
