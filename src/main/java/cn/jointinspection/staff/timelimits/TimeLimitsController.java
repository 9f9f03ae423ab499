package cn.jointinspection.staff.timelimits;

import cn.jointinspection.deadlines.limits.Column;
import cn.jointinspection.deadlines.limits.TimeLimitsChange;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes what the office changes on the pages of the time limits; each answer says where to go next. */
@RestController
@RequestMapping(TimeLimitsPage.HREF)
class TimeLimitsController {

  /** Field of the form that names the version it was made from. */
  private static final String BASE = "base";

  private final TimeLimitsChange change;
  private final Actors actors;

  TimeLimitsController(TimeLimitsChange change, Actors actors) {
    this.change = change;
    this.actors = actors;
  }

  record Next(String location) {}

  record Reason(String reason) {}

  /** @param fields {@code base}, and for each cell {@code <step>.<column>}; told ones as {@code <step>.tells.<who>} */
  @PostMapping("/drafts")
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
  Next upload(@RequestParam MultipartFile file, @RequestParam String base) throws IOException {
    Actor actor = actors.current();
    byte[] content = file.getBytes();
    return new Next(TimeLimitsPage.draft(actors.unrestricted(() -> change.upload(base, content, actor))));
  }

  @PostMapping("/drafts/{id}/deployment")
  Next deploy(@PathVariable long id, @RequestBody Reason reason) {
    change.deploy(id, reason.reason(), actors.current());
    return new Next(TimeLimitsPage.HREF);
  }
}
