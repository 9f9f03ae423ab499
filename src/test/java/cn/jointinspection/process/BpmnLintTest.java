package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("流程模型合乎通行的画法")
class BpmnLintTest {

  private static final Path LINT = Path.of("target", "bpmnlint").toAbsolutePath();

  @BeforeAll
  static void installTheLinter() throws Exception {
    Files.createDirectories(LINT);
    for (String name : List.of("package.json", "package-lock.json", ".bpmnlintrc")) {
      Files.write(LINT.resolve(name), Files.readAllBytes(Path.of("src", "test", "bpmnlint", name)));
    }
    assertThat(run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"))).isZero();
  }

  @Test
  @DisplayName("bpmnlint（recommended 与 camunda-compat 7.24）没有一条错误或警告")
  void noErrorAndNoWarning() throws Exception {
    List<String> command =
        new ArrayList<>(List.of("node", "node_modules/bpmnlint/bin/bpmnlint.js", "--max-warnings", "0"));
    try (var models = Files.newDirectoryStream(Path.of("processes"), "*.bpmn")) {
      models.forEach(model -> command.add(model.toAbsolutePath().toString()));
    }
    assertThat(command).as("models").hasSizeGreaterThanOrEqualTo(4 + 6);

    assertThat(run(command)).as("see target/bpmnlint/output.txt").isZero();
    assertThat(Files.readString(LINT.resolve("output.txt"))).doesNotContain("warning").doesNotContain("error");
  }

  @Test
  @DisplayName("锁定的依赖只来自 npm 官方源，且都带校验值")
  void lockedPackagesComeFromTheRegistry() throws IOException {
    String lock = Files.readString(Path.of("src", "test", "bpmnlint", "package-lock.json"));

    assertThat(Pattern.compile("\"resolved\": \"([^\"]*)\"").matcher(lock).results().map(url -> url.group(1)))
        .allSatisfy(url -> assertThat(url).startsWith("https://registry.npmjs.org/"));
    assertThat(Pattern.compile("\"node_modules/").matcher(lock).results().count()).isPositive()
        .isEqualTo(Pattern.compile("\"integrity\": \"sha512-").matcher(lock).results().count());
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).directory(LINT.toFile()).redirectErrorStream(true)
          .redirectOutput(LINT.resolve("output.txt").toFile()).start();
      return process.waitFor();
    } catch (IOException e) {
      throw new IOException("本测试需要 Node.js 和 npm：" + command, e);
    }
  }
}
