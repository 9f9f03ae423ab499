package cn.jointinspection.process.yearclosing;

import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.process.County;
import cn.jointinspection.process.dailyround.DailyRoundProcess;
import cn.jointinspection.process.jointinspection.Journey;
import cn.jointinspection.process.supervisionorder.SupervisionOrderProcess;
import cn.jointinspection.supervision.YearClosing;
import cn.jointinspection.supervision.YearClosings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("年末收尾：12月1日起倒计时，12月20日24时列名督办，办公室确认（五、六）")
class YearClosingTest extends Journey {

  private static final String WATCH = YearClosingProcess.USER_TASK_WATCH_YEAR_END;

  @Autowired private YearClosings closings;

  @BeforeEach
  void aCountyOfHotels() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
  }

  private ProcessInstance round(int month, int day) {
    return round(LocalDateTime.of(2024, month, day, 6, 0));
  }

  private ProcessInstance round(LocalDateTime morning) {
    at(morning);
    executeJobs(DailyRoundProcess.EVENT_MORNING_CAME);
    runAsyncSteps();
    return instance(YearClosingProcess.KEY, "NM-2024");
  }

  private void yearIsOver() {
    at(LocalDateTime.of(2024, 12, 21, 0, 0));
    executeJobs(YearClosingProcess.EVENT_YEAR_OVER);
    runAsyncSteps();
  }

  private void publish(String which, String at) {
    jdbc.sql("update department_check set status = 'PUBLISHED', published_at = '" + at + "+08' where " + which).update();
  }

  private int orders() {
    return Integer.parseInt(one("select count(*) from supervision_order where step = 'yearEnd'"));
  }

  @Test
  @Clause("五-11")
  @DisplayName("12月1日前没有；12月1日起每年度一项，每天更新天数和项数，记一次")
  void countdown() {
    inspecting();
    int checks = Integer.parseInt(one("select count(*) from department_check"));
    assertThat(round(11, 30)).isNull();

    ProcessInstance year = round(12, 1);
    round(LocalDateTime.of(2024, 12, 1, 7, 0));
    assertThat(year).isWaitingAtExactly(WATCH);
    Assertions.assertThat(allTasks(WATCH)).hasSize(1);
    assertThat(task(WATCH, "bgs")).hasDueDate(date(LocalDateTime.of(2024, 12, 20, 23, 59, 59)));
    Assertions.assertThat(task(WATCH).getName())
        .isEqualTo("年末收尾：2024 年度还有 %d 项未公示，距 12 月 20 日 19 天".formatted(checks));

    publish("department = 'gaj'", "2024-12-01T15:00");
    round(12, 2);
    round(12, 20);
    Assertions.assertThat(task(WATCH).getName()).endsWith("项未公示，今日截止");
    Assertions.assertThat(task(WATCH).getPriority()).isEqualTo(80);
    Assertions.assertThat(closings.find(2024).orElseThrow().countdown())
        .extracting(day -> day.day().toString(), YearClosing.Day::unpublished, YearClosing.Day::daysLeft)
        .containsExactly(tuple("2024-12-01", checks, 19), tuple("2024-12-02", checks / 4 * 3, 18),
            tuple("2024-12-20", checks / 4 * 3, 0));
  }

  @Test
  @Clause({"三-17", "五-11"})
  @DisplayName("12月20日前五个工作日提醒办公室；24时收尾，清单按对象、部门、检查人员列名，每个部门一张督办单")
  void closes() {
    inspecting();
    round(12, 1);
    timed(YearClosingProcess.EVENT_YEAR_OVER, LocalDateTime.of(2024, 12, 20, 23, 59, 59));
    remindersOf(LocalDate.of(2024, 12, 12));
    Assertions.assertThat(remindedBefore("yearEnd")).isEmpty();
    remindersOf(LocalDate.of(2024, 12, 13));
    Assertions.assertThat(remindedBefore("yearEnd")).containsExactly("bgs");
    publish("department = 'gaj'", "2024-12-20T23:59:59");
    publish("department = 'xfd'", "2024-12-21T00:00");

    yearIsOver();

    ProcessInstance year = instance(YearClosingProcess.KEY, "NM-2024");
    assertThat(year).hasPassed(YearClosingProcess.EVENT_YEAR_OVER)
        .isWaitingAtExactly(YearClosingProcess.USER_TASK_CONFIRM_CLOSING);
    List<YearClosing.Line> list = closings.lines(2024, null, 1, 1000).items();
    Assertions.assertThat(list).extracting(YearClosing.Line::department).containsOnly("scjgj", "wsjds", "xfd");
    Assertions.assertThat(list).allSatisfy(line -> {
      Assertions.assertThat(line.jointInspectionId()).isEqualTo(INSPECTION);
      Assertions.assertThat(line.objectName()).startsWith("示例旅馆");
      Assertions.assertThat(line.inspectors()).hasSize(2).allSatisfy(name -> Assertions.assertThat(name).startsWith("示例"));
      Assertions.assertThat(line.stage()).isEqualTo("待检查");
      Assertions.assertThat(line.order()).startsWith("DB-");
    });
    Assertions.assertThat(all("select department from supervision_order where step = 'yearEnd' order by 1"))
        .containsExactly("scjgj", "wsjds", "xfd");
    Assertions.assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(SupervisionOrderProcess.KEY).count())
        .isEqualTo(3);
  }

  @Test
  @Clause("五-11")
  @DisplayName("逾期仍可公示，清单不改，列出何时公示；办公室确认一次")
  void lateResultsAndConfirmation() {
    inspecting();
    round(12, 1);
    yearIsOver();
    int size = closings.lines(2024, null, 1, 1000).items().size();
    publish("department = 'wsjds'", "2024-12-23T10:00");

    Assertions.assertThat(closings.lines(2024, null, 1, 1000).items()).hasSize(size).filteredOn(line -> line.department().equals("wsjds"))
        .isNotEmpty().extracting(YearClosing.Line::publishedAt)
        .containsOnly(LocalDateTime.of(2024, 12, 23, 10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    completeAs("bgsStaff1", "bgs", task(YearClosingProcess.USER_TASK_CONFIRM_CLOSING, "bgs"), Map.of("note", "属实"));

    assertThat(instance(YearClosingProcess.KEY, "NM-2024")).isNull();
    YearClosing closing = closings.find(2024).orElseThrow();
    Assertions.assertThat(closing.note()).isEqualTo("属实");
    Assertions.assertThat(closing.confirmedAt()).isNotNull();
    assertThatThrownBy(() -> closings.confirm(2024, "再次", County.OFFICE))
        .hasMessageContaining("已经确认过");
    round(12, 24);
    Assertions.assertThat(allTasks(WATCH)).isEmpty();
    Assertions.assertThat(orders()).isEqualTo(4);
  }

  @Test
  @DisplayName("确认清单：五个工作日，督办的是办公室，逾期仍可确认")
  void confirmationIsPursued() {
    inspecting();
    round(12, 1);
    yearIsOver();

    timed(YearClosingProcess.EVENT_CONFIRM_CLOSING_DEADLINE, LocalDateTime.of(2024, 12, 27, 23, 59, 59));
    remindersOf(LocalDate.of(2024, 12, 24));
    Assertions.assertThat(remindedBefore("confirmClosing")).isEmpty();
    remindersOf(LocalDate.of(2024, 12, 25));
    Assertions.assertThat(remindedBefore("confirmClosing")).containsExactly("bgs");
    executeJobs(YearClosingProcess.EVENT_CONFIRM_CLOSING_DEADLINE);
    Assertions.assertThat(all("select department from supervision_order where step = 'confirmClosing'"))
        .containsExactly("bgs");

    completeAs("bgsStaff1", "bgs", task(YearClosingProcess.USER_TASK_CONFIRM_CLOSING, "bgs"), Map.of("note", "属实"));
    assertThat(instance(YearClosingProcess.KEY, "NM-2024")).isNull();
  }

  @Test
  @Clause({"五-10", "五-11"})
  @DisplayName("没有发起的任务也列名，督办发起部门")
  void notLaunched() {
    planPublished();
    round(12, 1);
    yearIsOver();

    Assertions.assertThat(closings.lines(2024, null, 1, 1000).items()).singleElement().satisfies(line -> {
      Assertions.assertThat(line.objectName()).isNull();
      Assertions.assertThat(line.department()).isEqualTo("gaj");
      Assertions.assertThat(line.stage()).isEqualTo("待发起");
      Assertions.assertThat(line.publishedAt()).isNull();
    });
    Assertions.assertThat(orders()).isEqualTo(1);
  }

  @Test
  @DisplayName("时间直接跳过12月20日，乃至跳过年底：补立并当即收尾，只有一次")
  void jumpedOver() {
    planPublished();
    ProcessInstance year = round(LocalDateTime.of(2025, 1, 15, 15, 0));
    timed(YearClosingProcess.EVENT_YEAR_OVER, LocalDateTime.of(2024, 12, 20, 23, 59, 59));
    executeJobs(YearClosingProcess.EVENT_YEAR_OVER);
    runAsyncSteps();
    round(LocalDateTime.of(2025, 1, 16, 6, 0));

    assertThat(year).isWaitingAtExactly(YearClosingProcess.USER_TASK_CONFIRM_CLOSING);
    Assertions.assertThat(closings.lines(2024, null, 1, 1000).items()).hasSize(1);
    Assertions.assertThat(closings.find(2024).orElseThrow().countdown()).isEmpty();
    Assertions.assertThat(orders()).isEqualTo(1);
  }

  @Test
  @DisplayName("还有未公示的不能提前收尾；全部公示的可以，不再列名")
  void early() {
    inspecting();
    ProcessInstance year = round(12, 1);
    assertThatThrownBy(() -> completeAs("bgsStaff1", "bgs", task(WATCH), Map.of())).hasStackTraceContaining("不能提前收尾");
    identity.clearAuthentication();

    publish("true", "2024-12-02T10:00");
    at(LocalDateTime.of(2024, 12, 3, 9, 0));
    as("bgsStaff1", "bgs");
    complete(task(WATCH), Map.of());
    identity.clearAuthentication();
    runAsyncSteps();

    assertThat(year).isEnded().hasPassed(YearClosingProcess.EVENT_ALL_PUBLISHED);
    Assertions.assertThat(closings.lines(2024, null, 1, 1000).items()).isEmpty();
    Assertions.assertThat(orders()).isZero();
    round(12, 4);
    Assertions.assertThat(allTasks(WATCH)).isEmpty();
  }

  @Test
  @DisplayName("收尾重做不重复列名，不重复督办")
  void closingTwice() {
    planPublished();
    round(12, 1);
    yearIsOver();

    Assertions.assertThat(closings.close(2024)).hasSize(1);
    closings.linkOrders(2024);
    Assertions.assertThat(closings.lines(2024, null, 1, 1000).items()).hasSize(1);
    Assertions.assertThat(orders()).isEqualTo(1);
  }
}
