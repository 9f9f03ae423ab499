package cn.jointinspection.staff.registry;

import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.FiledRecusals.Filed;
import cn.jointinspection.registry.RecusalReaders;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Recusals as a person may see them: everybody that one stands, few for what reason (三). */
@Component
public class RecusalRows {

  private final Departments departments;
  private final Clock clock;

  RecusalRows(Departments departments, Clock clock) {
    this.departments = departments;
    this.clock = clock;
  }

  /**
   * @param state whether it holds today, in words
   * @param told null where the person must not know
   */
  public record Row(String inspector, String inspectorName, String department, String objectNo, String objectName,
      LocalDate filedOn, String state, Told told) {}

  /** @param endsOn last day; null without end @param note nullable */
  public record Told(LocalDate startsOn, LocalDate endsOn, String origin, String reason, String note) {}

  public Page<Row> of(Page<Filed> filed, Actor reader) {
    return filed.map(one -> new Row(one.inspector(), one.inspectorName(), departments.byCode(one.department()).name(),
        one.objectNo(), one.objectName(), one.filedOn(), state(one),
        RecusalReaders.mustKnow(reader, one.department(), one.account(), Groups.REGISTRARS) ? told(one) : null));
  }

  private String state(Filed one) {
    LocalDate today = LocalDate.now(clock);
    return one.startsOn().isAfter(today) ? "尚未开始"
        : one.endsOn() != null && one.endsOn().isBefore(today) ? "已结束" : "回避中";
  }

  private static Told told(Filed one) {
    return new Told(one.startsOn(), one.endsOn(), one.origin().label(), one.reason().label(), one.note());
  }
}
