package cn.jointinspection.publicsite;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DisplayName("公示网站：随机抽查事项清单（一-1）")
@ActiveProfiles("site")
@SpringBootTest(classes = PublicSiteTest.Slice.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublicMattersTest {

  private static final String HEADS = "抽查事项,抽查类别,检查对象,检查依据,检查方式,抽查比例,抽查频次,检查要点,要点依据,回答方式,计量单位\n";

  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private RegistryChanges changes;
  @MockitoBean private DepartmentChecks checks;
  @MockitoBean private PublicDraws draws;

  @BeforeEach
  void twoVersions() throws IOException {
    jdbc.sql("truncate inspection_item, registry_change, registry_change_row, registry_history cascade").update();
    inForce("首次公布", HEADS + "旅馆检查,治安管理,各类旅馆,示例办法,实地检查,不低于30%,1次/年,登记<b>一致</b>,第六条,,\n,,,,,,,=前台人数,,数值,人\n保安检查,,,,,,,,,,\n");
    inForce("比例调整", "抽查事项,抽查比例,状态,检查要点\n旅馆检查,50%,,=前台人数\n保安检查,,停用,\n");
  }

  private void inForce(String reason, String csv) throws IOException {
    long id = changes.propose(new Proposal(ChangeKind.MATTERS, "gaj", "清单.csv", reason, false),
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), List.of("gaj"),
        new Actor("gajStaff1", "不公开经办", Set.of("gaj")));
    assertThat(changes.read(id)).as(() -> changes.get(id).refusal() + changes.problems(id, 1, 9).items()).isTrue();
    changes.decide(id, true, null, new Actor("gajReviewer1", "不公开审核", Set.of("gajReview")));
    assertThat(changes.putInForce(id)).isTrue();
  }

  private ResponseEntity<String> html(String path, Object... values) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(List.of(MediaType.TEXT_HTML));
    return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class, values);
  }

  private String page(String path, Object... values) {
    ResponseEntity<String> response = html(path, values);
    assertThat(response.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
    return response.getBody();
  }

  @Test
  @Clause("一-1")
  @DisplayName("从首页到各部门、到一项事项和它的要点，不登录、不用脚本")
  void readable() {
    assertThat(page("/")).contains("href=\"/matters\"");
    assertThat(page("/matters")).contains("/matters/gaj", "公安局", "第2版").doesNotContain("教育局");
    assertThat(page("/matters/gaj")).contains("旅馆检查", "治安管理", "各类旅馆", "实地检查", "50%", "1次/年", "=前台人数", "数值（人）",
        "第1版", "第2版", "首次公布", "比例调整").doesNotContain("保安检查", "<script", "不公开");
    assertThat(page("/matters/jyj")).contains("没有在用的抽查事项", "还没有变更记录");
    for (String nowhere : List.of("/matters/bgs", "/matters/nirgends", "/matters/gaj/3", "/matters/gaj/0")) {
      assertThat(html(nowhere).getStatusCode()).as(nowhere).isEqualTo(HttpStatus.NOT_FOUND);
    }
  }

  @Test
  @Clause("一-1")
  @DisplayName("每一版都看得到：当时的清单，和这一版改了什么；标记只是文字")
  void versions() {
    assertThat(page("/matters/gaj/2")).contains("“旅馆检查”的抽查比例由“不低于30%”改为“50%”", "停用“保安检查”",
        "停用“旅馆检查”的检查要点“登记&lt;b&gt;一致&lt;/b&gt;”", "“=前台人数”的序号由“2”改为“1”").doesNotContain("<b>一致");
    assertThat(page("/matters/gaj/1")).contains("这是以前的版本", "不低于30%", "登记&lt;b&gt;", "列入“旅馆检查”，检查要点 2 条", "列入“保安检查”");
  }

  @Test
  @DisplayName("按文字查得到事项，查询内容中的标记只是文字")
  void search() {
    assertThat(page("/matters?q={q}", "前台人数")).contains("旅馆检查", "#matter-");
    assertThat(page("/matters?q=保安检查")).contains("没有找到");
    assertThat(page("/matters?q={q}", "<script>\u0000")).contains("&lt;script&gt;").doesNotContain("<script>");
    assertThat(html("/matters?q=" + "a".repeat(101)).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  @DisplayName("接口和表格：全部事项、要点和版本，公式写成文字，不写何人")
  void openData() {
    JsonNode all = http.getForObject("/public/api/matters", JsonNode.class);
    assertThat(all.at("/items/0/departmentName").asText()).isEqualTo("公安局");
    assertThat(all.at("/items/0/version/number").asInt()).isEqualTo(2);
    assertThat(all.at("/items/0/matters/0/points/0/unit").asText()).isEqualTo("人");
    assertThat(all.toString()).doesNotContain("不公开");

    JsonNode first = http.getForObject("/public/api/matters/gaj?version=1", JsonNode.class);
    assertThat(first.at("/matters")).hasSize(2);
    assertThat(first.at("/versions")).hasSize(2);
    assertThat(http.getForObject("/public/api/matters/gaj", JsonNode.class).at("/matters")).hasSize(1);
    assertThat(http.getForEntity("/public/api/matters/nix", String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);

    String csv = new String(http.getForObject("/public/api/matters.csv", byte[].class), StandardCharsets.UTF_8);
    assertThat(csv.lines()).containsExactly("\uFEFF部门,抽查事项,抽查类别,检查对象,检查依据,检查方式,抽查比例,抽查频次,状态,检查要点,要点依据,回答方式,计量单位",
        "公安局,旅馆检查,治安管理,各类旅馆,示例办法,实地检查,50%,1次/年,在用,'=前台人数,,数值,人");
    assertThat(page("/open-data")).contains("/public/api/matters.csv", "随机抽查事项清单的字段");
  }
}
