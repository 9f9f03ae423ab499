package cn.jointinspection.process.timelimits;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.Actors;
import cn.jointinspection.process.TimeLimits;
import cn.jointinspection.process.identity.Groups;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** 时限表: all staff read it, the office changes it. */
@Controller
@RequestMapping(TimeLimitsPage.HREF)
class TimeLimitsController {

  /** Field of the form that names the version it was made from. */
  private static final String BASE = "base";

  private final TimeLimitsViews views;
  private final TimeLimitsChange change;
  private final Actors actors;

  TimeLimitsController(TimeLimitsViews views, TimeLimitsChange change, Actors actors) {
    this.views = views;
    this.change = change;
    this.actors = actors;
  }

  record Next(String location) {}

  record Reason(String reason) {}

  @GetMapping
  String table(Model model) {
    boolean office = actors.current().in(Groups.OFFICE);
    return actors.unrestricted(() -> {
      model.addAttribute("table", views.current());
      model.addAttribute("history", views.history());
      model.addAttribute("recomputations", views.recomputations());
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

  /** @param fields {@code base}, and for each cell {@code <step>.<column>}; told ones as {@code <step>.tells.<who>} */
  @PostMapping("/drafts")
  @ResponseBody
  Next draft(@RequestBody Map<String, String> fields) {
    Actor actor = actors.current();
    return new Next(TimeLimitsPage.draft(
        actors.unrestricted(() -> change.edit(fields.getOrDefault(BASE, ""), cells(fields), actor))));
  }

  private static Map<String, Map<Column, String>> cells(Map<String, String> fields) {
    Map<String, Map<Column, String>> values = new HashMap<>();
    new TreeMap<>(fields).forEach((name, value) -> {
      String[] parts = name.split("\\.");
      Arrays.stream(Column.values()).filter(column -> parts.length > 1 && column.output().equals(parts[1]))
          .forEach(column -> values.computeIfAbsent(parts[0], step -> new EnumMap<>(Column.class))
              .merge(column, parts.length > 2 ? parts[2] : value.strip(), (one, other) -> one + "," + other));
    });
    // No box ticked sends no field: the cell is empty then, and is refused like any other wrong one.
    values.values().forEach(cells -> cells.putIfAbsent(Column.TELLS, ""));
    return values;
  }

  @PostMapping("/files")
  @ResponseBody
  Next upload(@RequestParam MultipartFile file, @RequestParam String base) throws IOException {
    Actor actor = actors.current();
    byte[] content = file.getBytes();
    return new Next(TimeLimitsPage.draft(actors.unrestricted(() -> change.upload(base, content, actor))));
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

  @PostMapping("/drafts/{id}/deployment")
  @ResponseBody
  Next deploy(@PathVariable long id, @RequestBody Reason reason) {
    change.deploy(id, reason.reason(), actors.current());
    return new Next(TimeLimitsPage.HREF);
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
  String recomputation(@PathVariable long id, Model model) {
    model.addAttribute("run", views.recomputation(id));
    model.addAttribute("groups", views.waits(id));
    model.addAttribute("shown", TimeLimitsViews.SHOWN);
    return "staff/time-limits-recomputation";
  }

  private void onlyTheOffice() {
    if (!actors.current().in(Groups.OFFICE)) {
      throw new OnlyTheOfficeSetsLimits("修改时限表");
    }
  }
}
