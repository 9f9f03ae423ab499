package cn.jointinspection.staff.drawroom;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.draw.DrawEvents;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("抽取现场和抽取记录")
class DrawRoomTest extends RoomTest {

  private static final String ROOM = "/camunda/api/staff/draws/" + INSPECTION;

  @Autowired DrawEvents events;

  @BeforeEach
  void frozenHotels() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    frozen("dice");
  }

  @Test
  @DisplayName("不刷新页面，现场依次看到冻结、随机数、公开随机值、票号和检查组")
  void theWallFollowsTheDraw() {
    BrowserContext witness = signedIn("jjjcStaff1", "jjjc");
    Page page = witness.newPage();
    page.navigate(url(ROOM));
    assertThat(page.locator("#stage h2")).hasText("各部门提交随机数：0 / 4");
    page.click("#steps button:has-text('冻结')");
    assertThat(page.locator("#stage")).containsText(one("select \"freeze\" from draw"));
    page.evaluate("window.sameDocument = true");

    contribute("gaj");
    assertThat(page.locator("#stage h2")).hasText("各部门提交随机数：1 / 4");
    assertThat(page.locator("#stage li.in")).containsText("公安局");
    assertThat(page.locator("body")).not().containsText(NONCE);
    assertThat(witness.request().get(url(ROOM + "/progress")).text()).doesNotContain(NONCE);
    DEPARTMENTS.stream().skip(1).forEach(this::contribute);
    runAsyncSteps();
    assertThat(page.locator("#stage h2")).hasText("公开随机值");
    page.click("#steps button:has-text('随机数提交')");
    assertThat(page.locator("#stage")).containsText(NONCE);

    enterValue("20337331128159211123");
    assertThat(page.locator("#stage")).containsText("等待另一单位的见证人确认");
    witness(Map.of("confirm", false, "note", "第三位应为 2"));
    assertThat(page.locator("#stage")).containsText("第三位应为 2");
    enterValue(VALUE);
    assertThat(page.locator("#stage .big")).hasText(VALUE);
    assertThat(witness.request().get(url(ROOM + "/result")).text()).isEqualTo("[]");

    witness(Map.of("confirm", true));
    List<String> tickets = all("select ticket from draw_selected order by visit_no");
    assertThat(page.locator("#stage h2")).hasText("检查组（首位为组长）",
        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(30_000));
    assertThat(page.locator("#stage tbody tr")).hasCount(tickets.size());
    page.click("#steps button:has-text('票号')");
    assertThat(page.locator("#stage td.code")).hasText(tickets.toArray(String[]::new));
    assertThat(page.locator("#stage tbody tr").first()).containsText("示例旅馆");
    assertThat((Boolean) page.evaluate("window.sameDocument")).as("never loaded anew").isTrue();
    assertThat(page.locator("#lost")).isHidden();
    witness.close();
  }

  @Test
  @DisplayName("作废的抽取，现场说明原因，保留编号和冻结值")
  void theWallTellsOfAnAbandonedDraw() {
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    BrowserContext office = signedIn("bgsStaff1", "bgs");
    Page page = office.newPage();
    page.navigate(url("/camunda/api/staff/draws"));
    assertThat(page.locator("main")).containsText("第 1 次");
    page.navigate(url("/camunda/api/staff/draws/1"));
    assertThat(page.locator("#stage h2")).hasText("公开随机值");

    abandon("骰子遗失");

    assertThat(page.locator("#stage h2")).hasText("本次抽取已经作废");
    assertThat(page.locator("#stage")).containsText("骰子遗失");
    assertThat(page.locator("#stage")).containsText(one("select \"freeze\" from draw"));
    page.click("#minutes");
    assertThat(page.locator("main")).containsText("五、作废");
    assertThat(page.locator("main")).containsText(one("select \"freeze\" from draw"));
    assertThat(page.locator("main")).containsText("骰子遗失");
    assertThat(page.locator("main")).not().containsText("抽取结果\n");
    office.close();
  }

  @ParameterizedTest(name = "{0}（{1}）：{2}")
  @DisplayName("只有参加部门、办公室和纪检监察的人员可以观看")
  @CsvSource({
      "bgsStaff1, bgs, 200", "jjjcStaff1, jjjc, 200", "xfdStaff1, xfd, 200", "xfdChief, xfdReview, 200",
      "jtysjStaff1, jtysj, 422", "gaj01, inspectors, 422"})
  void onlyThoseTakingPart(String user, String group, int status) {
    BrowserContext someone = signedIn(user, group);
    for (String what : List.of("/progress", "/result")) {
      APIResponse answer = someone.request().get(url(ROOM + what),
          RequestOptions.create().setHeader("Accept", "application/json"));
      assertThat(answer.status()).as(what).isEqualTo(status);
    }
    for (String what : List.of("", "/minutes")) {
      APIResponse answer = someone.request().get(url(ROOM + what),
          RequestOptions.create().setHeader("Accept", "text/html"));
      assertThat(answer.status()).as(what).isEqualTo(status);
      assertThat(answer.text().contains("只供参加部门")).as(what).isEqualTo(status == 422);
    }
    String list = someone.request().get(url("/camunda/api/staff/draws"),
        RequestOptions.create().setHeader("Accept", "text/html")).text();
    assertThat(list.contains("第 1 次")).as("listed").isEqualTo(status == 200);
    someone.close();
  }

  @ParameterizedTest
  @DisplayName("没有这次抽取的，说明没有")
  @ValueSource(strings = {"2", "140826-2024-999", "999999999999"})
  void unknownDraw(String reference) {
    BrowserContext office = signedIn("bgsStaff1", "bgs");
    APIResponse answer = office.request().get(url("/camunda/api/staff/draws/" + reference),
        RequestOptions.create().setHeader("Accept", "text/html"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("没有编号为 " + reference + " 的抽取");
    office.close();
  }

  @Test
  @DisplayName("抽取记录写明冻结、各部门随机数、异议和重录、见证、结果、检查组、回避和签字各方")
  void theMinutesHoldAll() {
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    enterValue("20337331128159211123");
    witness(Map.of("confirm", false, "note", "第三位应为 2"));
    enterValue(VALUE);
    witness(Map.of("confirm", true));
    BrowserContext department = signedIn("gajStaff1", "gaj");
    Page page = department.newPage();
    page.navigate(url(ROOM + "/minutes"));

    String minutes = page.locator("main").innerText();
    assertThat(minutes)
        .contains("全县第 1 次抽取", "《示例年度计划》第 8 项", "不低于30%", "公安局", "市场监管局、卫生监督所、消防队")
        .contains(one("select \"freeze\" from draw"), one("select seed from draw"), one("select prev from draw"))
        .contains(all("select sha256 from draw_file where name <> 'transcript.json'"))
        .contains("示例gajStaff1", "示例bgsStaff1", "示例jjjcStaff1", NONCE, VALUE)
        .contains("20337331128159211123", "不同意：第三位应为 2")
        .contains(all("select ticket from draw_selected"))
        .contains(all("select object_no from draw_selected"))
        .contains(all("select '（' || inspector || '）' from draw_team_member"))
        .contains("公安局（发起部门）", "消防队（配合部门）", "领导小组办公室", "见证人", "纪检监察");

    String first = one("select object_no from draw_selected where visit_no = 1");
    String leaver = one("select inspector from draw_team_member where object_no = '" + first
        + "' and department = 'gaj' and position = 1");
    String drawId = INSPECTION + "-1";
    String cameIn = events.recordRecusal(drawId, first, leaver, "KINSHIP", NONCE, "gajStaff1").replacement();
    String next = events.recordSubstitute(drawId, first, "DEREGISTERED", null, "gajStaff1", "jjjcStaff1")
        .replacementObjectNo();
    jdbc.sql("""
        insert into draw_shortfall values (?, ?, 'xfd', 1, '特种设备', 'WAIVED', null, '示例理由', 'bgsStaff1',
          '2024-03-20T09:00+08')
        """).params(drawId, first).update();
    page.reload();
    assertThat(page.locator("main").innerText())
        .contains("缺少“特种设备”", "按现有人员检查", "示例理由")
        .contains(person(leaver) + " → " + person(cameIn), "按回避制度")
        .contains(name(first) + " → " + name(next), "注销", "示例gajStaff1、示例jjjcStaff1")
        .doesNotContain("亲属关系");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    assertThat(page.locator("nav")).isHidden();
    department.close();
  }

  private String person(String certificateNo) {
    return one("select name from inspector where certificate_no = '" + certificateNo + "'") + "（" + certificateNo + "）";
  }

  private String name(String objectNo) {
    return one("select name from inspection_object where object_no = '" + objectNo + "'");
  }
}
