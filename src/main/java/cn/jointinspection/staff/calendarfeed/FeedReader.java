package cn.jointinspection.staff.calendarfeed;

import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.registry.Bodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads a department's dates: the windows and checking periods of its joint inspections, and the deadlines of the open work
 * of its groups, counted by step and day. Objects are not named: a task's own name, which may name one, is not used, but the
 * name of its step in the model, which the published plan's titles accompany.
 */
@Component
class FeedReader {

  private final JointInspections inspections;
  private final OpenDeadlines deadlines;

  FeedReader(JointInspections inspections, OpenDeadlines deadlines) {
    this.inspections = inspections;
    this.deadlines = deadlines;
  }

  List<FeedDate> of(String department) {
    List<FeedDate> dates = new ArrayList<>();
    inspections.runningWith(department).stream().filter(one -> one.departments().contains(department))
        .forEach(one -> periods(one, dates));
    deadlines.of(List.of(department, Bodies.reviewersOf(department)))
        .forEach(deadline -> dates.add(date(department, deadline)));
    return dates;
  }

  private static void periods(JointInspection one, List<FeedDate> dates) {
    dates.add(new FeedDate("window-" + one.id(), one.window().opens(), one.window().closes(), "计划窗口：" + one.title(),
        one.status().text()));
    if (one.scheme() != null) {
      dates.add(new FeedDate("check-" + one.id(), one.scheme().checkFrom(), one.scheme().checkUntil(),
          "检查期间：" + one.title(), one.status().text()));
    }
  }

  private static FeedDate date(String department, OpenDeadlines.Deadline due) {
    String uid = String.join("-", "due", department, due.day().toString(), due.task(),
        Optional.ofNullable(due.jointInspection()).orElse("county"));
    return new FeedDate(uid, due.day(), due.day(),
        "期限 " + due.name() + (due.count() > 1 ? "（" + due.count() + " 项）" : "")
            + (due.title() == null ? "" : "：" + due.title()),
        "在待办中办理，办结后不再显示。");
  }
}
