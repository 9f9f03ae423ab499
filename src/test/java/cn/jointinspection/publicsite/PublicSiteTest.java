package cn.jointinspection.publicsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.CheckReport;
import cn.jointinspection.inspection.CheckRows;
import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.Departments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DisplayName("公示网站")
@ActiveProfiles("site")
@SpringBootTest(classes = PublicSiteTest.Slice.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublicSiteTest {

  @Import(DatabaseTest.Slice.class)
  @ComponentScan(basePackageClasses = {Disclosures.class, RuleViolation.class, Departments.class, AnnualPlans.class})
  @ImportAutoConfiguration({
      ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
      WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class,
      JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, ValidationAutoConfiguration.class,
      DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
      FlywayAutoConfiguration.class})
  static class Slice {}

  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private Disclosures disclosures;
  @MockitoBean private DepartmentChecks checks;
  @MockitoBean private PublicDraws draws;

  @BeforeEach
  void nothingIsPublished() {
    jdbc.sql("truncate disclosure").update();
  }

  @Test
  @DisplayName("首页列出最新公示，没有公示时也说明白；工作人员入口只在演练时出现")
  void home() {
    assertThat(page("/")).contains("目前还没有公示的检查结果").doesNotContain("演练", "/camunda/");
    publish(1);

    assertThat(page("/")).contains(CheckRows.name(1), "双随机、一公开", "未发现问题");
  }

  @Test
  @Clause({"三-16", "五-6"})
  @DisplayName("查得到、翻得了页、打得开")
  void searchAndDetail() {
    for (int n = 1; n <= 21; n++) {
      publish(n);
    }
    assertThat(page("/disclosures")).contains("共公示 <strong>21</strong> 条", "第 <span>1</span> 页，共 <span>2</span> 页")
        .contains(CheckRows.name(21)).doesNotContain(CheckRows.name(1));
    assertThat(page("/disclosures?page=2")).contains(CheckRows.name(1), "上一页").doesNotContain("下一页");
    assertThat(page("/disclosures?q=第13旅馆")).contains("找到 <strong>1</strong> 条", CheckRows.name(13));
    assertThat(page("/disclosures?q=没有的")).contains("没有找到");
    long id = disclosures.search("第13旅馆", 1, 1).items().get(0).id();

    assertThat(page("/disclosures/" + id)).contains(CheckRows.name(13), "公安局", "消防安全情况的检查", "2024年5月6日",
        "实地检查", "2024年3月20日 09:00", "示例旅馆业联合抽查");
  }

  @Test
  @DisplayName("企业名称和查询内容中的标记只是文字")
  void escapes() {
    String nasty = "<script>alert(1)</script>";
    long check = CheckRows.of(jdbc, 90, "gaj");
    when(checks.report(check)).thenReturn(CheckRows.report(check, 90, "gaj", "公安局", CheckStatus.APPROVED,
        List.of(new CheckReport.Result("OTHER_VIOLATION", "违反其他规定", nasty)), List.of()));
    long id = disclosures.publish(check);

    assertThat(page("/disclosures/" + id)).contains("&lt;script&gt;").doesNotContain(nasty);
    assertThat(html("/disclosures?q={q}", nasty + "\"").getBody()).doesNotContain(nasty);
  }

  @ParameterizedTest
  @CsvSource({"/nirgends,404", "/disclosures/999999,404", "/disclosures/abc,404", "/disclosures?page=2,404",
      "/disclosures?page=0,400", "/disclosures?page=x,400", "/disclosures?page=1000001,400"})
  @DisplayName("找不到的页面和错误的参数，用中文说明下一步")
  void errorPages(String path, int status) {
    ResponseEntity<String> response = html(path);

    assertThat(response.getStatusCode().value()).isEqualTo(status);
    assertThat(response.getBody()).contains(status == 404 ? "没有找到这个页面" : "请求有误", "检查结果", "首页")
        .doesNotContain("Exception", "trace");
  }

  @Test
  @DisplayName("查询内容过长是错误的请求")
  void refusesLongQueries() {
    assertThat(html("/disclosures?q=" + "a".repeat(101)).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(html("/disclosures?q=" + "a".repeat(100)).getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(html("/disclosures?q={q}", "\u0000").getStatusCode()).isEqualTo(HttpStatus.OK);
  }

  @Test
  @Clause("三-16")
  @DisplayName("接口逐批给出全部公示")
  void api() {
    for (int n = 1; n <= 3; n++) {
      publish(n);
    }
    JsonNode first = http.getForObject("/public/api/disclosures?size=2", JsonNode.class);
    assertThat(first.at("/items")).hasSize(2);
    String next = "/public/api/disclosures?size=2&before=" + first.at("/nextBefore").asLong();
    JsonNode rest = http.getForObject(next, JsonNode.class);
    assertThat(rest.at("/items")).hasSize(1);
    assertThat(rest.at("/nextBefore").isNull()).isTrue();

    JsonNode one = http.getForObject("/public/api/disclosures/" + rest.at("/items/0/id").asLong(), JsonNode.class);
    assertThat(one.at("/objectName").asText()).isEqualTo(CheckRows.name(1));
    assertThat(one.at("/checkedOn").asText()).isEqualTo("2024-05-06");
    assertThat(one.at("/publishedAt").asText()).isEqualTo("2024-03-20T09:00:00+08:00");
    assertThat(one.at("/results/0/code").asText()).isEqualTo("NO_PROBLEM");
    assertThat(one.fieldNames()).toIterable().containsExactly("id", "jointInspectionId", "title", "objectNo", "objectName",
        "creditCode", "department", "departmentName", "matters", "method", "checkedOn", "results", "statement", "followUps",
        "publishedAt");
    assertThat(one.has("checkId")).isFalse();
    assertThat(one.has("objectInspectionId")).isFalse();
  }

  @Test
  @DisplayName("接口的每个字段都在说明页上")
  void documentsEveryField() {
    publish(1);
    JsonNode one = http.getForObject("/public/api/disclosures", JsonNode.class).at("/items/0");

    assertThat(one.fieldNames()).toIterable().isNotEmpty().allSatisfy(field ->
        assertThat(page("/open-data")).contains(field));
  }

  @ParameterizedTest
  @CsvSource({"/public/api/disclosures/999999,404,没有这条记录", "/public/api/disclosures/abc,400,id",
      "/public/api/disclosures?size=0,400,size", "/public/api/disclosures?size=201,400,size",
      "/public/api/disclosures?before=x,400,before", "/public/api/nirgends,404,地址", "/public/api,404,地址"})
  @DisplayName("接口出错时给出中文的问题文档")
  void problems(String path, int status, String word) {
    ResponseEntity<JsonNode> response = http.getForEntity(path, JsonNode.class);

    assertThat(response.getStatusCode().value()).isEqualTo(status);
    assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(response.getBody().at("/status").asInt()).isEqualTo(status);
    assertThat(response.getBody().at("/detail").asText()).contains(word).endsWith("。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  @DisplayName("接口只读")
  void isReadOnly(String method) {
    ResponseEntity<JsonNode> response =
        http.exchange("/public/api/disclosures", HttpMethod.valueOf(method), null, JsonNode.class);

    assertThat(response.getStatusCode()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
    assertThat(response.getBody().at("/title").asText()).isEqualTo("不支持这种请求方法");
  }

  @Test
  @DisplayName("表格可下载")
  void csv() {
    publish(1);
    ResponseEntity<String> response = http.getForEntity("/public/api/disclosures.csv?q=第1旅馆", String.class);

    assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.parseMediaType("text/csv;charset=UTF-8"));
    assertThat(response.getHeaders().getContentDisposition().isAttachment()).isTrue();
    assertThat(response.getBody()).startsWith("\uFEFF公示编号").contains(CheckRows.name(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/disclosures", "/plan", "/open-data", "/nirgends", "/public/site.css",
      "/public/api/disclosures"})
  @DisplayName("页面不引用外部资源，不执行内嵌脚本，不许被嵌入")
  void policy(String path) {
    ResponseEntity<String> response = html(path);

    assertThat(response.getHeaders().getFirst("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe", "http:", "https:");
    assertThat(response.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.getBody()).doesNotContain("<script", "style=\"", "src=\"http", "href=\"http");
  }

  @Test
  @DisplayName("年度计划公布之前不显示，公布之后人人可读，可按部门筛选")
  void plan() {
    assertThat(page("/plan?year=2023")).contains("2023年度抽查计划", "还没有公布");
    CheckRows.of(jdbc, 1, "gaj");
    jdbc.sql("insert into plan_item_matter select plan_id, row_no, 1, '示例事项' from plan_item on conflict do nothing")
        .update();
    jdbc.sql("insert into plan_item_cooperating select plan_id, row_no, 1, 'xfd' from plan_item on conflict do nothing")
        .update();

    assertThat(page("/plan")).contains("示例计划", "示例事项", "不低于30%", "1次/年", "3月-11月", "公安局", "消防队", "县抽县查");
    assertThat(page("/plan?department=xfd")).contains("共 <strong>1</strong> 项");
    assertThat(page("/plan?department=swj")).contains("共 <strong>0</strong> 项").doesNotContain("示例事项");
    assertThat(html("/plan?year=x").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);

    jdbc.sql("update annual_plan set status = 'DRAFT'").update();
    assertThat(page("/plan")).doesNotContain("示例计划", "示例事项");
    jdbc.sql("update annual_plan set status = 'PUBLISHED'").update();
  }

  @Test
  @Clause("二-5")
  @DisplayName("备案的调整随即公示：内容、备案号、日期、理由；没有备案的申请和经办人不公示")
  void filedChangesArePublic() throws IOException {
    CheckRows.of(jdbc, 1, "gaj");
    jdbc.sql("""
        insert into plan_adjustment (plan_id, row_no, change, before, reason, department, applicant, applicant_name,
          applied_at, status, reviewer, reviewer_name, reviewed_at, review_note, filing_no)
        select plan_id, row_no, '{"kind":"WINDOW","from":6,"to":10}', '{"kind":"WINDOW","from":3,"to":11}', '示例汛期<b>',
          'gaj', 'gajStaff1', '示例经办人', '2024-03-20', 'FILED', 'bgsStaff1', '示例审查人', '2024-03-31T17:00:00Z',
          '示例内部意见', '140826-2024-备-001' from plan_item limit 1;
        insert into plan_adjustment (plan_id, row_no, change, reason, department, applicant, applicant_name, applied_at)
        select plan_id, row_no, '{"kind":"CANCEL"}', '示例未备案', 'gaj', 'gajStaff1', '示例经办人', '2024-04-01'
        from plan_item limit 1""").update();

    assertThat(page("/plan")).contains("计划调整备案", "140826-2024-备-001", "2024-04-01", "示例汛期&lt;b&gt;", "已调整",
            "时间窗口由“3月-11月”调整为“6月-10月”")
        .doesNotContain("示例未备案", "示例经办人", "示例审查人", "示例内部意见", "gajStaff1", "已取消");
    var item = new ObjectMapper().readTree(http.getForObject("/public/api/plan?year=2024", String.class)).at("/items/0");
    assertThat(item.get("jointInspectionId").asText()).startsWith("140826-2024-");
    assertThat(item.get("cancelledBy").isNull()).isTrue();
    assertThat(item.at("/adjustments")).hasSize(1);
    assertThat(item.at("/adjustments/0").toString()).isEqualTo("{\"filingNo\":\"140826-2024-备-001\","
        + "\"filedOn\":\"2024-04-01\",\"applicant\":\"公安局\",\"change\":\"时间窗口由“3月-11月”调整为“6月-10月”\","
        + "\"reason\":\"示例汛期<b>\"}");

    jdbc.sql("update plan_item set cancelled_by = '140826-2024-备-002'").update();
    assertThat(page("/plan")).contains("已取消");
    jdbc.sql("truncate plan_adjustment").update();
    jdbc.sql("update plan_item set cancelled_by = null").update();
    assertThat(page("/plan")).doesNotContain("计划调整备案", "已取消", "已调整");
    assertThat(http.getForEntity("/public/api/plan?year=2023", String.class).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(http.getForEntity("/public/api/plan?year=x", String.class).getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Nested
  @ActiveProfiles("rehearsal")
  @DisplayName("演练时")
  class Rehearsal {

    @Autowired private TestRestTemplate rehearsal;

    @Test
    @DisplayName("每页写明演练，只有首页有工作人员入口")
    void saysSoOnEveryPage() {
      assertThat(rehearsal.getForObject("/", String.class))
          .contains("演练", "/camunda/app/tasklist/", "/camunda/app/cockpit/");
      assertThat(List.of("/disclosures", "/open-data", "/plan")).allSatisfy(path ->
          assertThat(rehearsal.getForObject(path, String.class)).contains("演练").doesNotContain("/camunda/"));
    }
  }

  private void publish(int number) {
    long check = CheckRows.of(jdbc, number, "gaj");
    when(checks.report(check)).thenReturn(CheckRows.report(check, number, "gaj", "公安局"));
    disclosures.publish(check);
  }

  private String page(String path) {
    ResponseEntity<String> response = html(path);
    assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
    return response.getBody();
  }

  private ResponseEntity<String> html(String path, Object... variables) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(List.of(MediaType.TEXT_HTML));
    return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class, variables);
  }
}
