package cn.jointinspection.staff.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("人员名册的门：查找、新增、修改、离岗、导入和口令条")
class PeopleOverHttpTest extends HttpTest {

  private static final Actor REGISTRAR = new Actor("registrar1", "示例登记员", Set.of("registrars"));
  private static final String PAGE = "/camunda/api/staff/people";
  private static final Pattern PASSWORD_ON_SLIP = Pattern.compile("<dd class=\"code password\">([^<]+)</dd>");
  private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"(\\w+)\"");

  @Autowired People people;

  @BeforeEach
  void keepers() {
    as("registrar1", "registrars");
    as("gajReviewer1", "gajReview");
    as("gajStaff1", "gaj");
    as("bgsStaff1", "bgs");
    identity.clearAuthentication();
  }

  @AfterEach
  void gone() {
    identity.clearAuthentication();
    all("select account from person").forEach(identity::deleteUser);
  }

  private static Map<String, Object> sent(String name, String department, Role... roles) {
    return new HashMap<>(Map.of("name", name, "department", department,
        "roles", List.of(roles).stream().map(Enum::name).toList(), "certificateNo", "", "email", "", "account", "",
        "heir", ""));
  }

  private HttpResponse<String> upload(Session session, String csv) {
    String boundary = "----roster";
    String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n";
    HttpRequest.Builder request = request("POST", PAGE + "/imports", Map.of())
        .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary).POST(BodyPublishers.ofString(body));
    return session.send(request, true);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  @Test
  @DisplayName("新增后口令条只显示一次，凭它能登录；列表里找得到")
  void addsSomebody() {
    Session registrar = signIn("registrar1");
    assertThat(registrar.get(PAGE).body()).contains("新增人员", "导入名册", "没有这样的人员");
    assertThat(registrar.get(PAGE + "/new").body()).contains("检查人员必填", "公安局").doesNotContain("CLERK<");

    HttpResponse<String> added = registrar.post(PAGE, sent("示例<甲>", "gaj", Role.CLERK, Role.REVIEWER));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    assertThat(added.body()).doesNotContain("password");
    String slips = registrar.get(tree(added).get("location").asText()).body();
    assertThat(slips).contains("示例&lt;甲&gt;", "公安局", "2024年4月3日 09:00", "首次登录时须修改口令").doesNotContain("<甲>");
    String account = one("select account from person");
    assertThat(login(account, first(PASSWORD_ON_SLIP, slips), "tasklist").statusCode()).isEqualTo(200);
    assertThat(registrar.get(PAGE + "/slips").body()).contains("没有可以显示的口令条").doesNotContain("class=\"code password\"");
    assertThat(registrar.get(PAGE + "?text=" + account).body()).contains("示例&lt;甲&gt;", "经办、审核", "在岗");
    assertThat(registrar.get(PAGE + "?role=INSPECTOR").body()).contains("没有这样的人员");
  }

  @Test
  @DisplayName("导出查到的人，文件照样导入时什么也不变；部门审核人员只导出本部门的")
  void theRosterComesBack() {
    Session registrar = signIn("registrar1");
    registrar.post(PAGE, sent("=示例甲", "gaj", Role.CLERK, Role.REVIEWER));
    registrar.post(PAGE, sent("示例乙", "xfd", Role.CLERK));

    String file = registrar.get(PAGE + "/export.csv").body();

    assertThat(file).startsWith("\uFEFF姓名,部门,角色").contains("'=示例甲,公安局,经办、审核", "示例乙,消防队,经办");
    String read = registrar.get(tree(upload(registrar, file)).get("location").asText()).body();
    assertThat(read.replaceAll("<[^>]*>|\\s", "")).contains("2人与名册一致");
    assertThat(registrar.get(PAGE + "/export.csv?department=xfd").body()).contains("示例乙").doesNotContain("示例甲");
    assertThat(signIn("gajReviewer1").get(PAGE + "/export.csv").body()).contains("示例甲").doesNotContain("示例乙");
    assertThat(signIn("gajStaff1").get(PAGE + "/export.csv").body()).doesNotContain("示例甲", "示例乙");
  }

  @Test
  @DisplayName("不合规的在各栏说明，什么也没有存")
  void refusesWhatIsIncomplete() {
    HttpResponse<String> refused = signIn("registrar1").post(PAGE, sent("示例甲", "gaj", Role.INSPECTOR, Role.OFFICE));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(tree(refused).at("/fields/执法证号").asText()).contains("检查人员必须有执法证号");
    assertThat(tree(refused).at("/fields/角色").asText()).contains("办公室不属于公安局");
    assertThat(people.none()).isTrue();
  }

  @Test
  @DisplayName("修改、离岗、返岗、重新发给口令")
  void theLifeOfAnEntry() {
    Session registrar = signIn("registrar1");
    registrar.post(PAGE, sent("示例甲", "gaj", Role.CLERK));
    String account = one("select account from person");
    String entry = PAGE + "/" + account;
    assertThat(registrar.get(entry).body()).contains("修改、调动", "办理离岗", "发给一次性口令", "未办结工作的接手人");

    Map<String, Object> edited = sent("示例乙", "xfd", Role.REVIEWER);
    edited.put("version", 0);
    assertThat(registrar.post(entry, edited).statusCode()).isEqualTo(200);
    assertThat(people.get(account).name()).isEqualTo("示例乙");
    assertThat(tree(registrar.post(entry, edited)).get("code").asText()).isEqualTo("ChangedMeanwhile");
    assertThat(tree(registrar.post(entry + "/departure", Map.of("version", 0))).get("code").asText())
        .isEqualTo("ChangedMeanwhile");
    assertThat(registrar.post(entry + "/departure", Map.of("version", 1)).statusCode()).isEqualTo(200);
    assertThat(registrar.get(PAGE).body()).contains("没有这样的人员");
    assertThat(registrar.get(PAGE + "?state=LEFT").body()).contains("示例乙", "离岗");
    assertThat(registrar.get(entry).body()).contains("办理返岗").doesNotContain("办理离岗");
    assertThat(registrar.post(entry + "/return", Map.of("version", 2)).statusCode()).isEqualTo(200);
    String first = first(PASSWORD_ON_SLIP, registrar.get(PAGE + "/slips").body());
    assertThat(registrar.post(entry + "/password", Map.of()).statusCode()).isEqualTo(200);
    assertThat(first(PASSWORD_ON_SLIP, registrar.get(PAGE + "/slips").body())).isNotEqualTo(first);
    assertThat(registrar.get(PAGE + "/nobody9").body()).contains("人员名册中没有账号");
  }

  @Test
  @DisplayName("导入：先看变动，确认后存入，每个新人一张口令条；错处一次列全")
  void importsAFile() {
    people.add(new Person("import1", "示例旧人", "gaj", Set.of(Role.CLERK), null, null, true, 0), REGISTRAR);
    Session registrar = signIn("registrar1");
    HttpResponse<String> wrong = upload(registrar, "姓名,部门,角色\n示例甲,没有的局,经办\n示例乙,公安局,局长\n");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(tree(wrong).get("detail").asText()).contains("第 2 行“部门”列现为“没有的局”", "第 3 行“角色”列现为“局长”");
    assertThat(all("select file_name from roster_upload")).isEmpty();

    HttpResponse<String> uploaded = upload(registrar,
        "姓名,部门,角色,执法证号,账号\n示例甲,县公安局,经办,,\n示例乙,消防队,检查人员,14082607001,\n示例旧人,公安局,审核,,import1\n");
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
    String preview = tree(uploaded).get("location").asText();
    String seen = registrar.get(preview).body();
    assertThat(seen).contains("示例甲", "示例乙", "角色：经办 → 审核", "<strong>2</strong> 人", "存入名册");
    assertThat(one("select count(*) from person")).isEqualTo("1");

    HttpResponse<String> taken = registrar.post(preview + "/effect", Map.of("fingerprint", first(FINGERPRINT, seen)));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    assertThat(PASSWORD_ON_SLIP.matcher(registrar.get(PAGE + "/slips").body()).results()).hasSize(2);
    assertThat(identity.createGroupQuery().groupMember("import1").groupId("gajReview").count()).isEqualTo(1);
    HttpResponse<String> again = registrar.post(preview + "/effect", Map.of("fingerprint", first(FINGERPRINT, seen)));
    assertThat(tree(again).get("code").asText()).isEqualTo("RosterUploadGone");
    assertThat(registrar.get(preview).body()).contains("已经导入");
  }

  @Test
  @DisplayName("部门审核人员只看本部门的，别人看不到，登记员和管理员以外的人改不了")
  void whoMay() {
    people.add(new Person("who1", "示例公安", "gaj", Set.of(Role.CLERK), null, null, true, 0), REGISTRAR);
    people.add(new Person("who2", "示例消防", "xfd", Set.of(Role.CLERK), null, null, true, 0), REGISTRAR);
    Session reviewer = signIn("gajReviewer1");
    assertThat(reviewer.get(PAGE).body()).contains("示例公安").doesNotContain("示例消防", "新增人员", PAGE + "/who1");
    assertThat(reviewer.get(PAGE + "?department=xfd").body()).doesNotContain("示例消防");
    assertThat(reviewer.get("/camunda/api/staff/desk").body()).contains("人员名册");
    for (String other : List.of("gajStaff1", "bgsStaff1")) {
      Session session = signIn(other);
      assertThat(session.get(PAGE).body()).contains("人员名册由名录登记人员和系统管理员维护").doesNotContain("示例公安");
      assertThat(session.get("/camunda/api/staff/desk").body()).doesNotContain("人员名册");
    }
    for (Session session : List.of(reviewer, signIn("gajStaff1"))) {
      for (HttpResponse<String> refused : List.of(session.post(PAGE, sent("示例", "gaj", Role.CLERK)),
          session.post(PAGE + "/who1", sent("示例", "gaj", Role.CLERK)),
          session.post(PAGE + "/who1/departure", Map.of("version", 0)),
          session.post(PAGE + "/who1/return", Map.of("version", 0)), session.post(PAGE + "/who1/password", Map.of()),
          upload(session, "姓名,部门,角色\n示例甲,公安局,经办\n"), session.post(PAGE + "/imports/1/effect", Map.of()))) {
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(tree(refused).get("code").asText()).isEqualTo("OnlyRegistrarsKeepTheRoster");
      }
      for (String page : List.of("/new", "/who1", "/slips", "/imports/1")) {
        assertThat(session.get(PAGE + page).statusCode()).as(page).isEqualTo(422);
      }
    }
    assertThat(anonymous("GET", PAGE).statusCode()).isEqualTo(401);
    assertThat(signIn("registrar1").refused(PAGE, sent("示例", "gaj", Role.CLERK)).statusCode()).isEqualTo(403);
    assertThat(one("select count(*) from person")).isEqualTo("2");
  }
}
