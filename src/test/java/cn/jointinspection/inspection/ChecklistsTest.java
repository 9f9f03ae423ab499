package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.Scene.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.registry.CheckPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InspectionTest
@DisplayName("检查要点：每个部门按本部门清单逐条回答，留下当时的要点（三）")
class ChecklistsTest {

  @Autowired Scene scene;
  @Autowired DepartmentChecks checks;
  @Autowired Checklists checklists;
  @Autowired JdbcClient jdbc;

  private String object;
  private long check;

  @BeforeEach
  void aListWithPoints() {
    jdbc.sql("""
        insert into inspection_item (department, name) values ('gaj', '示例事项'), ('gaj', '别的事项'), ('scjgj', '示例事项'), ('xfd', '示例事项')""").update();
    point("gaj", "示例事项", 1, "登记一致", "CONFORMITY", null);
    point("gaj", "示例事项", 2, "前台人数", "NUMBER", "人");
    point("gaj", "示例事项", 3, "监控情况", "WORDS", null);
    point("gaj", "别的事项", 1, "不问的要点", "WORDS", null);
    point("xfd", "示例事项", 1, "通道畅通", "CONFORMITY", null);
    object = scene.noticed();
    check = checks.get(object, "gaj").id();
  }

  @AfterEach
  void othersHaveNone() {
    jdbc.sql("truncate inspection_item cascade").update();
  }

  private void point(String department, String matter, int position, String text, String answer, String unit) {
    jdbc.sql("""
            insert into inspection_point (item_id, text, position, basis, answer, unit)
            select id, ?, ?, '示例依据', ?, ? from inspection_item where department = ? and name = ?""")
        .params(text, position, answer, unit, department, matter).update();
  }

  private List<CheckPoint> asked(String department) {
    return checklists.asked(object.substring(0, object.indexOf('/')), department).stream()
        .flatMap(matter -> matter.points().stream()).toList();
  }

  private List<PointAnswer> answers() {
    List<CheckPoint> points = asked("gaj");
    return new ArrayList<>(List.of(new PointAnswer(points.get(0).id(), Verdict.CONFORMS, null, null),
        new PointAnswer(points.get(1).id(), null, new BigDecimal("2.0"), null),
        new PointAnswer(points.get(2).id(), null, null, "保存 30 日")));
  }

  private void record(Outcome outcome, List<PointAnswer> answers) {
    CheckRecord record = Scene.record(Scene.FIRST_DAY, outcome, "GA001", "GA002");
    checks.recordCheck(check, new CheckRecord(record.method(), record.checkedOn(), record.record(), record.findings(),
        answers, record.present()), inspector("GA001"));
  }

  private void refused(Class<? extends RuntimeException> rule, String says, Outcome outcome, List<PointAnswer> answers) {
    assertThatThrownBy(() -> record(outcome, answers)).isInstanceOf(rule).hasMessageContaining(says);
    assertThat(checks.get(check).status()).isEqualTo(CheckStatus.PENDING);
    assertThat(checklists.answers(check)).isEmpty();
    assertThat(checks.findings(check)).isEmpty();
  }

  private void refused(Class<? extends RuntimeException> rule, String says, int at, Verdict verdict, String number,
      String note) {
    List<PointAnswer> answers = answers();
    answers.set(at, new PointAnswer(answers.get(at).pointId(), verdict, number == null ? null : new BigDecimal(number), note));
    refused(rule, says, Outcome.PROBLEM, answers);
  }

  @Test
  @Clause("一-1")
  @DisplayName("发起部门和配合部门各答各的清单；清单里没有要点的照旧")
  void eachItsOwn() {
    assertThat(asked("gaj")).extracting(CheckPoint::text).containsExactly("登记一致", "前台人数", "监控情况");
    assertThat(asked("xfd")).extracting(CheckPoint::text).containsExactly("通道畅通");
    assertThat(asked("scjgj")).isEmpty();
    scene.check(object, "scjgj");
  }

  @Test
  @DisplayName("回答连同要点原文留存；清单以后怎样改，当时的问答不变")
  void keptAsAsked() {
    List<CheckPoint> points = asked("gaj");
    List<PointAnswer> answers = answers();
    answers.set(0, new PointAnswer(points.get(0).id(), Verdict.FAILS, null, "两人未登记"));
    record(Outcome.PROBLEM, answers);
    jdbc.sql("update inspection_point set in_force = false, position = 9, basis = '新依据'").update();

    List<AnsweredPoint> kept = checklists.answers(check);
    assertThat(kept).extracting(AnsweredPoint::point).containsExactlyElementsOf(points);
    assertThat(kept).extracting(AnsweredPoint::words).containsExactly("不符合", "2 人", null);
    assertThat(kept).extracting(one -> one.answer().note()).containsExactly("两人未登记", null, "保存 30 日");
    assertThat(checks.findings(check)).hasSize(1);
  }

  @Test
  @DisplayName("数值和文字的要点也可以不适用")
  void notApplicable() {
    record(Outcome.NOT_APPLICABLE, asked("gaj").stream()
        .map(point -> new PointAnswer(point.id(), Verdict.NOT_APPLICABLE, null, null)).toList());

    assertThat(checklists.answers(check)).extracting(AnsweredPoint::words).containsOnly("不适用");
  }

  @Test
  @DisplayName("漏答、答两次、答了别的要点：写明是哪一条，什么也没有保存")
  void everyPointOnce() {
    refused(ChecklistRules.PointUnanswered.class, "第 3 条检查要点“监控情况”没有回答", Outcome.NO_PROBLEM,
        answers().subList(0, 2));
    refused(ChecklistRules.PointUnanswered.class, "前台人数", 1, null, null, " ");
    List<PointAnswer> twice = answers();
    twice.add(twice.get(0));
    refused(ChecklistRules.PointAnsweredTwice.class, "两次", Outcome.NO_PROBLEM, twice);
    List<PointAnswer> more = answers();
    more.add(new PointAnswer(asked("xfd").get(0).id(), Verdict.CONFORMS, null, null));
    refused(ChecklistRules.ChecklistChanged.class, "刷新表单", Outcome.NO_PROBLEM, more);
  }

  @Test
  @DisplayName("不符合须写明情况，该事项须选“发现问题”")
  void faultsAreProblems() {
    refused(ChecklistRules.FaultUnexplained.class, "登记一致", 0, Verdict.FAILS, null, " ");
    List<PointAnswer> fails = answers();
    fails.set(0, new PointAnswer(fails.get(0).pointId(), Verdict.FAILS, null, "两人未登记"));
    refused(ChecklistRules.FaultIsAProblem.class, "发现问题", Outcome.NO_PROBLEM, fails);
  }

  @Test
  @DisplayName("回答的种类不对：写明应怎样回答")
  void kinds() {
    refused(ChecklistRules.AnswerUnfit.class, "符合、不符合或不适用", 0, null, "1", null);
    refused(ChecklistRules.AnswerUnfit.class, "以“人”计的数值", 1, Verdict.CONFORMS, null, null);
    refused(ChecklistRules.AnswerUnfit.class, "以“人”计的数值", 1, Verdict.NOT_APPLICABLE, "2", null);
    refused(ChecklistRules.AnswerUnfit.class, "不超过 12 位", 1, null, "1E+40", null);
    refused(ChecklistRules.AnswerUnfit.class, "文字", 2, Verdict.CONFORMS, null, "好");
    refused(ChecklistRules.AnswerUnfit.class, "1000", 2, null, null, "好".repeat(1001));
  }
}
