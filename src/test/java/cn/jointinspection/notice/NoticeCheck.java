package cn.jointinspection.notice;

import cn.jointinspection.notice.Claims.Claim;
import cn.jointinspection.notice.Obligation.Status;
import cn.jointinspection.notice.Specification.Silent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether notice, specification and tests say the same; each complaint names the line and what to do. */
final class NoticeCheck {

  private static final int SHOWN = 40;

  private final Specification specification;
  private final NoticeText notice;
  private final Claims claims;
  private final Places places;
  private final int notYetAllowed;
  private final List<String> complaints = new ArrayList<>();

  private NoticeCheck(Specification specification, NoticeText notice, Claims claims, Places places, int notYetAllowed) {
    this.specification = specification;
    this.notice = notice;
    this.claims = claims;
    this.places = places;
    this.notYetAllowed = notYetAllowed;
  }

  /** @param notYetAllowed how many obligations may wait; the number may only fall */
  static List<String> complaints(Specification specification, NoticeText notice, Claims claims, Places places,
      int notYetAllowed) {
    var check = new NoticeCheck(specification, notice, claims, places, notYetAllowed);
    check.ids();
    check.words();
    check.details();
    check.tests();
    check.count();
    return List.copyOf(check.complaints);
  }

  private void ids() {
    Map<String, Integer> last = new TreeMap<>();
    for (Obligation obligation : specification.obligations()) {
      int expected = last.merge(obligation.part(), 1, Integer::sum);
      if (obligation.number() != expected) {
        complaints.add("%s：编号应逐条连续、不重复，此处应为 %s-%d".formatted(obligation.id(), obligation.part(), expected));
      }
    }
  }

  /** Every word stands in an obligation or among those that ask nothing, in the notice's order. */
  private void words() {
    notice.bodies().forEach((part, body) -> {
      BitSet said = new BitSet();
      int reached = -1;
      for (Obligation obligation : specification.obligations()) {
        if (obligation.part().equals(part)) {
          int at = mark(said, body, obligation.id(), obligation.words());
          if (at >= 0 && at < reached) {
            complaints.add(obligation.id() + "：次序与通知不同，应按原文先后编号");
          }
          reached = Math.max(reached, at);
        }
      }
      for (Silent silent : specification.silent()) {
        if (silent.part().equals(part)) {
          mark(said, body, "不要求任何人做事的句子（" + part + "）", silent.words());
        }
      }
      unsaid(part, body, said);
    });
    for (Silent silent : specification.silent()) {
      if (silent.reason().isEmpty()) {
        complaints.add("“" + shown(silent.words()) + "”没有写明为什么不要求任何人做事");
      }
    }
  }

  private int mark(BitSet said, String body, String line, String quoted) {
    String words = NoticeText.withoutBlanks(quoted);
    int at = body.indexOf(words);
    if (words.isEmpty() || at < 0) {
      complaints.add(line + "：“" + shown(quoted) + "”不是通知这一部分的原文");
      return -1;
    }
    if (body.indexOf(words, at + 1) >= 0) {
      complaints.add(line + "：“" + shown(quoted) + "”在这一部分不止一处，请多引几个字");
    }
    said.set(at, at + words.length());
    return at;
  }

  private void unsaid(String part, String body, BitSet said) {
    for (int from = said.nextClearBit(0); from < body.length(); ) {
      int next = said.nextSetBit(from);
      int until = next < 0 ? body.length() : next;
      String left = body.substring(from, until);
      if (left.codePoints().anyMatch(Character::isLetterOrDigit)) {
        complaints.add("第" + part + "部分“" + shown(left) + "”既没有编号，也没有列为不要求任何人做事的句子");
      }
      from = said.nextClearBit(until);
    }
  }

  private static String shown(String words) {
    return words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
  }

  private void details() {
    for (Obligation obligation : specification.obligations()) {
      switch (obligation.status()) {
        case MET -> places(obligation);
        case NOT_YET -> {
          if (!obligation.namesCapability()) {
            complaints.add(obligation.id() + "：待实现的须写明由哪项能力实现，如“`registry`：一单两库的导入与登记审批”");
          }
        }
        case NOT_OURS -> {
          if (obligation.detail().isEmpty()) {
            complaints.add(obligation.id() + "：不属于本系统的须写明理由");
          }
        }
      }
    }
  }

  private void places(Obligation obligation) {
    if (obligation.places().isEmpty()) {
      complaints.add(obligation.id() + "：已实现的须写明在哪里（流程环节、规则类或网址）");
    }
    obligation.places().stream().filter(place -> !places.exists(place)).forEach(place ->
        complaints.add(obligation.id() + "：没有“" + place + "”这个流程环节、类（或不止一个）或网址"));
  }

  private void tests() {
    Map<String, Obligation> byId = specification.obligations().stream()
        .collect(Collectors.toMap(Obligation::id, Function.identity(), (first, second) -> first));
    Set<String> shown = new HashSet<>();
    for (Claim claim : claims.claims()) {
      shown.add(claim.clause());
      Obligation obligation = byId.get(claim.clause());
      if (obligation == null) {
        complaints.add(claim.test() + "：docs/notice.md 里没有编号“" + claim.clause() + "”");
      } else if (obligation.is(Status.NOT_YET)) {
        complaints.add(claim.clause() + "：已有测试 " + claim.test() + "，应改为已实现");
      } else if (obligation.is(Status.NOT_OURS)) {
        complaints.add(claim.clause() + "：列为不属于本系统，却有测试 " + claim.test());
      }
    }
    byId.values().stream().filter(obligation -> obligation.is(Status.MET) && !shown.contains(obligation.id()))
        .map(Obligation::id).sorted()
        .forEach(id -> complaints.add(id + "：列为已实现，却没有一个会运行的测试标注 @Clause(\"" + id + "\")"));
    claims.idle().forEach(place -> complaints.add(place + "：标注了 @Clause，但它不是会运行的测试"));
  }

  private void count() {
    long notYet = specification.obligations().stream().filter(obligation -> obligation.is(Status.NOT_YET)).count();
    if (notYet > notYetAllowed) {
      complaints.add("待实现的有 %d 条，多于 %d 条：只许减少".formatted(notYet, notYetAllowed));
    } else if (notYet < notYetAllowed) {
      complaints.add("待实现的已减到 %d 条：请把 NoticeTest.NOT_YET 由 %d 改为 %d".formatted(notYet, notYetAllowed, notYet));
    }
  }
}
