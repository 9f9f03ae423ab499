package cn.jointinspection.staff.visitcaps;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.VisitCaps;
import cn.jointinspection.registry.VisitCaps.Cap;
import cn.jointinspection.staff.StaffRefused.OnlyTheOfficeSetsCaps;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page of the caps sends; for the office alone. */
@RestController
@RequestMapping(VisitCapsPage.PATH)
class VisitCapsController {

  private final Actors actors;
  private final VisitCaps caps;

  VisitCapsController(Actors actors, VisitCaps caps) {
    this.actors = actors;
    this.caps = caps;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  record Lifted(String category) {}

  @PostMapping
  Next set(@RequestBody Cap cap) {
    caps.set(cap, office());
    return new Next(VisitCapsPage.PATH);
  }

  @PostMapping("/removal")
  Next lift(@RequestBody Lifted lifted) {
    caps.lift(lifted.category(), office());
    return new Next(VisitCapsPage.PATH);
  }

  private Actor office() {
    Actor actor = actors.current();
    if (!actor.in(Groups.OFFICE)) {
      throw new OnlyTheOfficeSetsCaps();
    }
    return actor;
  }
}
