package cn.jointinspection.staff.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.calendar.YearOf2027;
import cn.jointinspection.engine.doors.HttpTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("放假安排的门：页面和上传")
class HolidaysOverHttpTest extends HttpTest {

  private static final String PAGE = "/camunda/api/staff/holidays";

  @Autowired WorkingDays workingDays;

  @BeforeEach
  void people() {
    as("gajStaff1", "gaj");
    as("bgsStaff1", "bgs");
    identity.clearAuthentication();
  }

  @AfterEach
  void forget2027() {
    jdbc.sql("delete from holiday where year = 2027").update();
    jdbc.sql("delete from holiday_year where year = 2027").update();
    jdbc.sql("delete from holiday_upload").update();
  }

  @Test
  @DisplayName("办公室上传下一年的表：页面先填好缺的年份，看过改动，确认后才生效")
  void theOfficeAddsAYear() {
    Session office = signIn("bgsStaff1");
    assertThat(office.get(PAGE).body()).contains("name=\"year\" min=\"2000\" max=\"2200\" required value=\"2027\"");
    assertThat(office.get(PAGE + "?year=2025").body()).contains("required value=\"2025\"");

    HttpResponse<String> uploaded = upload(office, "2027", YearOf2027.NOTICE, YearOf2027.CSV);
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
    String draft = tree(uploaded).get("location").asText();
    assertThat(office.get(draft).body()).contains(YearOf2027.NOTICE, "2027年放假安排", "中秋节");
    assertThat(workingDays.knows(2027)).isFalse();

    assertThat(office.post(draft + "/effect", Map.of()).statusCode()).isEqualTo(200);
    assertThat(workingDays.knows(2027)).isTrue();
    assertThat(tree(office.post(draft + "/effect", Map.of())).get("code").asText()).isEqualTo("HolidayUploadOvertaken");
    assertThat(office.get(PAGE + "?year=2027").body()).contains(YearOf2027.NOTICE, "示例bgsStaff1");
  }

  @Test
  @DisplayName("部门人员看得到，不能上传、采用或作废")
  void departmentsRead() {
    Session office = signIn("bgsStaff1");
    String draft = tree(upload(office, "2027", YearOf2027.NOTICE, YearOf2027.CSV)).get("location").asText();
    Session staff = signIn("gajStaff1");

    assertThat(staff.get(PAGE).body()).contains("2024年", "春节").doesNotContain("上传并核对");
    for (HttpResponse<String> refused : List.of(
        upload(staff, "2028", "示例", YearOf2027.CSV), staff.post(draft + "/effect", Map.of()),
        staff.post(draft + "/discard", Map.of()))) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(tree(refused).get("code").asText()).isEqualTo("OnlyTheOfficeKeepsHolidays");
    }
    assertThat(one("select string_agg(status, ',') from holiday_upload")).isEqualTo("DRAFT");
    assertThat(workingDays.knows(2027)).isFalse();
  }

  @Test
  @DisplayName("坏文件：说明哪一行错在哪里，什么也没有保存")
  void aBadFile() {
    Session office = signIn("bgsStaff1");
    Map<String, String> expected = Map.of(
        YearOf2027.CSV.replace("2027-02-14,上班", "2027-02-30,上班"), "第 8 行",
        "日期,类型\n2027-01-01,放假\n", "缺少列：名称",
        "", "文件里没有任何内容");
    expected.forEach((bad, problem) -> {
      HttpResponse<String> refused = upload(office, "2027", YearOf2027.NOTICE, bad);
      assertThat(refused.statusCode()).as(bad).isEqualTo(422);
      assertThat(tree(refused).get("detail").asText()).contains(problem);
    });
    assertThat(tree(upload(office, "2027", " ", YearOf2027.CSV)).get("detail").asText()).contains("文号");
    assertThat(one("select count(*) from holiday_upload")).isEqualTo("0");
  }

  private HttpResponse<String> upload(Session session, String year, String notice, String csv) {
    String field = "--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: %s\r\n\r\n%s\r\n";
    String plain = "text/plain; charset=utf-8";
    String body = field.formatted("year", "", plain, year) + field.formatted("notice", "", plain, notice)
        + field.formatted("file", "; filename=\"2027.csv\"", "text/csv", csv) + "--part--\r\n";
    return session.send(request("POST", PAGE, Map.of())
        .setHeader("Content-Type", "multipart/form-data; boundary=part")
        .POST(HttpRequest.BodyPublishers.ofString(body)), true);
  }
}
