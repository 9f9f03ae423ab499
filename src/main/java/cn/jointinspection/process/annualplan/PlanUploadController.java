package cn.jointinspection.process.annualplan;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanFile;
import cn.jointinspection.plan.PlanPreview;
import cn.jointinspection.plan.PlanRefused.OnlyTheOfficePlans;
import cn.jointinspection.plan.PlanUploads;
import cn.jointinspection.platform.Actor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes the plan file from the form that starts the process, shows how it reads, and stores it as a draft. */
@RestController
@RequestMapping("/camunda/api/staff/plans")
class PlanUploadController {

  private final AnnualPlans plans;
  private final PlanUploads uploads;
  private final WorkingDays workingDays;
  private final Actors actors;
  private final String division;
  private final String divisionName;

  PlanUploadController(AnnualPlans plans, PlanUploads uploads, WorkingDays workingDays, Actors actors,
      @Value("${joint-inspection.division.code}") String division,
      @Value("${joint-inspection.division.name}") String divisionName) {
    this.plans = plans;
    this.uploads = uploads;
    this.workingDays = workingDays;
    this.actors = actors;
    this.division = division;
    this.divisionName = divisionName;
  }

  record Imported(long planId, int items, List<Integer> missingRows) {}

  /** @param reading the preview's, that the person saw */
  record Confirmation(String reading) {}

  /** Reads the file and shows how it was read; nothing is a plan yet. */
  @PostMapping
  PlanPreview upload(@RequestParam MultipartFile file, @RequestParam int year, @RequestParam String title,
      @RequestParam(required = false) String documentNo) throws IOException {
    Actor actor = office();
    // All dates of a plan, the last of them 20 December, lie in its year.
    workingDays.require(year);
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return uploads.upload(new PlanFile(name, file.getBytes(), division, divisionName, year, title,
        documentNo == null || documentNo.isBlank() ? null : documentNo), actor);
  }

  /** How an upload reads now. */
  @GetMapping("/uploads/{id}")
  PlanPreview preview(@PathVariable long id) {
    office();
    return uploads.preview(id);
  }

  /** Stores as a draft what was shown. */
  @PostMapping("/uploads/{id}/draft")
  Imported confirm(@PathVariable long id, @RequestBody Confirmation confirmation) {
    long planId = uploads.confirm(id, confirmation.reading(), office());
    return new Imported(planId, plans.items(planId).size(), plans.get(planId).missingRows());
  }

  private Actor office() {
    Actor actor = actors.current();
    if (!actor.in(Groups.OFFICE)) {
      throw new OnlyTheOfficePlans();
    }
    return actor;
  }
}
