package cn.jointinspection.process.yearclosing;

import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.supervision.YearClosing;
import cn.jointinspection.supervision.YearClosings;
import java.util.List;

/** Lists of the year's end, as forms show them. */
final class YearEndFacts {

  private YearEndFacts() {}

  /** Lines of each department that a form shows; {@link Part#page} lists all. */
  private static final int EACH = 20;

  /**
   * What one department owes.
   *
   * @param since how many of them have been published since the list was made
   * @param page where all of its lines are listed
   */
  record Part(String department, int count, long since, List<YearClosing.Line> lines, String page) {}

  static int year(WorkItem item) {
    return Integer.parseInt(item.variable(YearClosingProcess.VARIABLE_YEAR));
  }

  /** Whoever owes most comes first. */
  static List<Part> parts(YearClosings closings, int year) {
    return closings.parts(year, EACH).stream().map(part -> new Part(part.departmentName(), part.count(), part.since(),
        part.lines(), StaffAddresses.yearEnd(year, part.department()))).toList();
  }

  static int total(List<Part> parts) {
    return parts.stream().mapToInt(Part::count).sum();
  }
}
