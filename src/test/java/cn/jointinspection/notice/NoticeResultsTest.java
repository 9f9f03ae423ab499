package cn.jointinspection.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import cn.jointinspection.notice.TestResults.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@DisplayName("每次构建的测试结果")
class NoticeResultsTest {

  private static final String BUILD = "20240320010203004";

  /** No test of the build: static classes within a class are not found by it. */
  static class Mixed {

    @Test
    void passes() {}

    @Test
    void fails() {
      throw new AssertionError("on purpose");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void failsOnce(int number) {
      assertThat(number).isNotEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> failsWhenMade() {
      return Stream.of(DynamicTest.dynamicTest("on purpose", URI.create("file:///elsewhere"), this::fails),
          DynamicTest.dynamicTest("good", this::passes));
    }

    @Test
    @Disabled
    void isSwitchedOff() {}

    @Test
    void givesUp() {
      Assumptions.abort();
    }

    @Nested
    class Within {

      @Test
      void passes() {}
    }
  }

  static class NeverBegins {

    @BeforeAll
    static void fails() {
      throw new AssertionError("on purpose");
    }

    @Test
    void waits() {}

    @Nested
    class Within {

      @Test
      void waits() {}
    }
  }

  @Disabled
  static class SwitchedOff {

    @Test
    void waits() {}
  }

  @TempDir Path target;

  private void run(String build, Class<?>... types) {
    var config = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false).build();
    LauncherFactory.create(config).execute(LauncherDiscoveryRequestBuilder.request()
        .selectors(Stream.of(types).map(type -> selectClass(type)).toList()).build(), new NoticeResults(build, target));
  }

  private Result result(Class<?> type, String method) throws IOException {
    return TestResults.of(BUILD, target.resolve("notice-results")).of(type.getName(), method);
  }

  @Test
  @DisplayName("通过、失败、跳过、没有运行分得清；参数中有一组失败就是失败；类做不起来，其中的测试都是失败")
  void eachTest() throws IOException {
    run(BUILD, Mixed.class);
    run(BUILD, NeverBegins.class, SwitchedOff.class);

    assertThat(result(Mixed.class, "passes")).isEqualTo(Result.PASSED);
    assertThat(result(Mixed.Within.class, "passes")).isEqualTo(Result.PASSED);
    assertThat(result(Mixed.class, "fails")).isEqualTo(Result.FAILED);
    assertThat(result(Mixed.class, "failsOnce")).isEqualTo(Result.FAILED);
    assertThat(result(Mixed.class, "failsWhenMade")).isEqualTo(Result.FAILED);
    assertThat(result(Mixed.class, "isSwitchedOff")).isEqualTo(Result.SKIPPED);
    assertThat(result(Mixed.class, "givesUp")).isEqualTo(Result.SKIPPED);
    assertThat(result(NeverBegins.class, "waits")).isEqualTo(Result.FAILED);
    assertThat(result(NeverBegins.Within.class, "waits")).isEqualTo(Result.FAILED);
    assertThat(result(SwitchedOff.class, "waits")).isEqualTo(Result.SKIPPED);
    assertThat(result(getClass(), "eachTest")).isEqualTo(Result.NOT_RUN);
  }

  @Test
  @DisplayName("只有这一次构建的结果算数，上一次留下的删去")
  void onlyThisBuild() throws IOException {
    run("20240319010203004", Mixed.class);
    assertThat(result(Mixed.class, "passes")).isEqualTo(Result.NOT_RUN);

    run(BUILD, NeverBegins.class);

    assertThat(result(Mixed.class, "passes")).isEqualTo(Result.NOT_RUN);
    try (Stream<Path> files = Files.list(target.resolve("notice-results"))) {
      assertThat(files).singleElement().satisfies(file -> assertThat(file.getFileName().toString()).startsWith(BUILD));
    }
  }

  @Test
  @DisplayName("测试做完就写出网页，写明是哪一次构建；不在构建中的什么也不写")
  void thePageIsWritten() throws IOException {
    run(null, Mixed.class);
    assertThat(target).isEmptyDirectory();

    run(BUILD, Mixed.class);

    assertThat(target.resolve("notice.html")).content().contains("2024年3月20日 09:02:03", "二-3", "未运行");
  }
}
