package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.intake.IntakeRefused.CountyFaulty;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code import FOLDER}: fills the empty list, registries and roster of a county in production from six files. */
public final class ImportCommand {

  /** All six files are in force. */
  public static final int IN_FORCE = 0;
  /** Nothing was changed; what is wrong was named. */
  public static final int REFUSED = 1;
  /** The command line is wrong. */
  public static final int MALFORMED = 2;

  private static final String COMMAND = "import";
  private static final String USAGE = """
      用法：import 文件夹
        文件夹里放六份文件（.xlsx、.xls 或 .csv）：
          matters       抽查事项清单        people        人员名册
          inspectors    执法检查人员名录    risk-classes  信用风险分类
          objects       检查对象名录        recusals      回避名单
        抽查事项清单、执法检查人员名录、回避名单各有“部门”一列。
        用于正式环境首次启用：数据库地址等与启动时相同（SPRING_PROFILES_ACTIVE=production 等环境变量）。""";
  private static final String MARKED = ".problems.xlsx";

  private ImportCommand() {}

  public static boolean handles(String[] args) {
    return args.length > 0 && args[0].equals(COMMAND);
  }

  /**
   * @param application the Spring Boot application that knows the database
   * @return the exit code
   */
  public static int run(Class<?> application, String[] args, OutputStream out) {
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    if (args.length < 2 || args[1].startsWith("--")) {
      printed.println(USAGE);
      return MALFORMED;
    }
    CountyFolder folder;
    try {
      folder = CountyFolder.at(Path.of(args[1]));
    } catch (IntakeRefused unfit) {
      printed.println(unfit.getMessage());
      return MALFORMED;
    } catch (InvalidPathException e) {
      printed.println("路径中有本机环境不能表示的字符。请换用只含字母和数字的路径，或设置 UTF-8 的语言环境（LC_ALL=C.UTF-8）。");
      return MALFORMED;
    }
    try (ConfigurableApplicationContext county = start(application, args)) {
      return load(county.getBean(CountyLoad.class), folder, printed);
    }
  }

  private static int load(CountyLoad county, CountyFolder folder, PrintStream out) {
    try {
      county.load(folder, new Actor("import", "命令行首次装入", Set.of()), out::println);
    } catch (CountyFaulty faulty) {
      out.println(faulty.getMessage());
      faulty.files().stream().filter(FaultyFile::hasRows).forEach(file -> mark(file, out));
      return REFUSED;
    } catch (IntakeRefused refused) {
      out.println(refused.getMessage());
      return REFUSED;
    }
    out.println("导入完成，六份名单已经生效。新账号的口令请由名录登记人员或系统管理员在“人员名册”页面打印口令单。");
    return IN_FORCE;
  }

  /** Into the folder from which the command was given. */
  private static void mark(FaultyFile file, PrintStream out) {
    Path marked = Path.of(file.file().name() + MARKED);
    try (OutputStream to = Files.newOutputStream(marked)) {
      file.mark(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println("问题已标在 " + marked.toAbsolutePath() + " 的各行旁边。");
  }

  private static ConfigurableApplicationContext start(Class<?> application, String[] args) {
    String[] more = new String[args.length - 2];
    System.arraycopy(args, 2, more, 0, more.length);
    return new SpringApplicationBuilder(application)
        .profiles("import")
        .properties(Map.of("spring.main.banner-mode", "off"))
        .run(more);
  }
}
