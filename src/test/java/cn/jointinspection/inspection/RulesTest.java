package cn.jointinspection.inspection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("检查各条规定")
class RulesTest {

  private static final LocalDate OPENS = LocalDate.of(2024, 3, 1);
  private static final LocalDate CLOSES = LocalDate.of(2024, 11, 30);
  private static final Map<String, ResultCode> CODES = new LinkedHashMap<>();

  static {
    CODES.put("NO_PROBLEM", new ResultCode(1, "NO_PROBLEM", "未发现问题", true, false));
    CODES.put("OTHER_VIOLATION", new ResultCode(1, "OTHER_VIOLATION", "违反其他规定", false, true));
    CODES.put("RECTIFICATION_ORDERED", new ResultCode(1, "RECTIFICATION_ORDERED", "发现问题已责令改正", false, false));
    CODES.put("MOVED_OUT", new ResultCode(1, "MOVED_OUT", "迁出", false, false));
  }

  @ParameterizedTest(name = "{0} 至 {1}")
  @CsvSource({
    "2024-03-01, 2024-11-30, true", "2024-05-06, 2024-05-06, true", "2024-02-29, 2024-05-31, false",
    "2024-05-01, 2024-12-01, false", "2024-05-02, 2024-05-01, false"
  })
  @DisplayName("检查日期在计划的抽查起止时间之内")
  void window(LocalDate from, LocalDate until, boolean allowed) {
    var check = assertThatCode(() -> SchemeRules.withinWindow(from, until, OPENS, CLOSES));
    if (allowed) {
      check.doesNotThrowAnyException();
    } else {
      check.isInstanceOf(SchemeRules.ChecksStayWithinTheWindow.class);
    }
  }

  @ParameterizedTest(name = "{0} 人")
  @CsvSource({"0, false", "1, false", "2, true", "3, true"})
  @Clause("三-5")
  @DisplayName("每个部门至少两名检查人员")
  void atLeastTwo(int count, boolean allowed) {
    var check = assertThatCode(() -> SchemeRules.atLeastTwo(new TeamDemand("gaj", count, Map.of())));
    if (allowed) {
      check.doesNotThrowAnyException();
    } else {
      check.isInstanceOf(SchemeRules.TeamHasAtLeastTwo.class);
    }
  }

  @ParameterizedTest(name = "两人中要求 {0} 人")
  @CsvSource({"0, false", "1, true", "2, true", "3, false"})
  @DisplayName("资质要求不超过检查组人数")
  void labels(int minimum, boolean allowed) {
    var check = assertThatCode(() -> SchemeRules.labelsFit(new TeamDemand("gaj", 2, Map.of("消防", minimum))));
    if (allowed) {
      check.doesNotThrowAnyException();
    } else {
      check.isInstanceOf(SchemeRules.LabelsFitTheTeam.class).hasMessageContaining("消防×" + minimum);
    }
  }

  @Test
  @DisplayName("每个参与部门写明一组人，不多不少")
  void everyDepartmentOnce() {
    var gaj = new TeamDemand("gaj", 2, Map.of());
    var xfd = new TeamDemand("xfd", 2, Map.of());

    assertThatCode(() -> SchemeRules.eachDepartmentSendsTeam(List.of(xfd, gaj), List.of("gaj", "xfd")))
        .doesNotThrowAnyException();
    for (List<TeamDemand> teams : List.of(List.of(gaj), List.of(gaj, gaj), List.of(gaj, xfd, xfd))) {
      assertThatThrownBy(() -> SchemeRules.eachDepartmentSendsTeam(teams, List.of("gaj", "xfd")))
          .isInstanceOf(SchemeRules.EachDepartmentSendsOneTeam.class);
    }
  }

  @ParameterizedTest(name = "{0}：{1}")
  @CsvSource({"dice, 会场掷骰, true", "none, none, true", "coin, 抛硬币, false", "lottery, '', false"})
  @DisplayName("公开随机值的来源在抽取前写明")
  void publicValue(String kind, String source, boolean allowed) {
    var check = assertThatCode(() -> SchemeRules.publicValueIsNamed(kind, source));
    if (allowed) {
      check.doesNotThrowAnyException();
    } else {
      check.isInstanceOf(SchemeRules.SchemeIncomplete.class);
    }
  }

  @ParameterizedTest(name = "通知 05-06，今天 05-10，检查日 {0}")
  @CsvSource({"2024-05-05, CheckIsNotBeforeNotice", "2024-05-06, ''", "2024-05-10, ''",
    "2024-05-11, CheckIsNotInTheFuture"})
  @Clause("三-5")
  @DisplayName("检查不早于通知，不晚于今天")
  void day(LocalDate checkedOn, String rule) {
    var check = assertThatCode(
        () -> CheckRules.dayIsPossible(checkedOn, LocalDate.of(2024, 5, 6), LocalDate.of(2024, 5, 10)));
    if (rule.isEmpty()) {
      check.doesNotThrowAnyException();
    } else {
      check.extracting(refusal -> refusal.getClass().getSimpleName()).isEqualTo(rule);
    }
  }

  @ParameterizedTest(name = "{0}，{1}")
  @CsvSource({"WRITTEN, '', 2024-05-06", "UNANNOUNCED, ' ', 2024-05-06", "PHONE, 示例, 2024-05-05", "PHONE, 示例,"})
  @Clause("三-5")
  @DisplayName("通知写明内容和日期，不事先通知写明理由")
  void notice(NoticeKind kind, String text, LocalDate visitOn) {
    assertThatThrownBy(() ->
        CheckRules.noticeIsComplete(new Notice(kind, text, visitOn), LocalDate.of(2024, 5, 6)))
        .isInstanceOf(CheckRules.NoticeIncomplete.class);
  }

