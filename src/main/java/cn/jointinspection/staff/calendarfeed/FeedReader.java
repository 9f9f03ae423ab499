package cn.jointinspection.staff.calendarfeed;

import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspectionStatus;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.registry.Bodies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads a department's dates: the windows and checking periods of its joint inspections, and the deadlines of the open work
 * of its groups, counted by step and day. Objects are not named: a task's own name, which may name one, is not used, but the
 * name of its step in the model, which the published plan's titles accompany.
 */
@Component
class FeedReader {

  private static final Set<JointInspectionStatus> OVER =
      EnumSet.of(JointInspectionStatus.COMPLETED, JointInspectionStatus.CANCELLED);
  private static final String NAME_BEFORE_SUBJECT = "：";

  private final JointInspections inspections;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Clock clock;

  FeedReader(JointInspections inspections, @Lazy TaskService tasks, @Lazy RuntimeService runtime, Clock clock) {
    this.inspections = inspections;
    this.tasks = tasks;
    this.runtime = runtime;
    this.clock = clock;
  }

  /** Equal steps of one joint inspection on one day are one entry. */
  private record Step(LocalDate day, String task, String name, String jointInspection) {}

  List<FeedDate> of(String department) {
    Map<String, JointInspection> joint =
        inspections.all().stream().collect(Collectors.toMap(JointInspection::id, Function.identity()));
    List<FeedDate> dates = new ArrayList<>();
    joint.values().stream().filter(one -> !OVER.contains(one.status()) && one.departments().contains(department))
        .forEach(one -> periods(one, dates));
    deadlines(department, joint).forEach((step, count) -> dates.add(deadline(department, step, count, joint)));
    return dates;
  }

  private static void periods(JointInspection one, List<FeedDate> dates) {
    dates.add(new FeedDate("window-" + one.id(), one.windowOpens(), one.windowCloses(), "计划窗口：" + one.title(),
        one.status().text()));
    if (one.scheme() != null) {
      dates.add(new FeedDate("check-" + one.id(), one.scheme().checkFrom(), one.scheme().checkUntil(),
          "检查期间：" + one.title(), one.status().text()));
    }
  }

  private static FeedDate deadline(String department, Step step, int count, Map<String, JointInspection> joint) {
    String title = step.jointInspection() == null ? "" : "：" + joint.get(step.jointInspection()).title();
    String uid = String.join("-", "due", department, step.day().toString(), step.task(),
        Optional.ofNullable(step.jointInspection()).orElse("county"));
    return new FeedDate(uid, step.day(), step.day(), "期限 " + step.name() + (count > 1 ? "（" + count + " 项）" : "") + title,
        "在待办中办理，办结后不再显示。");
  }

  private Map<Step, Integer> deadlines(String department, Map<String, JointInspection> joint) {
    List<Task> open = tasks.createTaskQuery().active()
        .taskCandidateGroupIn(List.of(department, Bodies.reviewersOf(department))).includeAssignedTasks()
        .orderByDueDate().asc().list().stream().filter(task -> task.getDueDate() != null).toList();
    Map<String, String> keys = businessKeys(open);
    Map<Step, Integer> counted = new LinkedHashMap<>();
    for (Task task : open) {
      String key = keys.getOrDefault(task.getProcessInstanceId(), "").split("/")[0];
      counted.merge(new Step(day(task.getDueDate()), task.getTaskDefinitionKey(),
          task.getName().split(NAME_BEFORE_SUBJECT, 2)[0], joint.containsKey(key) ? key : null), 1, Integer::sum);
    }
    return counted;
  }

  private Map<String, String> businessKeys(List<Task> open) {
    Set<String> ids = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    Map<String, String> keys = new TreeMap<>();
    if (!ids.isEmpty()) {
      runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
          .filter(instance -> instance.getBusinessKey() != null)
          .forEach((ProcessInstance instance) -> keys.put(instance.getId(), instance.getBusinessKey()));
    }
    return keys;
  }

  private LocalDate day(Date due) {
    return LocalDate.ofInstant(due.toInstant(), clock.getZone());
  }
}
