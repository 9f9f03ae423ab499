package cn.jointinspection.registry;

import cn.jointinspection.platform.RuleViolation;
import java.util.List;
import java.util.stream.Collectors;

/** A registry file is taken whole or not at all; nothing of it was stored. */
public final class RegistryFileRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;
  private static final int LISTED = 50;

  private final transient List<FileProblem> problems;

  RegistryFileRefused(String fileName, List<FileProblem> problems) {
    super(message(fileName, problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything found wrong, in the order of the file. */
  public List<FileProblem> problems() {
    return problems;
  }

  private static String message(String fileName, List<FileProblem> problems) {
    String list = problems.stream().limit(LISTED).map(FileProblem::toString).collect(Collectors.joining("；\n"));
    String rest = problems.size() > LISTED ? "；\n其余 " + (problems.size() - LISTED) + " 处略" : "";
    return "文件“" + fileName + "”未导入，发现 " + problems.size() + " 处问题，请改正后重新上传整份文件：\n" + list + rest + "。";
  }
}
