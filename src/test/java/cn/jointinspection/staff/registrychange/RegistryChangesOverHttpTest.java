package cn.jointinspection.staff.registrychange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.process.registrychange.RegistryChangeProcess;
import cn.jointinspection.registry.InspectionObjects;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("名录变更的门：上传、进度、下载和撤回")
class RegistryChangesOverHttpTest extends HttpTest {

  private static final String PAGE = "/camunda/api/staff/registry-changes";
  private static final String CSV = "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n"
      + "示例旅馆一,,LG-1,旅馆,<b>示例路</b>,一般风险,存续,辖区内旅馆\n示例旅馆二,,LG-2,旅馆,,中风险,存续,辖区内旅馆\n";

  private static final String APPROVE = RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE;

  @Autowired InspectionObjects objects;

  @BeforeEach
  void people() {
    as("gajStaff1", "gaj");
    as("xfdStaff1", "xfd");
    as("jjjcStaff1", "jjjc");
    identity.clearAuthentication();
  }

  private HttpResponse<String> upload(Session session, Map<String, String> fields, String csv) {
    String query = fields.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return session.send(request("POST", PAGE + "?" + query, null).setHeader("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofString(csv)), true);
  }

  private static Map<String, String> fields(String department) {
    return Map.of("kind", "OBJECTS", "department", department, "fileName", "名录.csv", "reason", "示例理由", "goodRowsOnly", "true");
  }

  @Test
  @DisplayName("经办人上传，读完看到数量、样例和有问题的行，可以下载原文件、标注的文件和模板，可以撤回")
  void aClerkHandsIn() {
    Session clerk = signIn("gajStaff1");
    assertThat(clerk.get(PAGE).body()).contains("公安局", "还没有提出过变更").doesNotContain("教育局");

    HttpResponse<String> accepted = upload(clerk, fields("gaj"), CSV);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    String page = tree(accepted).get("location").asText();
    assertThat(tree(clerk.get(page + "/progress")).get("reading").asBoolean()).isTrue();
    assertThat(clerk.get(page).body()).contains("正在读取", "data-progress");
    runAsyncSteps();

    assertThat(tree(clerk.get(page + "/progress")).get("reading").asBoolean()).isFalse();
    assertThat(clerk.get(page).body()).contains("待审批", "示例旅馆一", "&lt;b&gt;示例路", "中风险", "撤回")
        .doesNotContain("<b>示例路", "data-progress=");
    assertThat(clerk.get(page + "/file").body()).isEqualTo(CSV);
    assertThat(clerk.get(page + "/marked").headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
    assertThat(clerk.get(PAGE + "/templates/INSPECTORS").statusCode()).isEqualTo(200);

    assertThat(clerk.post(page + "/withdrawal", Map.of()).statusCode()).isEqualTo(200);
    assertThat(clerk.get(page).body()).contains("已撤回");
    assertThat(tree(clerk.post(page + "/withdrawal", Map.of())).get("code").asText()).isEqualTo("NotOpen");
    assertThat(objects.find("140826:LG-1")).isEmpty();
  }

  @Test
  @Clause("三-13")
  @DisplayName("生效以后，对象的变更记录写明依据哪一次名录变更、文件的哪一行")
  void theObjectKnowsWhereItComesFrom() {
    Session clerk = signIn("gajStaff1");
    upload(clerk, fields("gaj"), CSV);
    runAsyncSteps();
    completeAs("gajReviewer1", "gajReview", task(RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE),
        Map.of("approve", true));
    runAsyncSteps();

    assertThat(clerk.get("/camunda/api/staff/objects/detail?no=140826:LG-1").body())
        .contains("示例旅馆一", "依据名录变更 RG-1，文件第 2 行");
  }

  @Test
  @Clause("一-6")
  @DisplayName("在对象的页面上变更：表单填着现状，错处写在栏旁，批准后生效，变更记录写明是页面编辑")
  void anObjectIsEditedOnItsPage() {
    Session clerk = signIn("gajStaff1");
    upload(clerk, fields("gaj"), CSV);
    runAsyncSteps();
    completeAs("gajReviewer1", "gajReview", task(APPROVE), Map.of("approve", true));
    runAsyncSteps();
    String object = "/camunda/api/staff/objects/detail?no=140826:LG-1";
    String form = PAGE + "/edit?kind=OBJECTS&amp;no=140826%3ALG-1";
    assertThat(clerk.get(object).body()).contains(form);
    assertThat(signIn("jjjcStaff1").get(object).body()).doesNotContain("/edit?");
    assertThat(signIn("jjjcStaff1").get(form.replace("&amp;", "&")).statusCode()).isEqualTo(422);

    String shown = clerk.get(form.replace("&amp;", "&")).body();
    assertThat(shown).contains("value=\"示例旅馆一\"", "&lt;b&gt;示例路&lt;/b&gt;", "<option value=\"一般风险\" selected=\"selected\">")
        .doesNotContain("<b>示例路");
    Map<String, String> typed = new HashMap<>(Map.of("key", "140826:LG-1", "department", "gaj", "reason", "示例来函",
        "检查对象名称", "示例旅馆一", "注册号", "LG-1", "类别", "旅馆", "地址", "示例路9号", "信用风险等级", "一般风险",
        "状态", "营业中", "抽查对象范围", "辖区内旅馆\n中小学"));
    typed.put("seen", shown.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1"));
    HttpResponse<String> refused = clerk.post(PAGE + "/edits/OBJECTS", typed);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(tree(refused).get("fields").get("状态").asText()).startsWith("应为正常、注销");
    typed.put("状态", "停业");
    HttpResponse<String> taken = clerk.post(PAGE + "/edits/OBJECTS", typed);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    String page = tree(taken).get("location").asText();
    String number = "RG-" + page.substring(page.lastIndexOf('/') + 1);
    assertThat(clerk.get(page).body()).contains("待审批", number, "页面编辑", "示例路9号").doesNotContain("data-progress=");
    assertThat(clerk.get(page + "/file").headers().firstValue("Content-Disposition").orElseThrow()).contains(".csv");
    assertThat(clerk.get(object).body()).contains("另有未办结的变更", number);
    runAsyncSteps();
    completeAs("gajReviewer1", "gajReview", task(APPROVE), Map.of("approve", true));
    runAsyncSteps();

    assertThat(clerk.get(object).body()).contains("示例路9号", "状态由“正常”改为“停业”", "列入抽查对象范围“中小学”",
        "依据名录变更 " + number + "，页面编辑", "列入抽查对象范围“辖区内旅馆”").doesNotContain("另有未办结的变更");
  }

  @Test
  @DisplayName("页面编辑还没有到审批人就撤回：流程自行结束，名录不变")
  void anEditIsWithdrawnAtOnce() {
    Session clerk = signIn("gajStaff1");
    String page = tree(clerk.post(PAGE + "/edits/OBJECTS", Map.of("department", "gaj", "reason", "示例理由",
        "检查对象名称", "示例旅馆三", "注册号", "LG-3", "类别", "旅馆", "状态", "正常", "抽查对象范围", "辖区内旅馆"))).get("location").asText();
    assertThat(clerk.post(page + "/withdrawal", Map.of()).statusCode()).isEqualTo(200);
    runAsyncSteps();
    assertThat(clerk.get(page).body()).contains("已撤回");
    assertThat(allTasks(APPROVE)).isEmpty();
    assertThat(objects.find("140826:LG-3")).isEmpty();
  }

  @Test
  @DisplayName("别的部门不能提出、看不到；纪检监察看得到；没有的编号、写错的名录用中文拒绝")
  void whoSeesWhat() {
    Session other = signIn("xfdStaff1");
    assertThat(tree(upload(other, fields("gaj"), CSV)).get("code").asText()).isEqualTo("NotYourList");
    String page = tree(upload(signIn("gajStaff1"), fields("gaj"), CSV)).get("location").asText();

    assertThat(tree(other.get(page + "/progress")).get("code").asText()).isEqualTo("NotYourRegistry");
    assertThat(other.get(page + "/file").statusCode()).isEqualTo(422);
    assertThat(other.get(PAGE).body()).doesNotContain("名录.csv");
    assertThat(signIn("jjjcStaff1").get(page).body()).contains("示例理由");
    assertThat(tree(other.get(PAGE + "/999/progress")).get("code").asText()).isEqualTo("UnknownChange");
    assertThat(other.get(PAGE + "/templates/XYZ").statusCode()).isBetween(400, 422);
  }

  @Test
  @Clause("三-10")
  @DisplayName("回避名单的变更：本部门、登记员和纪检看得到事由，领导小组办公室和别的部门看不到内容、下载不了文件")
  void reasonsOfRecusalsAreForFew() {
    as("bgsStaff1", "bgs");
    as("registrar1", "registrars");
    identity.clearAuthentication();
    county.hotels(1, 0, 0, 0);
    county.inspectors("gaj", 1);
    Map<String, String> fields = new HashMap<>(fields("gaj"));
    fields.put("kind", "RECUSALS");
    String page = tree(upload(signIn("gajStaff1"), fields,
        "执法证号,统一社会信用代码,回避事由,说明\n14082600001,140826:A001,亲属关系,示例说明\nZF-gaj01,140826:A001,曾任职,示例说明\n"))
        .get("location").asText();
    runAsyncSteps();

    for (String user : List.of("gajStaff1", "registrar1", "jjjcStaff1")) {
      assertThat(signIn(user).get(page).body()).as(user).contains("曾任职", "示例说明");
      assertThat(signIn(user).get(page + "/file").body()).as(user).contains("亲属关系");
    }
    for (String user : List.of("bgsStaff1", "xfdStaff1")) {
      for (String part : List.of("", "/file", "/marked", "/progress")) {
        HttpResponse<String> refused = signIn(user).get(page + part);
        assertThat(refused.statusCode()).as(user + part).isEqualTo(422);
        assertThat(refused.body()).as(user + part).doesNotContain("曾任职", "示例说明", "亲属关系");
      }
    }
    assertThat(signIn("bgsStaff1").get(PAGE).body()).contains("回避名单").doesNotContain("示例理由");
  }
}
