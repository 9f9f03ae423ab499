package cn.jointinspection.inspection;

import cn.jointinspection.platform.RuleViolation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which results and follow-ups fit together, and fit what was found. */
final class ResultRules {

  private static final Set<FollowUpCode> AGAINST_A_PROBLEM =
      Set.of(FollowUpCode.RECTIFY, FollowUpCode.FILE_CASE, FollowUpCode.REFER);

  private ResultRules() {}

  static void check(ResultEntry entry, Map<String, ResultCode> codes, List<Finding> findings, String department,
      Set<String> inspectingDepartments) {
    resultsAreKnown(entry.results(), codes);
    exclusiveStandsAlone(entry.results(), codes);
    notesAreGiven(entry.results(), codes);
    fitsFindings(entry.results(), findings);
    followUpsAreComplete(entry.followUps(), department, inspectingDepartments);
    noProblemNeedsNoMeasure(entry);
  }

  static void resultsAreKnown(List<ResultEntry.Result> results, Map<String, ResultCode> codes) {
    var seen = new HashSet<String>();
    if (results.isEmpty()) {
      throw new ResultIncomplete("没有选择检查结果");
    }
    for (ResultEntry.Result result : results) {
      if (!codes.containsKey(result.code()) || !seen.add(result.code())) {
        throw new ResultIncomplete("检查结果代码“" + result.code() + "”不存在或重复");
      }
    }
  }

  /** 未发现问题 excludes all others. */
  static void exclusiveStandsAlone(List<ResultEntry.Result> results, Map<String, ResultCode> codes) {
    results.stream().map(result -> codes.get(result.code())).filter(ResultCode::exclusive)
        .filter(code -> results.size() > 1).findFirst().ifPresent(code -> {
          throw new NoProblemExcludesAllOthers(code.text());
        });
  }

  static void notesAreGiven(List<ResultEntry.Result> results, Map<String, ResultCode> codes) {
    for (ResultEntry.Result result : results) {
      ResultCode code = codes.get(result.code());
      if (code.needsNote() && (result.note() == null || result.note().isBlank())) {
        throw new ResultIncomplete("“" + code.text() + "”须写明具体情况");
      }
    }
  }

  /** A problem found in any matter cannot be published as 未发现问题. */
  static void fitsFindings(List<ResultEntry.Result> results, List<Finding> findings) {
    boolean noProblem = results.stream().anyMatch(result -> ResultCode.NO_PROBLEM.equals(result.code()));
    findings.stream().filter(finding -> noProblem && finding.outcome() == Outcome.PROBLEM).findFirst()
        .ifPresent(finding -> {
          throw new FoundProblemIsNotHidden(finding.matter());
        });
  }

  static void followUpsAreComplete(
      List<ResultEntry.FollowUp> followUps, String department, Set<String> inspectingDepartments) {
    if (followUps.isEmpty()) {
      throw new ResultIncomplete("没有选择后续处理，没有的请选“无需后续处置”");
    }
    var seen = new HashSet<FollowUpCode>();
    for (ResultEntry.FollowUp followUp : followUps) {
      if (followUp.code() == null || !seen.add(followUp.code())) {
        throw new ResultIncomplete("后续处理没有选择或重复");
      }
      if (followUp.code() == FollowUpCode.OTHER && (followUp.note() == null || followUp.note().isBlank())) {
        throw new ResultIncomplete("后续处理“其他”须写明");
      }
      referralNamesBodyInCharge(followUp, department, inspectingDepartments);
    }
    if (seen.contains(FollowUpCode.NONE) && seen.size() > 1) {
      throw new ResultIncomplete("“无需后续处置”不能与其他后续处理同时选择");
    }
  }

  /** 谁主管、谁监管，谁管辖、谁负责 (五): a referral names another body that inspects. */
  static void referralNamesBodyInCharge(
      ResultEntry.FollowUp followUp, String department, Set<String> inspectingDepartments) {
    boolean refers = followUp.code() == FollowUpCode.REFER;
    String target = followUp.targetDepartment();
    if (refers && (target == null || target.equals(department) || !inspectingDepartments.contains(target))) {
      throw new ReferralNamesBodyInCharge();
    }
    if (!refers && target != null) {
      throw new ResultIncomplete("只有“抄告相关部门”才能填写接收部门");
    }
  }

  static void noProblemNeedsNoMeasure(ResultEntry entry) {
    boolean noProblem = entry.results().stream().anyMatch(result -> ResultCode.NO_PROBLEM.equals(result.code()));
    entry.followUps().stream().filter(followUp -> noProblem && AGAINST_A_PROBLEM.contains(followUp.code())).findFirst()
        .ifPresent(followUp -> {
          throw new NoProblemNeedsNoMeasure(followUp.code().text());
        });
  }

  static final class ResultIncomplete extends RuleViolation {
    ResultIncomplete(String what) {
      super("检查结果不能录入：" + what + "。请改正后再提交。");
    }
  }

  static final class NoProblemExcludesAllOthers extends RuleViolation {
    NoProblemExcludesAllOthers(String text) {
      super("“" + text + "”不能与其他检查结果同时选择。请只保留其一。");
    }
  }

  static final class FoundProblemIsNotHidden extends RuleViolation {
    FoundProblemIsNotHidden(String matter) {
      super("检查记录写明“" + matter + "”发现问题，结果不能录为“未发现问题”。请选择与检查记录相符的结果。");
    }
  }

  static final class NoProblemNeedsNoMeasure extends RuleViolation {
    NoProblemNeedsNoMeasure(String followUp) {
      super("结果为“未发现问题”，不能采取“" + followUp + "”。请核对检查结果或后续处理。");
    }
  }

  static final class ReferralNamesBodyInCharge extends RuleViolation {
    ReferralNamesBodyInCharge() {
      super("抄告须写明有管辖权的接收部门，且不能是本部门或不实施检查的机构。请选择接收部门。");
    }
  }
}
