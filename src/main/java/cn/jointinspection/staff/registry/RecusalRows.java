package cn.jointinspection.staff.registry;

import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.FiledRecusals.Filed;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Recusals as a person may see them: everybody that one stands, few for what reason (三). */
@Component
class RecusalRows {

  private final Departments departments;

  RecusalRows(Departments departments) {
    this.departments = departments;
  }

  /** @param reason null where the person must not know it */
  record Row(String inspector, String inspectorName, String department, String objectNo, String objectName,
      LocalDate filedOn, String reason) {}

  Page<Row> of(Page<Filed> filed, Actor reader) {
    return filed.map(one -> new Row(one.inspector(), one.inspectorName(), departments.byCode(one.department()).name(),
        one.objectNo(), one.objectName(), one.filedOn(),
        mustKnow(reader, one.department()) ? one.reason().label() : null));
  }

  /** Who keeps the registries, and who reviews for the inspector's department. */
  private static boolean mustKnow(Actor reader, String department) {
    return reader.in(Groups.REGISTRARS) || reader.in(Bodies.reviewersOf(department));
  }
}
