package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.Scene.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@InspectionTest
@DisplayName("证据：按内容识别、只存一次、只增不改")
class EvidenceStoreTest {

  private static final byte[] PNG = HexFormat.of().parseHex(
      "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");

  @Autowired Scene scene;
  @Autowired EvidenceStore store;
  @Autowired DepartmentChecks checks;

  private long check() {
    return checks.get(scene.noticed(), "gaj").id();
  }

  @Test
  @Clause("三-12")
  @DisplayName("检查组的人保存的证据，内容与校验值不变")
  void kept() {
    long check = check();

    Evidence kept = store.add(check, "现场/照片 1.png", PNG, inspector("GA002"));

    assertThat(kept.fileName()).isEqualTo("照片 1.png");
    assertThat(kept.mediaType()).isEqualTo("image/png");
    assertThat(kept.size()).isEqualTo(PNG.length);
    assertThat(kept.sha256()).isEqualTo(Sha256.hex(PNG));
    assertThat(store.content(kept.id())).isEqualTo(PNG);
    assertThat(store.ofCheck(check)).containsExactly(kept);
  }

  @Test
  @DisplayName("同一内容换个名字也只存一次，同一检查可存多份不同的证据")
  void onlyOnce() {
    long check = check();
    store.add(check, "1.png", PNG, inspector("GA001"));

    assertThatThrownBy(() -> store.add(check, "2.png", PNG, inspector("GA002")))
        .isInstanceOf(EvidenceRules.EvidenceIsKeptOnce.class);
    store.add(check, "笔录.txt", "示例笔录".getBytes(StandardCharsets.UTF_8), inspector("GA001"));
    assertThat(store.ofCheck(check)).hasSize(2);
  }

  @Test
  @DisplayName("不在组内的人不能保存；公示后不能再保存")
  void whoAndWhen() {
    String object = scene.noticed();
    long check = checks.get(object, "gaj").id();
    assertThatThrownBy(() -> store.add(check, "1.png", PNG, inspector("GA003")))
        .isInstanceOf(CheckRules.OnlyTheTeamInForce.class);
    scene.allPublished(object);

    assertThatThrownBy(() -> store.add(check, "1.png", PNG, inspector("GA001")))
        .isInstanceOf(CommonRules.WrongInspectionStatus.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      图.svg  | <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
      图.png  | <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
      页.html | <html><body>x</body></html>
      页.txt  | <!DOCTYPE html><html><script>alert(1)</script></html>
      页.jpg  | <html><body>x</body></html>
      码.js   | alert(1)
      本.docx | 不是压缩文件
      程序.txt| MZ\u0000\u0000
      """)
  @DisplayName("会被浏览器或电脑执行的文件，换了扩展名也不接受")
  void activeContentIsRefused(String name, String content) {
    byte[] bytes = content.replace("\\u0000", "\0").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> EvidenceRules.harmlessType(bytes, name))
        .isInstanceOf(EvidenceRules.OnlyHarmlessEvidence.class).hasMessageContaining(name);
  }

  @Test
  @DisplayName("Word 文件须真是 Word 文件，且不带宏")
  void officeFiles() throws IOException {
    assertThat(EvidenceRules.harmlessType(zip("[Content_Types].xml", "word/document.xml"), "笔录.docx"))
        .endsWith("wordprocessingml.document");
    assertThatThrownBy(() -> EvidenceRules.harmlessType(zip("a.exe"), "笔录.docx"))
        .isInstanceOf(EvidenceRules.OnlyHarmlessEvidence.class);
    assertThatThrownBy(() -> EvidenceRules.harmlessType(
        zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "笔录.docx"))
        .isInstanceOf(EvidenceRules.OnlyHarmlessEvidence.class);
  }

  private static byte[] zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
    }
    return bytes.toByteArray();
  }

  @Test
  @DisplayName("一个字节到二十兆字节之间")
  void size() {
    EvidenceRules.sizeFits(new byte[1]);
    EvidenceRules.sizeFits(new byte[EvidenceRules.MOST_BYTES]);
    assertThatThrownBy(() -> EvidenceRules.sizeFits(new byte[0])).isInstanceOf(EvidenceRules.EvidenceSizeFits.class);
    assertThatThrownBy(() -> EvidenceRules.sizeFits(new byte[EvidenceRules.MOST_BYTES + 1]))
        .isInstanceOf(EvidenceRules.EvidenceSizeFits.class).hasMessageContaining("20 MB");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "../../etc/passwd, passwd", "C:\\照片\\1.jpg, 1.jpg", "a\"b;c.png, a_b_c.png", "...., 未命名", "'', 未命名",
    "照\u202E片gpj.exe, 照片gpj.exe"
  })
  @DisplayName("文件名只留名字本身")
  void cleanNames(String given, String kept) {
    assertThat(EvidenceRules.cleanName(given)).isEqualTo(kept);
  }
}
