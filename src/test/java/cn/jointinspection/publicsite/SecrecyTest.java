package cn.jointinspection.publicsite;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.draw.DrawRows;
import cn.jointinspection.inspection.CheckRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Asks every address the application answers, also those added later, as somebody who is not signed in. */
@DisplayName("检查之前，谁也不能从公开网址得知抽中了哪一户")
@ActiveProfiles("process-test")
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SecrecyTest {

  private static final int DRAWN = 4711;
  private static final String OBJECT_NO = "示例编号-04711";
  private static final String DRAW = "140826-2024-008-1";
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}?}|\\*\\*?");
  private static final List<String> OTHERS = List.of("/engine-rest/task", "/engine-rest/process-instance",
      "/engine-rest/history/variable-instance",
      "/camunda/api/engine/engine/default/task", "/camunda/api/engine/engine/default/process-instance", "/actuator", "/actuator/env", "/actuator/health", "/forms/",
      "/public/", "/v3/api-docs");

  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private List<String> ids;

  @BeforeEach
  void aFirmIsDrawn() {
    long check = CheckRows.of(jdbc, DRAWN, "gaj");
    DrawRows.add(jdbc, DRAW, CheckRows.JOINT_INSPECTION, true);
    jdbc.sql("insert into draw_selected values (:id, 1, :object, 'B', repeat('4', 64)) on conflict do nothing")
        .param("id", DRAW).param("object", OBJECT_NO).update();
    jdbc.sql("insert into draw_file values (:id, 'candidates.jsonl', repeat('5', 64), :content) on conflict do nothing")
        .param("id", DRAW).param("content", OBJECT_NO.getBytes(StandardCharsets.UTF_8)).update();
    jdbc.sql("update object_inspection set status = 'STARTED'").update();
    jdbc.sql("update joint_inspection set draw_id = ?").param(DRAW).update();
    ids = List.of(String.valueOf(check), String.valueOf(DRAWN), "1", CheckRows.JOINT_INSPECTION, DRAW, OBJECT_NO,
        CheckRows.JOINT_INSPECTION + "/" + DRAWN, "candidates.jsonl", "transcript.json");
  }

  @Test
  @DisplayName("逐一访问全部网址：名称、编号、信用代码都不出现")
  void noAddressTells() {
    Set<String> addresses = addresses();
    assertThat(addresses)
        .contains("/", "/disclosures", "/plan", "/public/api/disclosures", "/public/api/disclosures.csv",
            "/draws", "/draws/1", "/public/api/draws", "/public/api/draws/1",
            "/public/api/draws/1/files/candidates.jsonl", "/camunda/api/staff/draws/1/result")
        .hasSizeGreaterThan(20);

    for (String address : addresses) {
      for (String accept : List.of("text/html", "application/json", "*/*")) {
        ResponseEntity<String> response = http.exchange(
            address + "?q={q}&size=200&year=2024", HttpMethod.GET, asking(accept), String.class, "旅馆");
        assertThat(response.getBody() == null ? "" : response.getBody().replace(address, ""))
            .as("%s as %s", address, accept)
            .doesNotContain(CheckRows.name(DRAWN)).doesNotContain("91140826EX0004711X").doesNotContain(OBJECT_NO);
      }
    }
  }

  @Test
  @DisplayName("最后一户的联合检查完成之前不公开，完成之后才公开名单和抽取结果")
  void everythingIsPublicAfterTheLastVisit() {
    String file = "/public/api/draws/1/files/candidates.jsonl";
    assertThat(get(file)).contains("还没有公开").doesNotContain(OBJECT_NO);

    jdbc.sql("update object_inspection set status = 'CHECKED'").update();

    assertThat(get(file)).isEqualTo(OBJECT_NO);
    assertThat(get("/draws/1")).contains(OBJECT_NO).contains(CheckRows.name(DRAWN));
    assertThat(get("/public/api/draws")).doesNotContain(OBJECT_NO).contains("\"opened\":null");
    assertThat(get("/camunda/api/staff/draws/1/result")).doesNotContain(OBJECT_NO);
    assertThat(get("/disclosures")).doesNotContain(CheckRows.name(DRAWN));
  }

  @Test
  @DisplayName("知道日历订阅地址的人也读不到检查对象的名称")
  void theCalendarDoesNotTell() {
    jdbc.sql("""
        insert into calendar_feed (department, token_hash, made_at, made_by, made_by_name)
        values ('gaj', sha256('secret'), now(), 'test', 'test') on conflict do nothing""").update();
    jdbc.sql("""
        insert into participation (joint_inspection_id, department, role, position) values (?, 'gaj', 'LEAD', 1)
        on conflict do nothing""").param(CheckRows.JOINT_INSPECTION).update();

    ResponseEntity<String> calendar = http.getForEntity("/calendar/gaj/secret.ics", String.class);

    assertThat(calendar.getStatusCode().value()).isEqualTo(200);
    assertThat(calendar.getBody()).contains("BEGIN:VCALENDAR", CheckRows.JOINT_INSPECTION)
        .doesNotContain(CheckRows.name(DRAWN)).doesNotContain("91140826EX0004711X").doesNotContain(OBJECT_NO);
    assertThat(http.getForEntity("/calendar/gaj/wrong.ics", String.class).getStatusCode().value()).isEqualTo(404);
  }

  private String get(String address) {
    return http.exchange(address, HttpMethod.GET, asking("*/*"), String.class).getBody();
  }

  private Set<String> addresses() {
    Set<String> addresses = new TreeSet<>(OTHERS);
    for (RequestMappingInfo mapping : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
      if (mapping.getMethodsCondition().isEmpty()
          || mapping.getMethodsCondition().getMethods().stream().anyMatch(method -> method.name().equals("GET"))) {
        mapping.getPatternValues().forEach(pattern -> addresses.addAll(filled(pattern)));
      }
    }
    return addresses;
  }

  private List<String> filled(String pattern) {
    List<String> done = new ArrayList<>(List.of(pattern));
    while (VARIABLE.matcher(done.get(0)).find()) {
      List<String> next = new ArrayList<>();
      for (String open : done) {
        for (String id : ids) {
          next.add(VARIABLE.matcher(open).replaceFirst(Matcher.quoteReplacement(id)));
        }
      }
      done = next;
    }
    return done;
  }

  private static HttpEntity<Void> asking(String accept) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(List.of(MediaType.parseMediaType(accept)));
    return new HttpEntity<>(headers);
  }
}
