package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.TimeLimits.Told;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.supervision.Recipient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whom the table of time limits has told of a deadline that comes near. */
@Component
class Recipients {

  private final TimeLimits limits;
  private final Departments departments;
  private final Actors actors;

  Recipients(TimeLimits limits, Departments departments, @Lazy Actors actors) {
    this.limits = limits;
    this.departments = departments;
    this.actors = actors;
  }

  /** Names looked up once, for as long as one batch lasts. */
  Names names() {
    return new Names();
  }

  final class Names {

    private final Map<String, Recipient> people = new HashMap<>();

    /**
     * Never empty, nobody twice.
     *
     * @param department that owes the step
     * @param lead the lead department; null where the work belongs to no joint inspection
     * @param named who has the task or to whom it is offered by name
     */
    List<Recipient> of(String step, String department, String lead, List<String> named) {
      return limits.of(step).tells().stream().flatMap(told -> switch (told) {
        case ASSIGNEE -> named.isEmpty() ? Stream.of(body(department)) : named.stream().map(this::person);
        case DEPARTMENT -> Stream.of(body(department));
        case REVIEWERS -> Stream.of(reviewers(department));
        case LEAD -> Stream.of(body(lead == null ? department : lead));
        case OFFICE -> Stream.of(body(Groups.OFFICE));
        case DISCIPLINE -> Stream.of(body(Groups.DISCIPLINE));
      }).distinct().toList();
    }

    private Recipient person(String account) {
      return people.computeIfAbsent(account, unknown -> new Recipient(account, actors.nameOf(account)));
    }
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
