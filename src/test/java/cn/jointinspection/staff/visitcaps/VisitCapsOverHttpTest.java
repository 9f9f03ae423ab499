package cn.jointinspection.staff.visitcaps;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.registry.VisitCaps;
import cn.jointinspection.registry.Visits;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("频次上限的网页：办公室规定，大家看谁快满了")
class VisitCapsOverHttpTest extends HttpTest {

  private static final String PAGE = "/camunda/api/staff/visit-caps";

  @Autowired Visits visits;
  @Autowired VisitCaps caps;

  private String category;

  @BeforeEach
  void people() {
    county.hotels(2, 0, 0, 0);
    category = one("select min(category) from inspection_object");
    as("bgsStaff1", "bgs");
    as("gajStaff1", "gaj");
    identity.clearAuthentication();
  }

  @AfterEach
  void noCaps() {
    jdbc.sql("delete from visit_cap").update();
  }

  @Test
  @Clause("三-9")
  @DisplayName("办公室规定和取消上限，缺依据的不收；部门只看")
  void theOfficeSetsThem() {
    Session office = signIn("bgsStaff1");
    Map<String, Object> cap = Map.of("category", category, "most", 2, "reason", "示例〈上限〉文件");

    HttpResponse<String> refused = signIn("gajStaff1").post(PAGE, cap);
    assertThat(tree(refused).get("code").asText()).isEqualTo("OnlyTheOfficeSetsCaps");
    assertThat(office.post(PAGE, Map.of("category", category, "most", 2, "reason", " ")).body()).contains("请写明依据");
    assertThat(caps.all()).isEmpty();

    assertThat(office.post(PAGE, cap).statusCode()).isEqualTo(200);
    assertThat(office.get(PAGE).body()).contains("2 次", "示例〈上限〉文件", "取消上限");
    assertThat(signIn("gajStaff1").get(PAGE).body()).contains("2 次", "上限由领导小组办公室规定").doesNotContain("取消上限");
    assertThat(office.post(PAGE + "/removal", Map.of("category", category)).statusCode()).isEqualTo(200);
    assertThat(office.get(PAGE).body()).contains("还没有规定任何上限");
  }

  @Test
  @Clause("三-9")
  @DisplayName("快满的和已满的列出来，也能导出")
  void listsThoseNear() {
    signIn("bgsStaff1").post(PAGE, Map.of("category", category, "most", 2, "reason", "示例文件"));
    visits.tell("140826:A001", gaj("j1", START.toLocalDate()), null, null);
    visits.tell("140826:A001", gaj("j2", START.toLocalDate().plusDays(1)), null, null);
    visits.tell("140826:A002", gaj("j1", START.toLocalDate()), null, null);

    Session clerk = signIn("gajStaff1");

    assertThat(clerk.get(PAGE).body()).containsSubsequence("示例旅馆A001", "已达上限", "示例旅馆A002", "还可检查一次");
    assertThat(clerk.get(PAGE + "/export.csv").body()).contains(
        "140826:A001,示例旅馆A001," + category + ",2,2,2024-03-21", "140826:A002,示例旅馆A002," + category + ",1,2,2024-03-20");
    assertThat(clerk.get(PAGE + "/export.xlsx").headers().firstValue("Content-Disposition").orElseThrow())
        .contains(".xlsx");
  }

  private static Visits.Planned gaj(String joint, LocalDate on) {
    return new Visits.Planned(joint, "gaj", on);
  }
}
