package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.jointinspection.Clause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("另一份独立写成的核验程序（verifier/verify.mjs）")
class JavaScriptVerifierTest {

  private record Outcome(int code, String printed) {}

  static List<Path> whole() {
    return WorkedDraws.whole();
  }

  static List<Path> broken() {
    return WorkedDraws.broken();
  }

  private static Outcome verify(Path folder) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder("node", "verifier/verify.mjs", folder.toString()).redirectErrorStream(true).start();
    } catch (IOException e) {
      return fail("这个测试要用 PATH 上的 node（Node.js 18 或更新）：请安装后重试。", e);
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), printed);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whole")
  @Clause("三-1")
  @DisplayName("与本系统一致：样例全部核验通过")
  void agreesOnEveryWorkedDraw(Path folder) throws Exception {
    Outcome outcome = verify(folder);

    assertThat(outcome.printed().lines().filter(line -> line.startsWith("✓"))).hasSize(Stage.values().length);
    assertThat(outcome.code()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  @Clause("三-1")
  @DisplayName("与本系统一致：停在同一阶段，或指出同一文件和行")
  void agreesOnEveryBrokenDraw(Path folder) throws Exception {
    String[] expected = Files.readString(folder.resolve("expected.txt")).strip().split(" ");

    Outcome outcome = verify(folder);

    if (expected[0].equals("stage")) {
      assertThat(outcome.printed()).contains("✗ " + expected[1] + " ", "应为", "实为");
      assertThat(outcome.code()).isEqualTo(1);
    } else {
      String line = expected[2].equals("0") ? "" : " 第 " + expected[2] + " 行";
      assertThat(outcome.printed()).startsWith("输入缺失或格式有误：" + expected[1] + line + "：");
      assertThat(outcome.code()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("与本系统一致：十万个候选")
  void agreesOnAHundredThousandCandidates(@TempDir Path folder) throws Exception {
    LargeDraw.write(folder, 100_000);
    Transcript drawn = LargeDraw.inputs().draw(DrawFiles.in(folder));
    Files.write(folder.resolve(DrawFiles.TRANSCRIPT), drawn.toBytes());

    Outcome outcome = verify(folder);

    assertThat(drawn.selected()).hasSize(3_000);
    assertThat(outcome.printed()).contains("✓ events");
    assertThat(outcome.code()).isZero();
  }
}
