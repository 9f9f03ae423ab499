package cn.jointinspection.simulation;

import cn.jointinspection.process.yearclosing.YearClosingProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The end of the year: the office lets it come, and confirms the list of what is late. */
@Component
@Profile("simulation")
class YearEndAnswers implements Answers {

  @Override
  public boolean know(String task) {
    return task.equals(YearClosingProcess.USER_TASK_CONFIRM_CLOSING);
  }

  @Override
  public Map<String, Object> to(Errand errand, JsonNode view, Chance chance) {
    return Map.of("note", "情况属实，已逐部门督办");
  }
}
