package cn.jointinspection.staff.riskclasses;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.DepartmentGrades;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.staff.StaffRefused.NotYourGrades;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page of the risk classes sends; for registrars and the department whose grades they are. */
@RestController
@RequestMapping(RiskClassesPage.PATH + "/grades")
class GradesController {

  private final Actors actors;
  private final DepartmentGrades grades;
  private final RiskClassesPage page;

  GradesController(Actors actors, DepartmentGrades grades, RiskClassesPage page) {
    this.actors = actors;
    this.grades = grades;
    this.page = page;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  /** @param riskClass name of the class; empty where none was chosen */
  record Grade(String department, String grade, String riskClass, String reason) {}

  @PostMapping
  Next set(@RequestBody Grade grade) {
    Actor by = keeper(grade.department());
    grades.set(grade.department(), grade.grade(),
        RiskClass.of(grade.riskClass() == null ? "" : grade.riskClass()).orElse(null), grade.reason(), by);
    return new Next(RiskClassesPage.PATH + "#grades");
  }

  @PostMapping("/{department}/{id}/removal")
  Next remove(@PathVariable String department, @PathVariable long id) {
    grades.remove(department, id, keeper(department));
    return new Next(RiskClassesPage.PATH + "#grades");
  }

  private Actor keeper(String department) {
    Actor actor = actors.current();
    if (!page.keptBy(actor).contains(department)) {
      throw new NotYourGrades();
    }
    return actor;
  }
}
