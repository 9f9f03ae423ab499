package cn.jointinspection.staff.drawroom;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the picture on the wall asks every two seconds, and once when lots are drawn. */
@RestController
@RequestMapping(value = DrawRoomPages.PATH + "/{reference}", produces = MediaType.APPLICATION_JSON_VALUE)
class DrawRoomController {

  /** As the page's script has it. */
  private static final int PAGE_SIZE = 100;

  private final DrawRoom room;
  private final LiveDraws live;
  private final DrawnVisits visits;

  DrawRoomController(DrawRoom room, LiveDraws live, DrawnVisits visits) {
    this.room = room;
    this.live = live;
    this.visits = visits;
  }

  @GetMapping("/progress")
  LiveDraw progress(@PathVariable String reference) {
    return live.of(room.enter(reference));
  }

  /** A hundred in order of visits, from page 1 on; empty before lots are drawn. */
  @GetMapping("/result")
  List<DrawnVisits.Visit> result(
      @PathVariable String reference, @RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page) {
    return visits.of(room.enter(reference), (page - 1) * PAGE_SIZE + 1, page * PAGE_SIZE);
  }
}
