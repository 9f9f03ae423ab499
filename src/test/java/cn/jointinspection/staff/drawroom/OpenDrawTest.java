package cn.jointinspection.staff.drawroom;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Stage;
import cn.jointinspection.draw.engine.Verifier;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("什么时候公开什么：冻结、抽取、最后一户检查完")
class OpenDrawTest extends RoomTest {

  private static final String DRAW = "/public/api/draws/1";
  /** What others have built upon: names and order stay. */
  private static final String[] FIELDS = {"number", "id", "jointInspectionId", "title", "status", "prev", "freeze",
      "frozenAt", "candidates", "candidatesByStratum", "excludedByReason", "publicValueKind", "publicValueSource",
      "drawnAt", "transcriptSha256", "transcriptSha256Now", "abandonedAt", "abandonedReason", "opened"};

  @Test
  @Clause("三-1")
  @DisplayName("冻结后公布编号、冻结值和数量；抽取后加公布记录的摘要；此前没有随机数、种子和名单")
  void beforeTheLastVisit() throws IOException {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    frozen("dice");

    JsonNode frozen = json(DRAW);
    assertThat(frozen.get("freeze").asText()).isEqualTo(one("select \"freeze\" from draw"));
    assertThat(frozen.get("frozenAt").asText()).isEqualTo("2024-03-20T09:00:00+08:00");
    assertThat(frozen.get("candidatesByStratum").toString()).isEqualTo("{\"A\":8,\"B\":6,\"C\":4,\"D\":2}");
    assertThat(frozen.get("publicValueSource").asText()).isEqualTo("示例骰子");
    assertThat(frozen.get("status").get("code").asText()).isEqualTo("FROZEN");
    assertThat(frozen.get("transcriptSha256").isNull()).isTrue();
    assertThat(frozen.fieldNames()).toIterable().containsExactly(FIELDS);
    assertThat(text("/draws")).contains("第 1 次").contains("名单已冻结");

    drawOn();
    JsonNode drawn = json(DRAW);
    assertThat(drawn.get("transcriptSha256").asText()).isEqualTo(one("select transcript_sha256 from draw"));
    assertThat(drawn.get("opened").isNull()).isTrue();
    assertThat(drawn.fieldNames()).toIterable().containsExactly(FIELDS);
    assertThat(json("/public/api/draws").get("items").get(0)).isEqualTo(drawn);
    assertThat(text(DRAW) + text("/draws/1") + text("/public/api/draws"))
        .doesNotContain(NONCE).doesNotContain(VALUE).doesNotContain(one("select seed from draw"))
        .doesNotContain(all("select object_no from draw_selected"))
        .doesNotContain(all("select certificate_no from inspector"));
    assertThat(get(DRAW + "/files/candidates.jsonl").statusCode()).isEqualTo(422);
    assertThat(json("/public/api/draws").get("items")).hasSize(1);
    assertThat(get("/public/api/draws/2").statusCode()).isEqualTo(404);
    assertThat(get("/draws/2").statusCode()).isEqualTo(404);
  }

  @Test
  @Clause("三-1")
  @DisplayName("最后一户检查完，六个文件逐字节公开，程序和浏览器都核验通过，能查一户的票号和名次")
  void afterTheLastVisit() throws IOException {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    frozen("dice");
    drawOn();
    DEPARTMENTS.forEach(department -> accept(department, true));
    runAsyncSteps();
    String last = one("select max(id) from object_inspection");
    jdbc.sql("update object_inspection set status = 'CHECKED' where id <> ?").param(last).update();
    for (String toCome : List.of("PLANNED", "STARTED")) {
      status(last, toCome);
      assertThat(get(DRAW + "/files/candidates.jsonl").statusCode()).as(toCome).isEqualTo(422);
    }

    for (String ended : List.of("CHECKED", "FINISHED", "SUBSTITUTED", "VOID")) {
      status(last, ended);
      assertThat(get(DRAW + "/files/candidates.jsonl").statusCode()).as(ended).isEqualTo(200);
    }

    assertThat(json(DRAW).fieldNames()).toIterable().containsExactly(FIELDS);
    JsonNode opened = json(DRAW).get("opened");
    assertThat(opened.fieldNames()).toIterable()
        .containsExactly("contributions", "publicValue", "seed", "selected", "files");
    assertThat(opened.get("seed").asText()).isEqualTo(one("select seed from draw"));
    assertThat(opened.get("contributions").get("xfd").asText()).isEqualTo(NONCE);
    Map<String, byte[]> files = new HashMap<>();
    for (JsonNode file : opened.get("files")) {
      HttpResponse<byte[]> answer = bytes(file.get("address").asText());
      assertThat(answer.headers().firstValue("ETag")).contains('"' + file.get("sha256").asText() + '"');
      assertThat(answer.body()).hasSize(file.get("size").asInt());
      files.put(file.get("name").asText(), answer.body());
    }
    List<Stage> passed = new ArrayList<>();
    byte[] transcript = files.remove(DrawFiles.TRANSCRIPT);
    Verifier.verify(DrawFiles.of(files), transcript, passed::add);
    assertThat(passed).containsExactly(Stage.values());
    assertThat(get(DRAW + "/files/other.json").statusCode()).isEqualTo(404);

    Page page = browser.newPage();
    page.navigate(url("/draws/1"));
    assertThat(page.locator("table.drawn tbody tr")).hasCount(Integer.parseInt(one("select count(*) from draw_selected")));
    page.click("text=在浏览器中核验");
    assertThat(page.locator("#stages li.passed")).hasCount(8);
    page.fill("#id", one("select object_no from draw_selected where visit_no = 2"));
    page.click("#ask button");
    assertThat(page.locator("#answer")).containsText("抽中，检查顺序第 2 位");
    assertThat(page.locator("#answer")).containsText(one("select ticket from draw_selected where visit_no = 2"));
    page.close();
  }

  private void status(String objectInspection, String status) {
    jdbc.sql("update object_inspection set status = ? where id = ?").params(status, objectInspection).update();
  }

  @Test
  @DisplayName("作废的抽取只公布编号、冻结值和原因，名单永不公开")
  void anAbandonedDrawIsNeverOpened() throws IOException {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    frozen("dice");
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    abandon("骰子遗失");

    assertThat(json(DRAW).get("abandonedReason").asText()).isEqualTo("骰子遗失");
    assertThat(json(DRAW).fieldNames()).toIterable().containsExactly(FIELDS);
    assertThat(text("/draws/1")).contains("骰子遗失").contains(one("select \"freeze\" from draw"));
    assertThat(get(DRAW + "/files/candidates.jsonl").statusCode()).isEqualTo(422);
    Page page = browser.newPage();
    page.navigate(url("/verify?draw=1"));
    page.waitForSelector("#fetched.fails", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
    assertThat(page.locator("#fetched")).containsText("第 1 次抽取已作废（骰子遗失）");
    page.close();
    assertThat(INSPECTION).isEqualTo(json(DRAW).get("jointInspectionId").asText());
  }
}
