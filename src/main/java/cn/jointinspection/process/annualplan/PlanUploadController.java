package cn.jointinspection.process.annualplan;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanFile;
import cn.jointinspection.platform.Actor;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes the plan file from the form that starts the process, before the process starts. */
@RestController
@RequestMapping("/camunda/api/staff/plans")
class PlanUploadController {

  private final AnnualPlans plans;
  private final WorkingDays workingDays;
  private final Actors actors;
  private final String division;
  private final String divisionName;

  PlanUploadController(AnnualPlans plans, WorkingDays workingDays, Actors actors,
      @Value("${joint-inspection.division.code}") String division,
      @Value("${joint-inspection.division.name}") String divisionName) {
    this.plans = plans;
    this.workingDays = workingDays;
    this.actors = actors;
    this.division = division;
    this.divisionName = divisionName;
  }

  record Imported(long planId, int items, List<Integer> missingRows) {}

  @PostMapping
  Imported upload(@RequestParam MultipartFile file, @RequestParam int year, @RequestParam String title,
      @RequestParam(required = false) String documentNo) throws IOException {
    Actor actor = actors.current();
    if (!actor.in(Groups.OFFICE)) {
      throw new OnlyTheOfficePlans();
    }
    // All dates of a plan, the last of them 20 December, lie in its year.
    workingDays.require(year);
    long planId = plans.importPlan(new PlanFile(file.getOriginalFilename(), file.getBytes(), division, divisionName,
        year, title, documentNo == null || documentNo.isBlank() ? null : documentNo), actor);
    return new Imported(planId, plans.items(planId).size(), plans.get(planId).missingRows());
  }
}
