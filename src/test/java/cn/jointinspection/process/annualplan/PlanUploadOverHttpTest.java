package cn.jointinspection.process.annualplan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.doors.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("年度计划的门：先核对读法，再存为草稿，再启动")
class PlanUploadOverHttpTest extends HttpTest {

  private static final String PLANS = "/camunda/api/staff/plans";
  private static final String NAMES = "/camunda/api/staff/department-names";
  private static final String HEAD = "地市,序号,抽查任务名称,抽查事项,抽查对象范围,抽查比例及频次,智慧监管（信用风险分类）要求,"
      + "抽查起止时间,发起部门,配合部门,抽查模式\n";
  private static final String ROW =
      "示例县,1,旅馆的抽查,许可证检查,各类旅馆,不少于30%,无,2024.3-2024.11,公安局,县市场监督管理局、水利局,县抽、县查\n";

  @BeforeEach
  void people() {
    as("gajStaff1", "gaj");
    as("bgsStaff1", "bgs");
    identity.clearAuthentication();
  }

  @Test
  @DisplayName("上传只给出读法，什么计划也没有存；确认后成为草稿，流程由它启动")
  void previewThenDraftThenProcess() {
    Session office = signIn("bgsStaff1");

    HttpResponse<String> uploaded = upload(office, "计划.csv", csv(ROW + ",,注：示例\n"));
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
    JsonNode preview = tree(uploaded);
    JsonNode row = preview.get("rows").get(0);
    assertThat(row.get("ratio").toString()).isEqualTo(
        "{\"column\":\"抽查比例及频次\",\"text\":\"不少于30%\",\"reading\":\"不低于30%；1次/年\",\"literal\":false}");
    assertThat(row.get("window").get("reading").asText()).isEqualTo("3月-11月");
    assertThat(row.get("cooperating").get("reading").asText()).isEqualTo("市场监管局、水务局");
    assertThat(row.get("mode").get("literal").asBoolean()).isFalse();
    assertThat(row.get("lead").get("literal").asBoolean()).isTrue();
    assertThat(row.get("inferred").asBoolean()).isTrue();
    assertThat(preview.get("inferred").asInt()).isEqualTo(1);
    assertThat(preview.get("setAside").toString()).isEqualTo("[{\"fileRow\":3,\"text\":\"注：示例\"}]");
    assertThat(one("select count(*) from annual_plan")).isEqualTo("0");

    JsonNode draft = tree(confirm(office, preview, preview.get("reading").asText()));
    assertThat(draft.get("items").asInt()).isEqualTo(1);
    assertThat(tree(confirm(office, preview, preview.get("reading").asText())).get("planId"))
        .as("again").isEqualTo(draft.get("planId"));
    assertThat(one("select concat_ws(' ', status, file_name, imported_by) from annual_plan"))
        .isEqualTo("DRAFT 计划.csv bgsStaff1");
    assertThat(one("""
        select concat_ws(' ', ratio_kind, basis_points, times_per_year, window_from, window_to) from plan_item"""))
        .isEqualTo("AT_LEAST 3000 1 3 11");

    HttpResponse<String> started = rest("bgsStaff1", "POST",
        "/process-definition/key/" + AnnualPlanProcess.KEY + "/submit-form", Map.of("variables", Map.of("planId", variable(draft.get("planId").asText()))));
    assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    assertThat(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN)).isNotNull();
  }

  @Test
  @DisplayName("核对之后别名有变动：不存，说明要重新核对；看过新的读法再确认才存")
  void whatWasSeenIsWhatIsStored() {
    Session office = signIn("bgsStaff1");
    JsonNode preview = tree(upload(office, "计划.csv", csv(ROW)));
    String old = preview.get("reading").asText();
    String alias = one("select id from department_alias where alias = '水利局'");
    office.post(NAMES + "/" + alias + "/removal", Map.of());

    HttpResponse<String> unreadable = confirm(office, preview, old);
    assertThat(tree(unreadable).get("detail").asText()).contains("没有“水利局”");
    assertThat(office.post(NAMES, Map.of("alias", "水利局", "department", "nyj")).statusCode()).isEqualTo(200);
    HttpResponse<String> otherwise = confirm(office, preview, old);
    assertThat(otherwise.statusCode()).isEqualTo(422);
    assertThat(tree(otherwise).get("code").asText()).isEqualTo("PlanReadsOtherwiseNow");
    assertThat(tree(otherwise).get("detail").asText()).contains("请重新核对");
    assertThat(one("select count(*) from annual_plan")).isEqualTo("0");

    JsonNode anew = tree(office.get(PLANS + "/uploads/" + preview.get("upload").asText()));
    assertThat(anew.get("rows").get(0).get("cooperating").get("reading").asText()).isEqualTo("市场监管局、能源局");
    assertThat(confirm(office, anew, anew.get("reading").asText()).statusCode()).isEqualTo(200);
    assertThat(all("select department from plan_item_cooperating order by seq")).containsExactly("scjgj", "nyj");
  }

  @Test
  @DisplayName("办公室原样的文件（13、10）从上传到草稿")
  void filesAsOfficesWriteThem() throws IOException {
    Session office = signIn("bgsStaff1");
    for (String name : List.of("13-ratio-variants.xlsx", "10-notes-below.xlsx")) {
      try (InputStream file = getClass().getResourceAsStream("/cases/plan/" + name)) {
        JsonNode preview = tree(upload(office, name, file.readAllBytes()));
        assertThat(preview.get("rows")).as(name).hasSize(5);
        assertThat(confirm(office, preview, preview.get("reading").asText()).statusCode()).isEqualTo(200);
      }
    }
    assertThat(all("""
        select file_name || count(*) from annual_plan p join plan_item i on i.plan_id = p.id
        group by p.id order by p.id"""))
        .containsExactly("13-ratio-variants.xlsx5", "10-notes-below.xlsx5");
  }

  @Test
  @DisplayName("读不懂的文件：逐处列出行、列、现值和应写，文件也不留")
  void listsProblems() {
    Session office = signIn("bgsStaff1");

    HttpResponse<String> refused = upload(office, "计划.csv", csv(ROW.replace("不少于30%", "0.3")));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(tree(refused).get("code").asText()).isEqualTo("PlanFileRefused");
    JsonNode problem = tree(refused).get("problems").get(0);
    assertThat(problem.get("fileRow").asInt()).isEqualTo(2);
    assertThat(problem.get("column").asText()).isEqualTo("抽查比例及频次");
    assertThat(problem.get("found").asText()).isEqualTo("0.3");
    assertThat(problem.get("expected").asText()).contains("请写“抽查比例30%；1次/年”");
    assertThat(one("select count(*) from plan_upload")).isEqualTo("0");
  }

  @Test
  @DisplayName("部门人员、没有登录的、没有防伪标记的，上传、查看、确认都不行")
  void theDoorIsClosedToOthers() {
    Session office = signIn("bgsStaff1");
    JsonNode preview = tree(upload(office, "计划.csv", csv(ROW)));
    String address = PLANS + "/uploads/" + preview.get("upload").asText();
    Session staff = signIn("gajStaff1");

    for (HttpResponse<String> refused : List.of(upload(staff, "计划.csv", csv(ROW)),
        staff.send(request("GET", address, null).setHeader("Accept", "application/json"), true),
        confirm(staff, preview, preview.get("reading").asText()))) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(tree(refused).get("code").asText()).isEqualTo("OnlyTheOfficePlans");
    }
    assertThat(tree(office.post(PLANS + "/uploads/999/draft", Map.of("reading", "x"))).get("code").asText())
        .isEqualTo("NoSuchPlanUpload");
    assertThat(anonymous("GET", address).statusCode()).isEqualTo(401);
    assertThat(anonymous("POST", address + "/draft").statusCode()).isEqualTo(403);
    assertThat(office.refused(address + "/draft", Map.of("reading", "x")).statusCode()).isEqualTo(403);
    assertThat(one("select count(*) from annual_plan")).isEqualTo("0");
  }

  private HttpResponse<String> confirm(Session session, JsonNode preview, String reading) {
    return session.post(PLANS + "/uploads/" + preview.get("upload").asText() + "/draft", Map.of("reading", reading));
  }

  private static byte[] csv(String rows) {
    return (HEAD + rows).getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> upload(Session session, String name, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map.of("year", "2024", "title", "示例年度计划").forEach((field, value) -> body.writeBytes(
        ("--part\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
    return session.send(request("POST", PLANS, Map.of())
        .setHeader("Content-Type", "multipart/form-data; boundary=part")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())), true);
  }
}
