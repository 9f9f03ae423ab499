package cn.jointinspection.staff.people;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.staff.StaffRefused.OnlyRegistrarsKeepTheRoster;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may read and who may change the roster. */
@Component
class PeopleRights {

  private final Actors actors;
  private final Departments departments;

  PeopleRights(Actors actors, Departments departments) {
    this.actors = actors;
    this.departments = departments;
  }

  static boolean keeps(Actor actor) {
    return actor.in(Groups.REGISTRARS) || actor.in(Groups.ADMINISTRATORS);
  }

  /** The signed-in person. @throws OnlyRegistrarsKeepTheRoster unless he keeps the roster */
  Actor keeper() {
    Actor actor = actors.current();
    if (!keeps(actor)) {
      throw new OnlyRegistrarsKeepTheRoster();
    }
    return actor;
  }

  /** The bodies whose people he may see. @throws OnlyRegistrarsKeepTheRoster if there are none */
  List<Department> readable(Actor actor) {
    List<Department> readable = departments.all().stream()
        .filter(department -> keeps(actor) || actor.in(Bodies.reviewersOf(department.code()))).toList();
    if (readable.isEmpty()) {
      throw new OnlyRegistrarsKeepTheRoster();
    }
    return readable;
  }
}
