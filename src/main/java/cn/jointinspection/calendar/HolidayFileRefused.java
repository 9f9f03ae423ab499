package cn.jointinspection.calendar;

import cn.jointinspection.platform.RuleViolation;
import java.util.List;

/** An uploaded holiday table has problems; each is named with its line, and nothing was stored. */
public final class HolidayFileRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  HolidayFileRefused(int year, List<String> problems) {
    super("%d年放假安排有 %d 处问题，未保存。请改正文件后重新上传：\n%s"
        .formatted(year, problems.size(), String.join("\n", problems)));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each problem. */
  public List<String> problems() {
    return problems;
  }
}
