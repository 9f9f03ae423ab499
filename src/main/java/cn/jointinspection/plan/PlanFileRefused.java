package cn.jointinspection.plan;

import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.platform.sheet.SheetRefused;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan file does not read as an annual plan. It is refused as a whole: nothing of it was stored. */
public final class PlanFileRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;
  private static final int LISTED = 50;

  private final transient List<PlanProblem> problems;

  PlanFileRefused(String fileName, List<PlanProblem> problems) {
    super(message(fileName, problems));
    this.problems = List.copyOf(problems);
  }

  PlanFileRefused(SheetRefused cause) {
    super(cause.getMessage(), cause);
    this.problems = List.of(new PlanProblem(0, "", "", "", cause.getMessage()));
  }

  /** Everything found wrong, in the order of the file. */
  public List<PlanProblem> problems() {
    return problems;
  }

  @Override
  public Map<String, Object> particulars() {
    return Map.of("problems", problems);
  }

  private static String message(String fileName, List<PlanProblem> problems) {
    String list = problems.stream().limit(LISTED).map(p -> p + "；").collect(Collectors.joining("\n"));
    String rest = problems.size() > LISTED ? "\n其余%d处略。".formatted(problems.size() - LISTED) : "";
    return "计划文件“%s”未导入，发现%d处问题，请改正后重新上传整份文件：\n%s%s"
        .formatted(fileName, problems.size(), list, rest);
  }
}
