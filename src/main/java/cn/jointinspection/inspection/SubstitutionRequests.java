package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Objects that do not exist any more and what is inspected in their place (补抽). */
@Service
public class SubstitutionRequests {

  public long request(String objectInspectionId, SubstitutionReason reason, String note, UUID evidenceId, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public SubstitutionRequest get(long requestId) {
    throw new UnsupportedOperationException();
  }

  public Optional<SubstitutionRequest> newest(String objectInspectionId) {
    throw new UnsupportedOperationException();
  }

  public void approve(long requestId, boolean approve, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void countersign(long requestId, boolean approve, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public Substitution carryOut(String objectInspectionId) {
    throw new UnsupportedOperationException();
  }
}
