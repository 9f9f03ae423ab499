package cn.jointinspection.staff.drawroom;

import cn.jointinspection.draw.Contribution;
import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawRecords;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.staff.StaffRefused.OnlyThoseTakingPartWatch;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may watch which draw, and the words that all views of a draw share. */
@Component
class DrawRoom {

  private static final String SYSTEM = "system";

  private final Draws draws;
  private final DrawRecords records;
  private final Departments departments;
  private final Actors actors;
  private final Clock clock;

  DrawRoom(Draws draws, DrawRecords records, Departments departments, Actors actors, Clock clock) {
    this.draws = draws;
    this.records = records;
    this.departments = departments;
    this.actors = actors;
    this.clock = clock;
  }

  /**
   * The draw that the signed-in person wants to watch.
   *
   * @param reference a draw's number or id, or the id of a joint inspection, whose latest draw is meant
   * @throws cn.jointinspection.platform.RuleViolation UnknownDraw if there is none
   * @throws OnlyThoseTakingPartWatch if it is none of his business
   */
  Draw enter(String reference) {
    Actor actor = actors.current();
    Draw draw = records.byReference(reference).orElseGet(() -> draws.get(reference));
    boolean mayWatch = watchesAll(actor) || draws.contributions(draw.id()).stream().map(Contribution::department)
        .anyMatch(department -> belongsTo(actor, department));
    if (!mayWatch) {
      throw new OnlyThoseTakingPartWatch(draw.number());
    }
    return draw;
  }

  /** Which draws the person may watch. */
  DrawRecords.Watched watched(Actor actor) {
    return new DrawRecords.Watched(watchesAll(actor), departmentsOf(actor));
  }

  boolean watchesAny(Actor actor) {
    return watchesAll(actor) || !departmentsOf(actor).isEmpty();
  }

  private List<String> departmentsOf(Actor actor) {
    return departments.all().stream().map(Department::code).filter(code -> belongsTo(actor, code)).toList();
  }

  private static boolean watchesAll(Actor actor) {
    return actor.in(Groups.OFFICE) || actor.in(Groups.DISCIPLINE);
  }

  private static boolean belongsTo(Actor actor, String department) {
    return actor.in(department) || actor.in(Bodies.reviewersOf(department));
  }

  String department(String code) {
    return departments.byCode(code).name();
  }

  /** The names of these persons, asked for at once: gives the account's id where it is unknown, null for null. */
  UnaryOperator<String> people(Stream<String> userIds) {
    Map<String, String> names = actors.names(userIds.toList());
    names.put(SYSTEM, "系统");
    return names::get;
  }

  /** Local time, Asia/Shanghai; null for null. */
  OffsetDateTime local(OffsetDateTime at) {
    return at == null ? null : at.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
  }
}
