package cn.jointinspection.staff.timelimits;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.DeadlineChange;
import cn.jointinspection.deadlines.limits.Facts;
import cn.jointinspection.deadlines.limits.LimitsRefused.OnlyTheOfficeSetsLimits;
import cn.jointinspection.deadlines.limits.TimeLimitsChange;
import cn.jointinspection.deadlines.limits.TimeLimitsFile;
import cn.jointinspection.deadlines.limits.TimeLimitsTable;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the time limits: all staff read them, the office sees what it may change. */
@Controller
@RequestMapping(TimeLimitsPage.HREF)
class TimeLimitsPages {

  private final TimeLimitsViews views;
  private final TimeLimitsChange change;
  private final Actors actors;

  TimeLimitsPages(TimeLimitsViews views, TimeLimitsChange change, Actors actors) {
    this.views = views;
    this.change = change;
    this.actors = actors;
  }

  /** @param version page of the versions; @param recomputation page of the recomputations */
  @GetMapping
  String table(
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int version,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int recomputation,
      Model model) {
    boolean office = actors.current().in(Groups.OFFICE);
    return actors.unrestricted(() -> {
      model.addAttribute("table", views.current());
      model.addAttribute("history", views.history(version));
      model.addAttribute("recomputations", views.recomputations(recomputation));
      model.addAttribute("office", office);
      return "staff/time-limits";
    });
  }

  @GetMapping("/edit")
  String edit(Model model) {
    onlyTheOffice();
    return actors.unrestricted(() -> {
      var table = views.current();
      model.addAttribute("table", table);
      model.addAttribute("told", TimeLimits.Told.values());
      model.addAttribute("supervisors", TimeLimits.Supervisor.values());
      model.addAttribute("bases", table.rows().stream()
          .collect(Collectors.toMap(TimeLimitsTable.Row::step, row -> Facts.of(row.step()))));
      return "staff/time-limits-edit";
    });
  }

  @GetMapping("/drafts/{id}")
  String draft(@PathVariable long id, Model model) {
    onlyTheOffice();
    return actors.unrestricted(() -> {
      model.addAttribute("id", id);
      model.addAttribute("changes", views.lines(change.changes(id)));
      return "staff/time-limits-draft";
    });
  }

  @GetMapping("/versions/{version}")
  String version(@PathVariable int version, Model model) {
    return actors.unrestricted(() -> {
      model.addAttribute("version", version);
      model.addAttribute("changes", views.changesOf(version));
      return "staff/time-limits-version";
    });
  }

  @GetMapping("/versions/{version}/" + TimeLimitsFile.NAME)
  ResponseEntity<byte[]> file(@PathVariable int version) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(TimeLimitsFile.NAME).build().toString())
        .body(actors.unrestricted(() -> views.file(version)));
  }

  @GetMapping("/recomputations/{id}")
  String recomputation(
      @PathVariable long id,
      @RequestParam(required = false) DeadlineChange.State state,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
      Model model) {
    model.addAttribute("run", views.recomputation(id));
    model.addAttribute("groups", views.waits(id, state, page));
    return "staff/time-limits-recomputation";
  }

  private void onlyTheOffice() {
    if (!actors.current().in(Groups.OFFICE)) {
      throw new OnlyTheOfficeSetsLimits("修改时限表");
    }
  }
}
