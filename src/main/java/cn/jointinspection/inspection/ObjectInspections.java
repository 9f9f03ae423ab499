package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** The inspections of single objects (对一户检查对象的检查). */
@Service
public class ObjectInspections {

  public ObjectInspection get(String id) {
    throw new UnsupportedOperationException();
  }

  public List<ObjectInspection> ofJointInspection(String jointInspectionId) {
    throw new UnsupportedOperationException();
  }

  public void giveNotice(String id, Notice notice, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public List<String> pendingDepartments(String id) {
    throw new UnsupportedOperationException();
  }

  public List<String> departments(String id) {
    throw new UnsupportedOperationException();
  }

  public void completeJointCheck(String id) {
    throw new UnsupportedOperationException();
  }

  public List<JournalEntry> journal(String id) {
    throw new UnsupportedOperationException();
  }
}
