package cn.jointinspection.draw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("一百万个候选")
class MillionCandidatesTest {

  private static final String HEAP = "-Xmx400m";

  @TempDir
  Path folder;

  @Test
  @DisplayName("在 400 MB 内存里抽取并核验")
  void fitInFourHundredMegabytes() throws Exception {
    LargeDraw.write(folder, 1_000_000);
    String nonces = "{\"prev\":\"%s\",\"contributions\":{\"gaj\":\"%s\"},\"publicValue\":\"7\"}";
    Path inputs = Files.writeString(
        folder.resolve("inputs.json"), nonces.formatted(SmallDraw.FIRST, SmallDraw.nonce("gaj")));

    assertThat(run("draw", folder.toString(), inputs.toString())).contains("抽中 30000 个对象");
    assertThat(run("verify", folder.toString())).contains("✓ events");
  }

  private static String run(String... args) throws Exception {
    List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP,
        "-cp", "target/classes", "cn.jointinspection.Application");
    Process process = new ProcessBuilder(Stream.concat(java.stream(), Arrays.stream(args)).toList())
        .redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
