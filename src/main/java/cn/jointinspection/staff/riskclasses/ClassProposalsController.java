package cn.jointinspection.staff.riskclasses;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.inspection.ClassProposals;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.staff.StaffRefused.OnlyRegistrarsDecideClasses;
import cn.jointinspection.staff.riskclasses.SeveralProposals.Chosen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page of proposals sends; for registrars alone. */
@RestController
@RequestMapping(ClassProposalsPage.PATH)
class ClassProposalsController {

  private static final String ACCEPT = "accept";

  private final Actors actors;
  private final ClassProposals proposals;
  private final SeveralProposals several;

  ClassProposalsController(Actors actors, ClassProposals proposals, SeveralProposals several) {
    this.actors = actors;
    this.proposals = proposals;
    this.several = several;
  }

  /** Where the page goes next. */
  record Next(String location) {}

  /** @param seen class that the page showed; empty for none @param decision accept or refuse */
  record Decision(String decision, String seen, String note) {}

  @PostMapping("/{id}")
  Next decide(@PathVariable long id, @RequestBody Decision decision) {
    proposals.decide(id, ACCEPT.equals(decision.decision()),
        RiskClass.of(decision.seen() == null ? "" : decision.seen()).orElse(null), decision.note(), registrar());
    return new Next(ClassProposalsPage.PATH);
  }

  /** @param chosen each an id, a bar, and the class that the page showed */
  record Decisions(
      String decision, @NotNull @Size(max = 100) List<@Pattern(regexp = "[0-9]{1,18}\\|[A-D]?") String> chosen, String note) {}

  @PostMapping
  Next decideSeveral(@RequestBody @Valid Decisions decisions) {
    several.decide(decisions.chosen().stream().map(Chosen::of).toList(), ACCEPT.equals(decisions.decision()),
        decisions.note(), registrar());
    return new Next(ClassProposalsPage.PATH);
  }

  private Actor registrar() {
    Actor by = actors.current();
    if (!by.in(Groups.REGISTRARS)) {
      throw new OnlyRegistrarsDecideClasses();
    }
    return by;
  }
}
