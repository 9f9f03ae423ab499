package cn.jointinspection.staff.riskclasses;

import cn.jointinspection.inspection.ClassProposals;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.staff.StaffRefused.NoProposalChosen;
import cn.jointinspection.staff.StaffRefused.SomeProposalsLeft;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Several proposals decided in one go: each is a decision of its own, and what cannot be decided so stays open. */
@Component
class SeveralProposals {

  private final ClassProposals proposals;

  SeveralProposals(ClassProposals proposals) {
    this.proposals = proposals;
  }

  /** A proposal with the class that the page showed. */
  record Chosen(long id, RiskClass seen) {

    /** @param text id, a bar, and the class's code, empty for none */
    static Chosen of(String text) {
      int bar = text.indexOf('|');
      return new Chosen(Long.parseLong(text.substring(0, bar)), RiskClass.of(text.substring(bar + 1)).orElse(null));
    }
  }

  /**
   * @param note nullable where they are accepted
   * @throws NoProposalChosen if there is none
   * @throws SomeProposalsLeft if not all could be decided, with the reasons; the others are
   */
  void decide(List<Chosen> chosen, boolean accept, String note, Actor by) {
    if (chosen.isEmpty()) {
      throw new NoProposalChosen();
    }
    List<String> left = new ArrayList<>();
    for (Chosen one : chosen) {
      try {
        proposals.decide(one.id(), accept, one.seen(), note, by);
      } catch (RuleViolation refusal) {
        left.add(refusal.getMessage());
      }
    }
    if (!left.isEmpty()) {
      throw new SomeProposalsLeft(chosen.size() - left.size(), left);
    }
  }
}
