package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.Evidence;
import cn.jointinspection.inspection.EvidenceStore;
import cn.jointinspection.inspection.SubstitutionRequest;
import cn.jointinspection.inspection.SubstitutionRequests;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A request for substitution as its two approvers see it. */
@Component
class SubstitutionFacts {

  private final SubstitutionRequests requests;
  private final EvidenceStore evidence;
  private final Inspectors inspectors;
  private final ObjectFacts facts;
  private final Actors actors;

  SubstitutionFacts(SubstitutionRequests requests, EvidenceStore evidence, Inspectors inspectors,
      ObjectFacts facts, Actors actors) {
    this.requests = requests;
    this.evidence = evidence;
    this.inspectors = inspectors;
    this.facts = facts;
    this.actors = actors;
  }

  /**
   * @param evidenceId the file named in the request; nullable
   * @param approvedBy null before the first approval
   */
  record Facts(
      String reason, String note, String requestedBy, Instant requestedAt, String evidenceId, List<Evidence> evidence,
      String approvedBy, String approvalNote) {}

  record View(ObjectFacts.Facts object, Facts request) {}

  /**
   * What each of the two answers.
   *
   * @param note needed for a refusal
   */
  record Decision(
      @NotNull(message = "请选择同意或不同意补抽") Boolean approve,
      @Size(max = 1000, message = "意见不得超过 1000 字") String note) {}

  SubstitutionRequest request(WorkItem item) {
    return requests.newest(facts.object(item).id()).orElseThrow();
  }

  View view(WorkItem item) {
    SubstitutionRequest request = request(item);
    return new View(facts.of(item), new Facts(request.reason().text(), request.note(),
        inspectors.byAccount(request.requestedBy()).map(Inspector::name)
            .orElseGet(() -> actors.nameOf(request.requestedBy())),
        request.requestedAt(), request.evidenceId() == null ? null : request.evidenceId().toString(),
        evidence.ofObject(request.objectInspectionId()),
        request.approved() == null ? null : actors.nameOf(request.approved().by()), request.decisionNote()));
  }
}
