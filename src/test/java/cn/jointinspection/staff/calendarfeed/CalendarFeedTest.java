package cn.jointinspection.staff.calendarfeed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.process.County;
import cn.jointinspection.process.annualplan.AnnualPlanProcess;
import cn.jointinspection.process.jointinspection.Journey;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

@DisplayName("部门日历订阅")
class CalendarFeedTest extends Journey {

  @Autowired CalendarFeeds feeds;
  @Autowired FeedReader reader;
  @Autowired CalendarController controller;

  @Test
  @DisplayName("地址是256位随机数，只存散列；更换或停用后原地址即失效，别部门的地址打不开")
  void theSecretOpensOneCalendar() {
    String first = feeds.renew("gaj", County.OFFICE);
    assertThat(first).matches("[\\w-]{43}");
    assertThat(one("select encode(token_hash, 'hex') from calendar_feed")).hasSize(64);
    assertThat(all("select row_to_json(f)::text from calendar_feed f")).noneMatch(row -> row.contains(first));
    assertThat(status("gaj", first)).isEqualTo(HttpStatus.OK);
    assertThat(status("xfd", first)).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(status("gaj", first + "x")).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(status("nobody", first)).isEqualTo(HttpStatus.NOT_FOUND);

    String second = feeds.renew("gaj", County.OFFICE);
    assertThat(second).isNotEqualTo(first);
    assertThat(status("gaj", first)).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(status("gaj", second)).isEqualTo(HttpStatus.OK);

    feeds.revoke("gaj");
    assertThat(status("gaj", second)).isEqualTo(HttpStatus.NOT_FOUND);
  }

  private HttpStatus status(String department, String token) {
    return HttpStatus.valueOf(controller.calendar(department, token).getStatusCode().value());
  }

  @Test
  @DisplayName("日历里有计划窗口和待办期限，编号每次相同，日期是整天，没有时区歧义")
  void windowsAndDeadlines() throws IOException, ParserException {
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlan());
    String office = calendar("bgs");
    complete(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN), Map.of("approve", true));
    runAsyncSteps();
    identity.clearAuthentication();

    assertThat(office).contains("SUMMARY:期限 审核年度计划", "DTSTART;VALUE=DATE:20240403", "DTEND;VALUE=DATE:20240404");
    String police = calendar("gaj");
    assertThat(police).isEqualTo(calendar("gaj")).contains("UID:window-140826-2024-008@joint-inspection",
        "DTSTART;VALUE=DATE:20240301", "DTEND;VALUE=DATE:20241201", "计划窗口：2024年度对旅馆业从业单位的双随机抽查");
    Calendar parsed = new CalendarBuilder().build(new StringReader(police));
    assertThat(parsed.validate(true).hasErrors()).isFalse();
    assertThat(calendar("jyj")).doesNotContain("BEGIN:VEVENT");
  }

  @Test
  @DisplayName("日历里没有检查对象的名称；同一天同一环节合成一条")
  void noObjectIsNamed() {
    List<FeedDate> dates = List.of(new FeedDate("a", LocalDate.of(2024, 12, 31), LocalDate.of(2024, 12, 31), "期限", null));
    assertThat(FeedWriter.write("示例", dates, Instant.EPOCH)).contains("DTEND;VALUE=DATE:20250101")
        .contains("DTSTAMP:19700101T000000Z").contains("\r\n").contains("TRANSP:TRANSPARENT");

    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlan());
    identity.clearAuthentication();
    var task = task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN);
    task.setName("审核检查结果：示例旅馆甲有限公司");
    tasks.saveTask(task);

    assertThat(calendar("bgs")).contains("期限 审核检查结果").doesNotContain("示例旅馆甲");
  }

  private String calendar(String department) {
    String token = feeds.renew(department, County.OFFICE);
    byte[] body = controller.calendar(department, token).getBody();
    return new String(body, StandardCharsets.UTF_8).replace("\r\n ", "");
  }
}
