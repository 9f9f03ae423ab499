package cn.jointinspection.inspection;

import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.AnswerKind;
import cn.jointinspection.registry.CheckPoint;
import cn.jointinspection.registry.Matter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the answers to the points of a checklist must hold (检查要点逐条回答, 三: 全过程留痕). */
final class ChecklistRules {

  private static final int LONGEST_NOTE = 1_000;
  private static final int MOST_DIGITS = 12;
  private static final int MOST_DECIMALS = 6;

  private ChecklistRules() {}

  /** The answers with what they answer, in the order of the list: to every point one, and to nothing else. */
  static List<AnsweredPoint> answered(List<Matter> asked, CheckRecord record) {
    Map<Long, PointAnswer> answers = new HashMap<>();
    for (PointAnswer answer : record.answers()) {
      if (answers.put(answer.pointId(), answer) != null) {
        throw new PointAnsweredTwice();
      }
    }
    List<AnsweredPoint> answered = new ArrayList<>();
    for (Matter matter : asked) {
      for (CheckPoint point : matter.points()) {
        answered.add(answered(matter, point, answers.remove(point.id()), record.findings()));
      }
    }
    if (!answers.isEmpty()) {
      throw new ChecklistChanged();
    }
    return answered;
  }

  private static AnsweredPoint answered(Matter matter, CheckPoint point, PointAnswer answer, List<Finding> findings) {
    if (answer == null || isEmpty(answer)) {
      throw new PointUnanswered(matter.name(), point);
    }
    String unfit = unfit(point, answer);
    if (unfit != null) {
      throw new AnswerUnfit(matter.name(), point, unfit);
    }
    if (answer.verdict() == Verdict.FAILS) {
      if (blank(answer.note())) {
        throw new FaultUnexplained(matter.name(), point);
      }
      if (findings.stream().noneMatch(f -> f.matter().equals(matter.name()) && f.outcome() == Outcome.PROBLEM)) {
        throw new FaultIsAProblem(matter.name());
      }
    }
    return new AnsweredPoint(matter.name(), point, answer);
  }

  private static boolean isEmpty(PointAnswer answer) {
    return answer.verdict() == null && answer.number() == null && blank(answer.note());
  }

  /** What should be there instead; null if the answer is of the kind that is asked for. */
  private static String unfit(CheckPoint point, PointAnswer answer) {
    if (answer.note() != null && answer.note().length() > LONGEST_NOTE) {
      return "不超过 " + LONGEST_NOTE + " 字的说明";
    }
    if (point.answer() == AnswerKind.CONFORMITY) {
      return answer.verdict() == null || answer.number() != null ? "符合、不符合或不适用" : null;
    }
    boolean notApplicable = answer.verdict() == Verdict.NOT_APPLICABLE;
    if (point.answer() == AnswerKind.NUMBER) {
      boolean number = answer.verdict() == null && answer.number() != null && isReasonable(answer.number());
      return number || notApplicable && answer.number() == null ? null
          : "以“" + point.unit() + "”计的数值（整数不超过 " + MOST_DIGITS + " 位，小数不超过 " + MOST_DECIMALS + " 位），或不适用";
    }
    boolean words = answer.verdict() == null && !blank(answer.note());
    return (words || notApplicable) && answer.number() == null ? null : "文字，或不适用";
  }

  private static boolean isReasonable(BigDecimal number) {
    return number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= MOST_DECIMALS;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String where(String matter, CheckPoint point) {
    return "抽查事项“" + matter + "”第 " + point.position() + " 条检查要点“" + point.text() + "”";
  }

  static final class PointUnanswered extends RuleViolation {
    PointUnanswered(String matter, CheckPoint point) {
      super(where(matter, point) + "没有回答，检查记录没有保存。请逐条回答后再提交。");
    }
  }

  static final class PointAnsweredTwice extends RuleViolation {
    PointAnsweredTwice() {
      super("同一条检查要点回答了两次，检查记录没有保存。请刷新表单后重新填写。");
    }
  }

  static final class ChecklistChanged extends RuleViolation {
    ChecklistChanged() {
      super("回答的检查要点已不在本部门的抽查事项清单中（清单可能刚有变更），检查记录没有保存。请刷新表单，按现行要点重新填写。");
    }
  }

  static final class AnswerUnfit extends RuleViolation {
    AnswerUnfit(String matter, CheckPoint point, String expected) {
      super(where(matter, point) + "的回答应为" + expected + "。请改正后再提交。");
    }
  }

  static final class FaultUnexplained extends RuleViolation {
    FaultUnexplained(String matter, CheckPoint point) {
      super(where(matter, point) + "不符合，须写明情况。请补充后再提交。");
    }
  }

  static final class FaultIsAProblem extends RuleViolation {
    FaultIsAProblem(String matter) {
      super("抽查事项“" + matter + "”有不符合的检查要点，检查情况须选“发现问题”并写明问题。请改正后再提交。");
    }
  }
}
