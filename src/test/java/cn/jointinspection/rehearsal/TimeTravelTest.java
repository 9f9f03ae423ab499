package cn.jointinspection.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.jointinspection.calendar.HolidayTables;
import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.rehearsal.RehearsalRefused.TimeMoveDidNotBegin;
import cn.jointinspection.rehearsal.RehearsalRefused.TimeMoveRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.ExtendedModelMap;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

@DatabaseTest
@Import({HolidayTables.class, WorkingDays.class})
@DisplayName("演练时间：没有拨成的，不算正在前进")
@Timeout(60)
class TimeTravelTest {

  private static final Actor OFFICE = new Actor("bgsStaff", "示例办公室", Set.of("bgs"));
  private static final LocalDate DAY = LocalDate.of(2024, 3, 25);

  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private WorkingDays workingDays;
  private final TimeWalk walk = mock(TimeWalk.class);
  private TimeMoves moves;
  private TimeTravel travel;

  @BeforeEach
  void start() {
    jdbc.sql("truncate rehearsal_fell_due, rehearsal_move").update();
    moves = new TimeMoves(jdbc);
    travel = new TimeTravel(clock, workingDays, null, null, walk, mock(TimerWords.class), moves);
  }

  @AfterEach
  void stop() {
    travel.stop();
  }

  @Test
  @DisplayName("数据库写不进去：说明没有拨动，之后可以再拨")
  void theMoveIsNotKept() throws Exception {
    jdbc.sql("alter table rehearsal_move add constraint broken check (false)").update();
    try {
      assertThatThrownBy(() -> travel.toDay(DAY, OFFICE)).isInstanceOf(TimeMoveDidNotBegin.class)
          .hasMessageContaining("没有拨动").hasMessageContaining("再拨一次");
      assertThat(travel.goingTo()).isNull();
      assertThat(moves.last()).isEmpty();
    } finally {
      jdbc.sql("alter table rehearsal_move drop constraint broken").update();
    }

    arrives();
  }

  @Test
  @DisplayName("后台已经停了，接不了：说明没有拨动，不算正在前进")
  void nobodyTravels() {
    travel.stop();

    assertThatThrownBy(() -> travel.toDay(DAY, OFFICE)).isInstanceOf(TimeMoveDidNotBegin.class);
    assertThat(travel.goingTo()).isNull();
    assertThat(moves.last()).isEmpty();
  }

  @Test
  @DisplayName("途中程序出了严重错误：停下并说明，之后可以再拨")
  void brokenOnTheWay() throws Exception {
    var broken = new CountDownLatch(1);
    doAnswer(call -> {
      broken.countDown();
      throw new StackOverflowError("示例");
    }).when(walk).to(any(), any());
    travel.toDay(DAY, OFFICE);
    broken.await();
    while (travel.goingTo() != null) {
      Thread.onSpinWait();
    }
    assertThat(travel.problem()).contains("停下", "可以再次拨动");
    assertThat(moves.last().orElseThrow().arrivedAt()).isNull();

    doAnswer(call -> null).when(walk).to(any(), any());
    arrives();
  }

  @Test
  @DisplayName("正在前进时不再拨；上次程序中途被停的，重启后不算正在前进")
  void oneAfterTheOther() throws Exception {
    var held = new CountDownLatch(1);
    doAnswer(call -> {
      held.await();
      return null;
    }).when(walk).to(any(), any());
    travel.toDay(DAY, OFFICE);
    assertThatThrownBy(() -> travel.toDay(DAY, OFFICE)).isInstanceOf(TimeMoveRefused.class).hasMessageContaining("正在前进中");

    var restarted = new TimeTravel(clock, workingDays, null, null, walk, mock(TimerWords.class), moves);
    assertThat(restarted.goingTo()).isNull();
    assertThat(moves.last().orElseThrow().arrivedAt()).isNull();
    restarted.stop();
    held.countDown();
  }

  @Test
  @DisplayName("上次程序中途被停的，页面说没有走到，并可再拨；走到了的不这样说")
  void thePageOffersAnotherMove() {
    long killed = moves.begin("bgsStaff", LocalDateTime.now(clock), DAY.atTime(9, 0));
    assertThat(page()).contains("没有走到就停下了", "拨到这一天").doesNotContain("正在前进");

    moves.arrive(killed, DAY.atTime(9, 0));
    assertThat(page()).contains("上一次拨动").doesNotContain("没有走到", "正在前进");
  }

  /** What the office reads, without the layout around it, which needs the web. */
  private String page() {
    Actors actors = mock(Actors.class);
    when(actors.current()).thenReturn(OFFICE);
    when(actors.unrestricted(any())).thenReturn(List.of());
    var restarted = new TimeTravel(clock, workingDays, actors, null, walk, mock(TimerWords.class), moves);
    var model = new ExtendedModelMap();
    String template = new RehearsalClockPage(actors, clock, restarted, moves).page(model);
    restarted.stop();

    var templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    return engine.process(template, Set.of("section"), new Context(Locale.SIMPLIFIED_CHINESE, model));
  }

  private void arrives() {
    travel.toDay(DAY, OFFICE);
    while (travel.goingTo() != null) {
      Thread.onSpinWait();
    }
    assertThat(travel.problem()).isNull();
    assertThat(moves.last().orElseThrow().arrivedAt()).isNotNull();
  }
}
