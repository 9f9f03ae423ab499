package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.Inspector;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the notice before a check and the record of a check must hold (三). */
final class CheckRules {

  private static final int LEAST_PRESENT = 2;

  private CheckRules() {}

  static void noticeIsComplete(Notice notice, LocalDate today) {
    if (notice.kind() == null || notice.visitOn() == null) {
      throw new NoticeIncomplete("缺少通知方式或计划检查日期");
    }
    if (notice.text() == null || notice.text().isBlank()) {
      throw new NoticeIncomplete(
          notice.kind() == NoticeKind.UNANNOUNCED ? "不事先通知须写明理由" : "缺少通知内容");
    }
    if (notice.visitOn().isBefore(today)) {
      throw new NoticeIncomplete("计划检查日期 " + notice.visitOn() + " 已经过去");
    }
    if (notice.exemption() != null && (notice.exemptionReason() == null || notice.exemptionReason().isBlank())) {
      throw new NoticeIncomplete("不计入年度检查次数的，须写明依据");
    }
  }

  /** 谁检查、谁录入 (三): only those now in the team act; whoever was recused or replaced does not. */
  static void inTeam(DepartmentCheck check, Actor actor) {
    if (check.signingInAs(actor.userId()).isEmpty()) {
      throw new OnlyTheTeamInForce(actor.name());
    }
  }

  static void recordIsComplete(CheckRecord record) {
    if (record.method() == null || record.checkedOn() == null) {
      throw new RecordIncomplete("缺少检查方式或检查日期");
    }
    if (record.record() == null || record.record().isBlank()) {
      throw new RecordIncomplete("缺少检查记录");
    }
    if (record.findings().isEmpty()) {
      throw new RecordIncomplete("没有逐项填写抽查事项的检查情况");
    }
    var matters = new HashSet<String>();
    for (Finding finding : record.findings()) {
      if (finding.matter() == null || finding.matter().isBlank() || finding.outcome() == null) {
        throw new RecordIncomplete("有抽查事项没有填写检查情况");
      }
      if (!matters.add(finding.matter())) {
        throw new RecordIncomplete("抽查事项“" + finding.matter() + "”填写了两次");
      }
      if (finding.outcome() == Outcome.PROBLEM && (finding.note() == null || finding.note().isBlank())) {
        throw new RecordIncomplete("抽查事项“" + finding.matter() + "”发现问题，须写明问题");
      }
    }
  }

  /** Notice before, record after: the day lies between the day of the notice and today. */
  static void dayIsPossible(LocalDate checkedOn, LocalDate noticedOn, LocalDate today) {
    if (checkedOn.isAfter(today)) {
      throw new CheckIsNotInTheFuture(checkedOn, today);
    }
    if (checkedOn.isBefore(noticedOn)) {
      throw new CheckIsNotBeforeNotice(checkedOn, noticedOn);
    }
  }

  /** 两名以上执法人员, all of the team now in force. */
  static void enoughArePresent(DepartmentCheck check, List<String> present) {
    var different = new HashSet<>(present);
    if (different.size() < LEAST_PRESENT) {
      throw new AtLeastTwoInspectorsCheck(different.size());
    }
    different.stream().filter(inspector -> !check.hasInTeam(inspector)).findFirst().ifPresent(stranger -> {
      throw new OnlyTheTeamInForce("执法证号 " + stranger);
    });
  }

  /** 证件有效、无须回避 on the day of the check (三): a certificate may have run out since the draw, a recusal begun. */
  static void mayInspectOn(LocalDate day, Collection<Inspector> present, Set<String> recused) {
    for (Inspector inspector : present) {
      if (inspector.certificateExpiresOn().isBefore(day)) {
        throw new CertificateHasExpired(inspector, day);
      }
      if (recused.contains(inspector.certificateNo())) {
        throw new RecusedInspectorDoesNotCheck(inspector, day);
      }
    }
  }

  static void allPublished(List<DepartmentCheck> checks) {
    List<String> open = checks.stream()
        .filter(check -> check.status() != CheckStatus.PUBLISHED && check.status() != CheckStatus.DROPPED)
        .map(check -> check.department() + "（" + check.status().text() + "）")
        .toList();
    if (!open.isEmpty()) {
      throw new AllDepartmentsPublishFirst(open);
    }
  }

  static void allChecked(List<String> pending) {
    if (!pending.isEmpty()) {
      throw new AllDepartmentsCheckFirst(pending);
    }
  }

  static final class NoticeIncomplete extends RuleViolation {
    NoticeIncomplete(String what) {
      super("检查通知不能下达：" + what + "。请改正后再提交。");
    }
  }

  static final class OnlyTheTeamInForce extends RuleViolation {
    OnlyTheTeamInForce(String person) {
      super(person + "现在不是本部门对这户的检查人员，未作任何更改。请由抽取确定、现在在组的检查人员办理。");
    }
  }

  static final class RecordIncomplete extends RuleViolation {
    RecordIncomplete(String what) {
      super("检查记录不完整：" + what + "。请补充后再提交。");
    }
  }

  static final class CheckIsNotInTheFuture extends RuleViolation {
    CheckIsNotInTheFuture(LocalDate checkedOn, LocalDate today) {
      super("检查日期 " + checkedOn + " 晚于今天 " + today + "。请填写实际检查的日期。");
    }
  }

  static final class CheckIsNotBeforeNotice extends RuleViolation {
    CheckIsNotBeforeNotice(LocalDate checkedOn, LocalDate noticedOn) {
      super("检查日期 " + checkedOn + " 早于下达检查通知的日期 " + noticedOn + "。请核对检查日期。");
    }
  }

  static final class AtLeastTwoInspectorsCheck extends RuleViolation {
    AtLeastTwoInspectorsCheck(int present) {
      super("到场检查人员只有 " + present + " 名，检查须由两名以上执法人员进行。请勾选到场人员；在组人员不足两名的，请本部门审核人员指定补足。");
    }
  }

  static final class CertificateHasExpired extends RuleViolation {
    CertificateHasExpired(Inspector inspector, LocalDate day) {
      super(inspector.name() + "的执法证有效期至 " + inspector.certificateExpiresOn() + "，不能参加 " + day
          + " 的检查，未作任何更改。已换证的，先由本部门更新执法检查人员名录；未换证的，请申请由他人替换（原因选“其他”）后再登记。");
    }
  }

  static final class RecusedInspectorDoesNotCheck extends RuleViolation {
    RecusedInspectorDoesNotCheck(Inspector inspector, LocalDate day) {
      super(inspector.name() + "在 " + day + " 对这户检查对象须回避，不能参加检查，未作任何更改。请先在本任务中申请回避，由补入的人员检查。");
    }
  }

  static final class AllDepartmentsPublishFirst extends RuleViolation {
    AllDepartmentsPublishFirst(List<String> open) {
      super("还有部门没有公示检查结果：" + String.join("、", open) + "。请待其公示后再办结。");
    }
  }

  static final class AllDepartmentsCheckFirst extends RuleViolation {
    AllDepartmentsCheckFirst(List<String> pending) {
      super("还有部门没有完成检查：" + String.join("、", pending) + "。请待其完成后再结束联合检查。");
    }
  }
}
