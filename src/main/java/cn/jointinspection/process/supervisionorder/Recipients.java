package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.TimeLimits.Told;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.supervision.Recipient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whom the table of time limits has told of a deadline that comes near. */
@Component
class Recipients {

  private final TimeLimits limits;
  private final TaskService tasks;
  private final Departments departments;
  private final Actors actors;

  Recipients(TimeLimits limits, @Lazy TaskService tasks, Departments departments, @Lazy Actors actors) {
    this.limits = limits;
    this.tasks = tasks;
    this.departments = departments;
    this.actors = actors;
  }

  /** Never empty, nobody twice. */
  List<Recipient> of(Lateness late) {
    return limits.of(late.step()).tells().stream().flatMap(told -> of(told, late)).distinct().toList();
  }

  private Stream<Recipient> of(Told told, Lateness late) {
    return switch (told) {
      case ASSIGNEE -> persons(late);
      case DEPARTMENT -> Stream.of(body(late.department()));
      case REVIEWERS -> Stream.of(reviewers(late.department()));
      case LEAD -> Stream.of(body(late.leadDepartment() == null ? late.department() : late.leadDepartment()));
      case OFFICE -> Stream.of(body(Groups.OFFICE));
      case DISCIPLINE -> Stream.of(body(Groups.DISCIPLINE));
    };
  }

  private Stream<Recipient> persons(Lateness late) {
    List<String> users = late.taskId() == null ? List.of() : tasks.getIdentityLinksForTask(late.taskId()).stream()
        .map(IdentityLink::getUserId).filter(Objects::nonNull).distinct().toList();
    Map<String, String> names = actors.names(users);
    List<Recipient> named = users.stream().map(user -> new Recipient(user, names.get(user))).toList();
    return named.isEmpty() ? Stream.of(body(late.department())) : named.stream();
  }

  private Recipient reviewers(String department) {
    var body = departments.byCode(department);
    return body.kind() == DepartmentKind.DEPARTMENT
        ? new Recipient(Bodies.reviewersOf(department), body.name() + "审核组") : body(department);
  }

  private Recipient body(String code) {
    return new Recipient(code, departments.byCode(code).name());
  }
}
