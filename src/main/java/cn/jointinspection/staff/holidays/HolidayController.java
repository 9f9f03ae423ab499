package cn.jointinspection.staff.holidays;

import cn.jointinspection.calendar.HolidayUploads;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.staff.StaffRefused.OnlyTheOfficeKeepsHolidays;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the page of the holiday tables sends; for the office alone. */
@RestController
@RequestMapping(HolidayPage.PATH)
class HolidayController {

  private final Actors actors;
  private final HolidayUploads uploads;
  private final HolidayEffect effect;

  HolidayController(Actors actors, HolidayUploads uploads, HolidayEffect effect) {
    this.actors = actors;
    this.uploads = uploads;
    this.effect = effect;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  @PostMapping
  Next upload(@RequestParam MultipartFile file, @RequestParam int year, @RequestParam String notice) throws IOException {
    Actor office = office();
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return new Next(HolidayPage.PATH + "/drafts/" + uploads.draft(file.getBytes(), name, year, notice, office));
  }

  @PostMapping("/drafts/{id}/effect")
  Next takeEffect(@PathVariable long id) {
    return new Next(HolidayPage.PATH + "?year=" + effect.takeEffect(id, office()));
  }

  @PostMapping("/drafts/{id}/discard")
  Next discard(@PathVariable long id) {
    uploads.discard(id, office());
    return new Next(HolidayPage.PATH);
  }

  private Actor office() {
    Actor actor = actors.current();
    if (!actor.in(Groups.OFFICE)) {
      throw new OnlyTheOfficeKeepsHolidays();
    }
    return actor;
  }
}
