package cn.jointinspection.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What became of each test of one build, over all its JVMs. */
record TestResults(Map<String, Result> byTest) {

  /** From best to worst: a test that runs with many arguments is as good as the worst of them. */
  enum Result {
    NOT_RUN("未运行"),
    PASSED("通过"),
    SKIPPED("跳过"),
    FAILED("失败");

    private final String text;

    Result(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    private Result worse(Result other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** @param build only what its JVMs wrote counts */
  static TestResults of(String build, Path folder) throws IOException {
    Map<String, Result> byTest = new HashMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(path -> isOf(build, path)).toList()) {
          for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            byTest.merge(cells[0] + "#" + cells[1], Result.valueOf(cells[2]), Result::worse);
          }
        }
      }
    }
    return new TestResults(byTest);
  }

  static boolean isOf(String build, Path file) {
    return file.getFileName().toString().startsWith(build + "-");
  }

  static String line(String className, String method, Result result) {
    return className + "," + method + "," + result + "\n";
  }

  /** A class that fails or is skipped as a whole takes its tests with it, those of the classes within it too. */
  Result of(String className, String method) {
    Result result = byTest.getOrDefault(className + "#" + method, Result.NOT_RUN);
    for (String type = className; ; type = type.substring(0, type.lastIndexOf('$'))) {
      result = result.worse(byTest.getOrDefault(type + "#", Result.NOT_RUN));
      if (type.lastIndexOf('$') < 0) {
        return result;
      }
    }
  }
}
