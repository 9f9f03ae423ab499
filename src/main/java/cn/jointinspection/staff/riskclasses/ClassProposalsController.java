package cn.jointinspection.staff.riskclasses;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.inspection.ClassProposals;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.staff.StaffRefused.OnlyRegistrarsDecideClasses;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page of proposals sends; for registrars alone. */
@RestController
@RequestMapping(ClassProposalsPage.PATH)
class ClassProposalsController {

  private final Actors actors;
  private final ClassProposals proposals;

  ClassProposalsController(Actors actors, ClassProposals proposals) {
    this.actors = actors;
    this.proposals = proposals;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  /** @param seen class that the page showed; empty for none @param decision accept or refuse */
  record Decision(String decision, String seen, String note) {}

  @PostMapping("/{id}")
  Next decide(@PathVariable long id, @RequestBody Decision decision) {
    Actor by = actors.current();
    if (!by.in(Groups.REGISTRARS)) {
      throw new OnlyRegistrarsDecideClasses();
    }
    proposals.decide(id, "accept".equals(decision.decision()),
        RiskClass.of(decision.seen() == null ? "" : decision.seen()).orElse(null), decision.note(), by);
    return new Next(ClassProposalsPage.PATH);
  }
}
