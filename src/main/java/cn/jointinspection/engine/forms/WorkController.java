package cn.jointinspection.engine.forms;

import cn.jointinspection.engine.Actors;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Date;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a task's form shows. Below {@code /camunda/api} so that the web apps' session, authorisations and CSRF token
 * hold.
 */
@RestController
@RequestMapping("/camunda/api/staff/tasks")
class WorkController {

  private final Actors actors;
  private final TaskViews views;

  WorkController(Actors actors, TaskViews views) {
    this.actors = actors;
    this.views = views;
  }

  /** @param due null where the step has no limit */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Work(String taskId, String task, String name, Date due, boolean mine, boolean assigned, Object view) {}

  @GetMapping("/{taskId}")
  Work work(@PathVariable String taskId) {
    String me = actors.current().userId();
    TaskViews.Seen seen = views.of(taskId);
    return new Work(seen.taskId(), seen.task(), seen.name(), seen.due(), me.equals(seen.assignee()),
        seen.assignee() != null, seen.view());
  }
}
