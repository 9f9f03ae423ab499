package cn.jointinspection.inspection;

import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.TaskNature;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a joint scheme must hold before it is sent to be co-signed (二、三). */
final class SchemeRules {

  private static final Set<String> PUBLIC_KINDS = Set.of("dice", "lottery", "drand", "none");
  private static final int LEAST_TEAM = 2;

  private SchemeRules() {}

  /** @param departments codes of those who take part */
  static void check(Scheme scheme, LocalDate opens, LocalDate closes, List<String> departments) {
    complete(scheme);
    withinWindow(scheme.checkFrom(), scheme.checkUntil(), opens, closes);
    publicValueIsNamed(scheme.publicKind(), scheme.publicSource());
    eachDepartmentSendsTeam(scheme.teams(), departments);
    scheme.teams().forEach(SchemeRules::atLeastTwo);
    scheme.teams().forEach(SchemeRules::labelsFit);
  }

  static void complete(Scheme scheme) {
    if (scheme.text() == null || scheme.text().isBlank()) {
      throw new SchemeIncomplete("缺少检查方案正文");
    }
    if (scheme.methods().isEmpty()) {
      throw new SchemeIncomplete("没有选择检查方式（实地、书面或网络检查）");
    }
    if (scheme.planned() != null && scheme.planned() < 1) {
      throw new SchemeIncomplete("抽取数量须为正整数，不指定则留空");
    }
    if (scheme.slack() < 0) {
      throw new SchemeIncomplete("任务量差额须为零或正整数");
    }
    if (scheme.nature() == null) {
      throw new SchemeIncomplete("没有写明是一般任务、重点领域还是专项检查");
    }
    if (scheme.nature() != TaskNature.GENERAL && (scheme.natureReason() == null || scheme.natureReason().isBlank())) {
      throw new SchemeIncomplete("没有写明作为" + scheme.nature().label() + "的依据");
    }
  }

  /** 抽查起止时间: checks stay within the plan item's window; a change of the window needs a filing (二). */
  static void withinWindow(LocalDate from, LocalDate until, LocalDate opens, LocalDate closes) {
    if (from == null || until == null) {
      throw new SchemeIncomplete("缺少检查起止日期");
    }
    if (from.isAfter(until) || from.isBefore(opens) || until.isAfter(closes)) {
      throw new ChecksStayWithinTheWindow(from, until, opens, closes);
    }
  }

  static void publicValueIsNamed(String kind, String source) {
    if (kind == null || !PUBLIC_KINDS.contains(kind)) {
      throw new SchemeIncomplete("公开随机值的方式须是掷骰子、彩票期号、drand 轮次或不用");
    }
    if (source == null || source.isBlank()) {
      throw new SchemeIncomplete("没有写明公开随机值的具体来源，例如哪一期开奖号码");
    }
  }

  static void eachDepartmentSendsTeam(List<TeamDemand> teams, List<String> departments) {
    List<String> named = teams.stream().map(TeamDemand::department).sorted().toList();
    if (!named.equals(departments.stream().sorted().toList())) {
      Set<String> missing = new TreeSet<>(departments);
      missing.removeAll(named);
      throw new EachDepartmentSendsOneTeam(missing);
    }
  }

  /** At least two inspectors check (两名以上执法人员). */
  static void atLeastTwo(TeamDemand team) {
    if (team.count() < LEAST_TEAM) {
      throw new TeamHasAtLeastTwo(team.department(), team.count());
    }
  }

  static void labelsFit(TeamDemand team) {
    String wrong = team.labels().entrySet().stream()
        .filter(label -> label.getKey().isBlank() || label.getValue() < 1 || label.getValue() > team.count())
        .map(label -> label.getKey() + "×" + label.getValue()).sorted().collect(Collectors.joining("、"));
    if (!wrong.isEmpty()) {
      throw new LabelsFitTheTeam(team.department(), wrong, team.count());
    }
  }

  static final class SchemeIncomplete extends RuleViolation {
    SchemeIncomplete(String what) {
      super("检查方案不完整：" + what + "。请补充后再发起。");
    }
  }

  static final class ChecksStayWithinTheWindow extends RuleViolation {
    ChecksStayWithinTheWindow(LocalDate from, LocalDate until, LocalDate opens, LocalDate closes) {
      super("检查日期 " + from + " 至 " + until + " 不在计划的抽查起止时间 " + opens + " 至 " + closes
          + " 之内。请改在此期间，或先向领导小组办公室办理计划调整备案。");
    }
  }

  static final class EachDepartmentSendsOneTeam extends RuleViolation {
    EachDepartmentSendsOneTeam(Set<String> missing) {
      super("检查人员须按参与部门逐个写明，每个部门一次" + (missing.isEmpty() ? "" : "，缺少：" + String.join("、", missing))
          + "。请核对部门后再发起。");
    }
  }

  static final class TeamHasAtLeastTwo extends RuleViolation {
    TeamHasAtLeastTwo(String department, int count) {
      super("部门 " + department + " 只安排了 " + count + " 名检查人员，检查须由两名以上执法人员进行。请改为至少 2 名。");
    }
  }

  static final class LabelsFitTheTeam extends RuleViolation {
    LabelsFitTheTeam(String department, String wrong, int count) {
      super("部门 " + department + " 的资质要求“" + wrong + "”不成立：每项须有名称，人数在 1 至 " + count + " 之间。请改正。");
    }
  }
}
