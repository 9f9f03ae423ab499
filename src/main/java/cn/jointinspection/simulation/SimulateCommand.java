package cn.jointinspection.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * {@code simulate --year 2024 --seed 7}: runs a whole annual plan through the real engine and the real tables in a county
 * of its own, which is thrown away afterwards.
 */
public final class SimulateCommand {

  /** The year went through and all is in order. */
  public static final int IN_ORDER = 0;
  /** Something hangs, failed, or was lost; it was named. */
  public static final int NOT_IN_ORDER = 1;
  /** The command line is wrong. */
  public static final int MALFORMED = 2;

  private static final String COMMAND = "simulate";
  private static final Set<String> OPTIONS = Set.of("--year", "--seed", "--until", "--report");
  /** The year whose plan is at hand. */
  private static final int YEAR = 2024;
  /** Supervision of what was late at the end of the year goes on into the next. */
  private static final LocalDate LATEST = LocalDate.of(YEAR + 1, 3, 31);

  private static final String USAGE = """
      用法：simulate --year 2024 --seed 7 [--until 2024-06-30] [--report 报告.html]
        --year    计划年度，现有 2024
        --seed    随机种子，整数；种子相同，结果相同
        --until   走到这一天为止，不写则走到全年工作办完
        --report  网页报告写到哪里，不写则为 simulation-年度-种子.html""";

  /** @param until null to go on until all work is done */
  record Order(int year, long seed, LocalDate until, Path report) {

    LocalDate lastDay() {
      return until == null ? LATEST : until;
    }
  }

  private SimulateCommand() {}

  public static boolean handles(String[] args) {
    return args.length > 0 && args[0].equals(COMMAND);
  }

  /**
   * @param application the Spring Boot application to live in
   * @return the exit code
   */
  public static int run(Class<?> application, String[] args, OutputStream out) {
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    Order order;
    try {
      order = read(List.of(args).subList(1, args.length));
    } catch (IllegalArgumentException wrong) {
      printed.println(wrong.getMessage());
      printed.println(USAGE);
      return MALFORMED;
    }
    return run(application, order, printed);
  }

  private static Order read(List<String> arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!OPTIONS.contains(option)) {
        throw new IllegalArgumentException("不认识选项 " + option + "。");
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException("选项 " + option + " 后面缺少内容。");
      }
      options.put(option, arguments.get(i + 1));
    }
    long year = number(options, "--year", YEAR);
    if (year != YEAR) {
      throw new IllegalArgumentException("没有 " + year + " 年的年度抽查计划，只能模拟 " + YEAR + " 年。");
    }
    long seed = number(options, "--seed", 1);
    return new Order(YEAR, seed, day(options.get("--until")),
        Path.of(options.getOrDefault("--report", "simulation-" + YEAR + "-" + seed + ".html")));
  }

  private static long number(Map<String, String> options, String option, long usual) {
    String text = options.get(option);
    try {
      return text == null ? usual : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("选项 " + option + " 应是整数，不是“" + text + "”。", e);
    }
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("选项 --until 应是日期，如 2024-06-30，不是“" + text + "”。", e);
    }
  }

  private static int run(Class<?> application, Order order, PrintStream out) {
    Path data = temporary();
    try (ConfigurableApplicationContext county = start(application, data)) {
      return county.getBean(Simulation.class).run(order, out) ? IN_ORDER : NOT_IN_ORDER;
    } finally {
      FileSystemUtils.deleteRecursively(data.toFile());
    }
  }

  private static ConfigurableApplicationContext start(Class<?> application, Path data) {
    return new SpringApplicationBuilder(application)
        .profiles("rehearsal", "simulation")
        .properties(Map.of("spring.main.banner-mode", "off"))
        .run("--joint-inspection.data-dir=" + data);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("simulation");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
