package cn.jointinspection.process.yearclosing;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.supervision.YearClosing;
import cn.jointinspection.supervision.YearClosings;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 年末收尾: the office watches what is left until 20 December; it closes early only when nothing is (五). */
@Component
class WatchYearEndForm extends TaskForm<WatchYearEndForm.Answers> {

  private final YearClosings closings;
  private final YearEnds yearEnds;

  WatchYearEndForm(YearClosings closings, YearEnds yearEnds) {
    super(YearClosingProcess.USER_TASK_WATCH_YEAR_END, item -> yearEnds.subject(YearEndFacts.year(item)));
    this.closings = closings;
    this.yearEnds = yearEnds;
  }

  record Answers() {}

  record View(int year, int daysLeft, int total, List<YearEndFacts.Part> parts, List<YearClosing.Day> countdown) {}

  @Override
  public View view(WorkItem item) {
    int year = YearEndFacts.year(item);
    List<YearEndFacts.Part> parts = YearEndFacts.parts(closings, year);
    return new View(year, closings.daysLeft(year), YearEndFacts.total(parts), parts,
        closings.find(year).map(YearClosing::countdown).orElse(List.of()));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    closings.requireAllPublished(YearEndFacts.year(item));
    return Map.of();
  }
}
