package cn.jointinspection.draw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("命令 verify 与 draw")
class DrawCommandsTest {

  private static final Path ORDINARY = Path.of("draw-vectors/01-ordinary");
  private static final String INPUTS = """
      {
       "prev": "0000000000000000000000000000000000000000000000000000000000000000",
       "contributions": {
        "gaj": "c25739413b65620f933d8ff102222dce29ed31cc04d4b35367adda33c82fcde8",
        "scjgj": "a28cd424776a9340d17e55f8baad65c7588aeb3f9fc9e9318023cc46ecc90439",
        "wsjds": "677debb3dc11aaf9de0058aa86b84406cba91f775b2cf142a6af6c6647515c2d"
       },
       "publicValue": "20237331128159211123",
       "events": [
        {"type": "substitute", "object": "93140826MA00021728", "reason": "DEREGISTERED",
         "evidence": "49d3b2a6cff2e28b5b26f4a002c407cac0da5a2ec8093fb38fa65d31d587a694"},
        {"type": "recuse", "object": "92140826MA0002270T", "inspector": "gaj-001", "reason": "DECLARED",
         "fresh": "50290ac63d2c3cc680258127543fa4db66b1f9c3fe32767e7bb7a6c1ca15e098"}
       ]
      }
      """;

  @TempDir
  Path folder;
  private Path inputs;
  private String printed;

  @BeforeEach
  void copyAnOrdinaryDraw() throws IOException {
    try (Stream<Path> files = Files.list(ORDINARY)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    inputs = Files.writeString(folder.resolve("输入.json"), INPUTS);
  }

  private int run(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = DrawCommands.run(Stream.of(args).map(String::valueOf).toArray(String[]::new), out);
    printed = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Test
  @DisplayName("核验通过：逐段打勾，退出码 0")
  void verifyTicksEachStage() {
    assertThat(run("verify", folder)).isZero();
    assertThat(printed.lines().limit(8)).containsExactly("✓ files 文件摘要", "✓ freeze 冻结值", "✓ lists 名单规则",
        "✓ seed 种子", "✓ allocation 各层数量", "✓ selection 抽中对象", "✓ teams 检查人员", "✓ events 抽取后事件");
  }

  @Test
  @DisplayName("某阶段不成立：说出它的名字、应为和实为，退出码 1")
  void verifyNamesTheStageThatFails() throws IOException {
    Path transcript = folder.resolve("transcript.json");
    Files.writeString(transcript, Files.readString(transcript).replace("\"B\": 3", "\"B\": 4"));

    assertThat(run("verify", folder)).isEqualTo(1);
    assertThat(printed.lines()).containsExactly("✓ files 文件摘要", "✓ freeze 冻结值", "✓ lists 名单规则", "✓ seed 种子",
        "✗ allocation 各层数量", "  应为 各层数量：{A=3, B=3, C=4, D=2}", "  实为 各层数量：{A=3, B=4, C=4, D=2}");
  }

  @Test
  @DisplayName("缺文件或格式有误：指出文件和行，退出码 2")
  void verifyNamesWhatIsMalformed() throws IOException {
    Path excluded = folder.resolve("excluded.jsonl");
    Files.writeString(excluded, Files.readString(excluded).replace("\"INSPECTED", "INSPECTED"));
    assertThat(run("verify", folder)).isEqualTo(2);
    assertThat(printed).contains("excluded.jsonl 第 3 行：");

    Files.delete(excluded);
    assertThat(run("verify", folder)).isEqualTo(2);
    assertThat(printed).contains("excluded.jsonl：缺少这个文件");

    assertThat(run("verify", folder.resolve("无此文件夹"))).isEqualTo(2);
  }

  @Test
  @DisplayName("重算写出的抽取记录与公布的逐字节相同")
  void drawReproducesTheTranscript() throws IOException {
    Path transcript = folder.resolve("transcript.json");
    Files.delete(transcript);

    assertThat(run("draw", folder, inputs)).isZero();
    assertThat(transcript).hasSameBinaryContentAs(ORDINARY.resolve("transcript.json"));
    assertThat(printed).contains("抽中 12 个对象", "事件 2 个");
    assertThat(folder.resolve("transcript.json.part")).doesNotExist();
  }

  @Test
  @DisplayName("已有抽取记录时不覆盖，除非加 --force")
  void drawDoesNotOverwrite() throws IOException {
    Path transcript = Files.writeString(folder.resolve("transcript.json"), "旧记录");

    assertThat(run("draw", folder, inputs)).isEqualTo(2);
    assertThat(printed).contains("已存在，未改动", "--force");
    assertThat(transcript).hasContent("旧记录");

    assertThat(run("draw", folder, inputs, "--force")).isZero();
    assertThat(transcript).hasSameBinaryContentAs(ORDINARY.resolve("transcript.json"));
  }

  @Test
  @DisplayName("输入有误时不写任何文件：规则不符退出码 1，格式有误退出码 2")
  void drawWritesNothingFromBadInput() throws IOException {
    Files.delete(folder.resolve("transcript.json"));

    Files.writeString(inputs, INPUTS.replace("93140826MA00021728", "91140826MA0002119X"));
    assertThat(run("draw", folder, inputs)).isEqualTo(1);
    assertThat(printed).contains("✗ events", "91140826MA0002119X 未被抽中");

    Files.writeString(inputs, INPUTS.replace("\"c257", "\"C257"));
    assertThat(run("draw", folder, inputs)).isEqualTo(2);
    assertThat(printed).contains("输入.json 第 4 行：gaj");

    Path candidates = folder.resolve("candidates.jsonl");
    Files.writeString(candidates, Files.readString(candidates).replaceFirst("\"A\"", "\"E\""));
    Files.writeString(inputs, INPUTS);
    assertThat(run("draw", folder, inputs)).isEqualTo(1);
    assertThat(printed).contains("✗ lists", "candidates.jsonl 第 1 行：未声明的层 E");

    assertThat(folder.resolve("transcript.json")).doesNotExist();
  }

  @Test
  @DisplayName("参数不对时说明用法，退出码 2")
  void wrongArgumentsShowTheUsage() {
    assertThat(run("verify")).isEqualTo(2);
    assertThat(run("verify", folder, folder)).isEqualTo(2);
    assertThat(run("draw", folder)).isEqualTo(2);
    assertThat(run("draw")).isEqualTo(2);
    assertThat(printed).startsWith("用法：verify 文件夹");
    assertThat(DrawCommands.handles(new String[0])).isFalse();
    assertThat(DrawCommands.handles(new String[] {"--server.port=1"})).isFalse();
  }

  @Test
  @DisplayName("路径不能表示时说明原因，退出码 2")
  void aPathThatCannotBeIsMalformedInput() {
    assertThat(run("verify", "\0")).isEqualTo(2);
    assertThat(printed).contains("UTF-8");
  }

  @Test
  @DisplayName("程序遇到这两个命令不启动服务，输出总是 UTF-8")
  void theApplicationRunsThemWithoutAServer() throws Exception {
    // Without the libraries on the class path a server could not even begin to start.
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dfile.encoding=US-ASCII", "-Dstdout.encoding=US-ASCII", "-cp", "target/classes",
        "cn.jointinspection.Application", "verify", folder.toString()).redirectErrorStream(true).start();
    List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(lines).startsWith("✓ files 文件摘要").endsWith("核验通过：抽取记录与五个文件、各部门随机数和公开随机值完全相符。");
  }
}
