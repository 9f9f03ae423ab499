package cn.jointinspection.staff.departmentnames;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.DepartmentAliases;
import cn.jointinspection.staff.StaffRefused.OnlyTheOfficeKeepsNames;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page of the departments' names sends; for the office alone. */
@RestController
@RequestMapping(DepartmentNamesPage.PATH)
class DepartmentNamesController {

  private final Actors actors;
  private final DepartmentAliases aliases;

  DepartmentNamesController(Actors actors, DepartmentAliases aliases) {
    this.actors = actors;
    this.aliases = aliases;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  record NewAlias(String alias, String department) {}

  @PostMapping
  Next add(@RequestBody NewAlias added) {
    aliases.add(added.alias(), added.department(), office());
    return new Next(DepartmentNamesPage.PATH + "#" + added.department());
  }

  @PostMapping("/{id}/removal")
  Next remove(@PathVariable long id) {
    aliases.remove(id, office());
    return new Next(DepartmentNamesPage.PATH);
  }

  private Actor office() {
    Actor actor = actors.current();
    if (!actor.in(Groups.OFFICE)) {
      throw new OnlyTheOfficeKeepsNames();
    }
    return actor;
  }
}
