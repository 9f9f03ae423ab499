package cn.jointinspection.staff.people;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RosterUploads;
import cn.jointinspection.staff.people.PasswordSlips.Slip;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes roster files; for registrars and administrators alone. */
@RestController
@RequestMapping(RosterImportPage.PATH)
class RosterImportController {

  private final PeopleRights rights;
  private final RosterUploads uploads;
  private final RosterDesk desk;

  RosterImportController(PeopleRights rights, RosterUploads uploads, RosterDesk desk) {
    this.rights = rights;
    this.uploads = uploads;
    this.desk = desk;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  /** @param fingerprint of the changes that were shown */
  record Seen(String fingerprint) {}

  @PostMapping
  Next upload(@RequestParam MultipartFile file) throws IOException {
    Actor keeper = rights.keeper();
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return new Next(RosterImportPage.PATH + "/" + uploads.keep(file.getBytes(), name, keeper));
  }

  @PostMapping("/{id}/effect")
  Next takeEffect(@PathVariable long id, @RequestBody Seen seen, HttpSession session) {
    List<Slip> slips = desk.take(id, seen.fingerprint(), rights.keeper());
    PasswordSlips.keep(slips, session);
    return new Next(slips.isEmpty() ? PeoplePage.PATH : PeoplePage.SLIPS);
  }
}
