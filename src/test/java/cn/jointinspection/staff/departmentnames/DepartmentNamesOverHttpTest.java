package cn.jointinspection.staff.departmentnames;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.registry.Departments;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("部门名称的门：页面、登记和删去")
class DepartmentNamesOverHttpTest extends HttpTest {

  private static final String PAGE = "/camunda/api/staff/department-names";
  private static final Map<String, String> NEW = Map.of("alias", "治安管理局", "department", "gaj");

  @Autowired Departments departments;

  @BeforeEach
  void people() {
    as("gajStaff1", "gaj");
    as("bgsStaff1", "bgs");
    identity.clearAuthentication();
  }

  @Test
  @DisplayName("办公室登记别名，立即认得；删去后不再认得；页面记下何人")
  void theOfficeKeepsNames() {
    Session office = signIn("bgsStaff1");
    assertThat(office.get(PAGE).body()).contains("文化和旅游局", "登记别名", "随程序提供的别名没有更改过");

    HttpResponse<String> added = office.post(PAGE, NEW);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    assertThat(tree(added).get("location").asText()).isEqualTo(PAGE + "#gaj");
    assertThat(departments.resolve("县治安管理局").department()).isPresent();
    assertThat(office.get(PAGE).body()).contains("治安管理局", "示例bgsStaff1 ");

    String removal = PAGE + "/" + one("select id from department_alias where alias = '治安管理局'") + "/removal";
    assertThat(office.post(removal, Map.of()).statusCode()).isEqualTo(200);
    assertThat(departments.resolve("治安管理局").department()).isEmpty();
    assertThat(tree(office.post(removal, Map.of())).get("code").asText()).isEqualTo("AliasGone");
    assertThat(one("select added_by || ' ' || removed_by from department_alias where alias = '治安管理局'"))
        .isEqualTo("bgsStaff1 bgsStaff1");
  }

  @Test
  @DisplayName("已认得的、不像名称的、没有的部门，用中文拒绝，什么也没有登记")
  void refusesBadNames() {
    Session office = signIn("bgsStaff1");
    Map.of("县文化和旅游局", "“县文化和旅游局”已识别为文旅局", "公安局、消防队", "应是一个部门的名称", "", "应是一个部门的名称")
        .forEach((alias, expected) -> {
          HttpResponse<String> refused = office.post(PAGE, Map.of("alias", alias, "department", "gaj"));
          assertThat(refused.statusCode()).isEqualTo(422);
          assertThat(tree(refused).get("detail").asText()).contains(expected);
        });
    assertThat(tree(office.post(PAGE, Map.of("alias", "治安管理局", "department", "xyz"))).get("code").asText())
        .isEqualTo("UnknownDepartment");
    assertThat(tree(office.post(PAGE, Map.of("alias", "治安管理局"))).get("code").asText()).isEqualTo("UnknownDepartment");
    assertThat(one("select count(*) from department_alias where added_at is not null")).isEqualTo("0");
  }

  @Test
  @DisplayName("部门人员看得到、试得了，不能登记和删去")
  void departmentsRead() {
    Session staff = signIn("gajStaff1");

    assertThat(staff.get(PAGE).body()).contains("文化和旅游局").doesNotContain("登记别名", "/removal");
    assertThat(staff.get(PAGE + "?text=" + URLEncoder.encode("县文旅局、商务局", StandardCharsets.UTF_8)).body())
        .contains("县文旅局", "没有“商务局”");
    String id = one("select id from department_alias where alias = '水利局'");
    for (HttpResponse<String> refused : List.of(
        staff.post(PAGE, NEW), staff.post(PAGE + "/" + id + "/removal", Map.of()))) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(tree(refused).get("code").asText()).isEqualTo("OnlyTheOfficeKeepsNames");
    }
    assertThat(departments.resolve("水利局").department()).isPresent();
  }

  @Test
  @DisplayName("没有登录、没有防伪标记的请求进不来")
  void othersStayOutside() {
    assertThat(anonymous("GET", PAGE).statusCode()).isEqualTo(401);
    assertThat(anonymous("POST", PAGE).statusCode()).isEqualTo(403);
    assertThat(signIn("bgsStaff1").refused(PAGE, NEW).statusCode()).isEqualTo(403);
    assertThat(departments.resolve("治安管理局").department()).isEmpty();
  }
}
