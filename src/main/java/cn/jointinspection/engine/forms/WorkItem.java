package cn.jointinspection.engine.forms;

import cn.jointinspection.engine.MissingVariable;
import java.util.Date;
import java.util.function.Function;

/**
 * One open user task as a form sees it.
 *
 * @param businessKey of the process instance; null only where a process has none
 * @param due end of the time allowed; null where the step has no limit
 * @param variables reads a process variable visible to the task
 */
public record WorkItem(
    String taskId,
    String task,
    String name,
    String processInstanceId,
    String businessKey,
    String assignee,
    Date due,
    Function<String, Object> variables) {

  /** @throws MissingVariable if the process does not hold it */
  public String variable(String name) {
    return MissingVariable.require(variables.apply(name), name, task);
  }
}
