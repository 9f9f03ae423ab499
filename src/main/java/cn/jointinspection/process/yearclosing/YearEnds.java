package cn.jointinspection.process.yearclosing;

import cn.jointinspection.supervision.YearClosing;
import cn.jointinspection.supervision.YearClosings;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The daily countdown to 20 December (五). */
@Service
public class YearEnds {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final YearClosings closings;

  YearEnds(@Lazy RuntimeService runtime, @Lazy TaskService tasks, YearClosings closings) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.closings = closings;
  }

  /**
   * Starts the year-end process of every plan year that has reached 1 December, once for each, also of years whose plans are
   * older than this process and of years that are over; then counts today's figures of those that run.
   */
  @Transactional
  public void countDown() {
    for (int year : closings.toOpen()) {
      if (closings.open(year)) {
        runtime.startProcessInstanceByKey(YearClosingProcess.KEY, YearClosing.number(year),
            Map.of(YearClosingProcess.VARIABLE_YEAR, String.valueOf(year)));
      }
    }
    closings.running().forEach(this::countDown);
  }

  private void countDown(int year) {
    closings.countDown(year);
    List<Task> watching = tasks.createTaskQuery()
        .processInstanceBusinessKey(YearClosing.number(year))
        .taskDefinitionKey(YearClosingProcess.USER_TASK_WATCH_YEAR_END)
        .list();
    for (Task task : watching) {
      task.setName(name(task.getName(), year));
      tasks.saveTask(task);
    }
  }

  /** What the work item is called today: its name in the model, and the figures. */
  private String name(String name, int year) {
    return name.substring(0, (name + "：").indexOf('：')) + "：" + subject(year);
  }

  String subject(int year) {
    int left = closings.daysLeft(year);
    return "%d 年度还有 %d 项未公示，%s".formatted(year, closings.countUnpublished(year),
        left > 0 ? "距 12 月 20 日 " + left + " 天" : left == 0 ? "今日截止" : "已到期");
  }
}
