package cn.jointinspection.staff.calendarfeed;

import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands a department's calendar to whoever knows its secret address; to anybody else there is nothing there. */
@RestController
class CalendarController {

  private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final CalendarFeeds feeds;
  private final FeedReader reader;
  private final Departments departments;
  private final Clock clock;

  CalendarController(CalendarFeeds feeds, FeedReader reader, Departments departments, Clock clock) {
    this.feeds = feeds;
    this.reader = reader;
    this.departments = departments;
    this.clock = clock;
  }

  @GetMapping("/calendar/{department}/{token}.ics")
  ResponseEntity<byte[]> calendar(@PathVariable String department, @PathVariable String token) {
    boolean open = feeds.opens(department, token);
    Optional<Department> known =
        departments.all().stream().filter(one -> one.code().equals(department)).findFirst();
    if (!open || known.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    String calendar = FeedWriter.write(known.get().name() + "联合抽查", reader.of(department), clock.instant());
    return ResponseEntity.ok().contentType(CALENDAR).cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer").body(calendar.getBytes(StandardCharsets.UTF_8));
  }
}
