package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** Joint inspections from the published plan item to the lead department's confirmation (联合抽查任务). */
@Service
public class JointInspections {

  public void create(NewJointInspection planned) {
    throw new UnsupportedOperationException();
  }

  public JointInspection get(String id) {
    throw new UnsupportedOperationException();
  }

  public List<JointInspection> all() {
    throw new UnsupportedOperationException();
  }

  public void launch(String id, Scheme scheme, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void cosign(String id, String department, boolean agree, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void coordinateCosign(String id, String department, CosignDecision decision, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void accept(String id, String department, boolean accept, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void coordinateRefusal(String id, String department, RefusalDecision decision, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void recordDraw(String id, String drawId) {
    throw new UnsupportedOperationException();
  }

  public void drawAbandoned(String id, String reason) {
    throw new UnsupportedOperationException();
  }

  public void nothingToDraw(String id) {
    throw new UnsupportedOperationException();
  }

  public List<ObjectInspection> startable(String id, int limit) {
    throw new UnsupportedOperationException();
  }

  public boolean finishObject(String objectInspectionId) {
    throw new UnsupportedOperationException();
  }

  public void confirmComplete(String id, String note, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public List<JournalEntry> journal(String id) {
    throw new UnsupportedOperationException();
  }
}