  @Test
  @Clause("三-5")
  @DisplayName("检查记录逐项填写，发现问题写明问题，同一事项只填一次")
  void recordComplete() {
    var problem = new Finding("示例事项", Outcome.PROBLEM, null);
    var fine = new Finding("示例事项", Outcome.NO_PROBLEM, null);
    for (List<Finding> findings : List.of(List.<Finding>of(), List.of(problem), List.of(fine, fine))) {
      assertThatThrownBy(() -> CheckRules.recordIsComplete(
          new CheckRecord(Method.ON_SITE, OPENS, "示例", findings, List.of(), List.of("GA001", "GA002"))))
          .isInstanceOf(CheckRules.RecordIncomplete.class);
    }
  }

  @ParameterizedTest(name = "到场 {0}")
  @CsvSource({"GA001, AtLeastTwoInspectorsCheck", "GA001 GA001, AtLeastTwoInspectorsCheck", "GA001 GA002, ''",
    "GA001 GA003, OnlyTheTeamInForce"})
  @Clause("三-5")
  @DisplayName("两名以上在组检查人员到场")
  void present(String present, String rule) {
    var team = List.of(new TeamMember("GA001", "ga001", "甲", true, "DRAWN", false, true),
        new TeamMember("GA002", null, "乙", false, "DRAWN", false, true));
    var check = new DepartmentCheck(1, "o", "j", "gaj", CheckStatus.PENDING,
        new DepartmentCheck.Examination(null, null, null, null, null), new DepartmentCheck.Entry(null, null, null),
        new DepartmentCheck.Review(null, null, null), null, team, 0);
    var attempt = assertThatCode(() -> CheckRules.enoughArePresent(check, Arrays.asList(present.split(" "))));
    if (rule.isEmpty()) {
      attempt.doesNotThrowAnyException();
    } else {
      attempt.extracting(refusal -> refusal.getClass().getSimpleName()).isEqualTo(rule);
    }
  }

  @ParameterizedTest(name = "结果 {0}，处理 {1}，检查{2} → {3}")
  @CsvSource({
    "NO_PROBLEM, NONE, NO_PROBLEM, ''",
    "NO_PROBLEM, STOP_AND_REPORT, NO_PROBLEM, ''",
    "NO_PROBLEM MOVED_OUT, NONE, NO_PROBLEM, NoProblemExcludesAllOthers",
    "NO_PROBLEM, NONE, PROBLEM, FoundProblemIsNotHidden",
    "NO_PROBLEM, RECTIFY, NO_PROBLEM, NoProblemNeedsNoMeasure",
    "NO_PROBLEM, FILE_CASE, NO_PROBLEM, NoProblemNeedsNoMeasure",
    "OTHER_VIOLATION, NONE, PROBLEM, ResultIncomplete",
    "OTHER_VIOLATION:示例, NONE, PROBLEM, ''",
    "RECTIFICATION_ORDERED MOVED_OUT, RECTIFY, PROBLEM, ''",
    "MOVED_OUT MOVED_OUT, NONE, NO_PROBLEM, ResultIncomplete",
    "UNKNOWN, NONE, NO_PROBLEM, ResultIncomplete",
    "MOVED_OUT, NONE RECTIFY, NO_PROBLEM, ResultIncomplete",
    "MOVED_OUT, OTHER, NO_PROBLEM, ResultIncomplete",
    "MOVED_OUT, REFER>xfd, PROBLEM, ''",
    "MOVED_OUT, REFER, PROBLEM, ReferralNamesBodyInCharge",
    "MOVED_OUT, REFER>gaj, PROBLEM, ReferralNamesBodyInCharge",
    "MOVED_OUT, REFER>bgs, PROBLEM, ReferralNamesBodyInCharge",
    "MOVED_OUT, RECTIFY>xfd, PROBLEM, ResultIncomplete",
  })
  @Clause("三-5")
  @DisplayName("结果、后续处理与检查情况相符")
  void results(String results, String followUps, Outcome outcome, String rule) {
    var entry = new ResultEntry(
        Arrays.stream(results.split(" ")).map(text -> text.split(":"))
            .map(parts -> new ResultEntry.Result(parts[0], parts.length > 1 ? parts[1] : null)).toList(),
        null,
        Arrays.stream(followUps.split(" ")).map(text -> text.split(">"))
            .map(parts -> new ResultEntry.FollowUp(
                FollowUpCode.valueOf(parts[0]), null, parts.length > 1 ? parts[1] : null, null)).toList());
    var attempt = assertThatCode(() -> ResultRules.check(
        entry, CODES, List.of(new Finding("示例事项", outcome, null)), "gaj", Set.of("gaj", "xfd")));
    if (rule.isEmpty()) {
      attempt.doesNotThrowAnyException();
    } else {
      attempt.extracting(refusal -> refusal.getClass().getSimpleName()).isEqualTo(rule);
    }
  }

  @Test
  @DisplayName("结果和后续处理都至少选一项")
  void nothingChosen() {
    var none = new ResultEntry.FollowUp(FollowUpCode.NONE, null, null, null);
    var moved = new ResultEntry.Result("MOVED_OUT", null);
    for (ResultEntry entry : List.of(
        new ResultEntry(List.of(), null, List.of(none)), new ResultEntry(List.of(moved), null, List.of()))) {
      assertThatThrownBy(() -> ResultRules.check(entry, CODES, List.of(), "gaj", Set.of()))
          .isInstanceOf(ResultRules.ResultIncomplete.class);
    }
  }
}
