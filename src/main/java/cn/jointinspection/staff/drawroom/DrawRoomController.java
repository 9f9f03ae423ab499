package cn.jointinspection.staff.drawroom;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the picture on the wall asks every two seconds, and once when lots are drawn. */
@RestController
@RequestMapping(value = DrawRoomPages.PATH + "/{reference}", produces = MediaType.APPLICATION_JSON_VALUE)
class DrawRoomController {

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

  /** In order of visits; empty before lots are drawn. */
  @GetMapping("/result")
  List<DrawnVisits.Visit> result(@PathVariable String reference) {
    return visits.of(room.enter(reference));
  }
}
