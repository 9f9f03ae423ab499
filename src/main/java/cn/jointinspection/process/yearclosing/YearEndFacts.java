package cn.jointinspection.process.yearclosing;

import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.supervision.YearClosing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of the year's end, as forms and pages show them. */
public final class YearEndFacts {

  private YearEndFacts() {}

  /**
   * What one department owes.
   *
   * @param since how many of them have been published since the list was made
   */
  public record Part(String department, int count, long since, List<YearClosing.Line> lines) {}

  static int year(WorkItem item) {
    return Integer.parseInt(item.variable(YearClosingProcess.VARIABLE_YEAR));
  }

  /** Whoever owes most comes first. */
  public static List<Part> parts(List<YearClosing.Line> lines) {
    Map<String, List<YearClosing.Line>> byDepartment = new LinkedHashMap<>();
    lines.forEach(line -> byDepartment.computeIfAbsent(line.departmentName(), d -> new ArrayList<>()).add(line));
    return byDepartment.entrySet().stream()
        .map(part -> new Part(part.getKey(), part.getValue().size(),
            part.getValue().stream().filter(line -> line.publishedAt() != null).count(), part.getValue()))
        .sorted(Comparator.comparingInt(Part::count).reversed())
        .toList();
  }
}
