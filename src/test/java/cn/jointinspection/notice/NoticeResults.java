package cn.jointinspection.notice;

import cn.jointinspection.notice.TestResults.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Keeps what became of each test and writes the notice's page anew whenever a JVM has run its tests: surefire's and
 * failsafe's alike add to the same folder, so that after {@code verify} the page is whole. A build is known by the
 * moment it began, which the POM hands to its JVMs; what another build left is removed. Outside a build nothing is
 * written.
 */
public final class NoticeResults implements TestExecutionListener {

  private static final Path TARGET = Path.of("target");

  private final String build;
  private final Path folder;
  private final Path file;
  private final Path page;
  private TestPlan plan;

  /** For the launcher, which finds it by its name in {@code META-INF/services}. */
  public NoticeResults() {
    this(System.getProperty("build.started"), TARGET);
  }

  /** @param build null outside a build */
  NoticeResults(String build, Path target) {
    this.build = build;
    this.folder = target.resolve("notice-results");
    this.file = folder.resolve(build + "-" + UUID.randomUUID() + ".csv");
    this.page = target.resolve("notice.html");
  }

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    plan = testPlan;
    if (build != null) {
      try {
        Files.createDirectories(folder);
        try (Stream<Path> left = Files.list(folder)) {
          for (Path other : left.filter(path -> !TestResults.isOf(build, path)).toList()) {
            Files.delete(other);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    keep(test, switch (result.getStatus()) {
      case SUCCESSFUL -> Result.PASSED;
      case ABORTED -> Result.SKIPPED;
      case FAILED -> Result.FAILED;
    });
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    keep(test, Result.SKIPPED);
  }

  private void keep(TestIdentifier test, Result result) {
    TestSource source = source(test);
    if (source instanceof MethodSource method) {
      append(TestResults.line(method.getClassName(), method.getMethodName(), result));
    } else if (source instanceof ClassSource type && result != Result.PASSED) {
      append(TestResults.line(type.getClassName(), "", result));
    }
  }

  /** A test made at run time has its factory's. */
  private TestSource source(TestIdentifier test) {
    Optional<TestIdentifier> at = Optional.of(test);
    while (at.isPresent()) {
      TestSource source = at.get().getSource().orElse(null);
      if (source instanceof MethodSource || source instanceof ClassSource) {
        return source;
      }
      at = plan.getParent(at.get());
    }
    return null;
  }

  private void append(String line) {
    if (build != null) {
      try {
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    if (build != null) {
      try {
        Specification specification = Specification.parse(Files.readString(NoticeTest.SPECIFICATION));
        Files.writeString(page, NoticePage.of(build, specification, NoticeText.issued(), Claims.ofThisProject(),
            TestResults.of(build, folder)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
