package cn.jointinspection.staff.drawroom;

import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawRecords;
import cn.jointinspection.draw.DrawWords;
import cn.jointinspection.draw.DrawnObject;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The result of a draw in words: who was drawn, who inspects. */
@Component
class DrawnVisits {

  private final DrawRecords records;
  private final ObjectInspections inspections;
  private final InspectionObjects objects;
  private final Inspectors inspectors;
  private final DrawRoom room;

  DrawnVisits(DrawRecords records, ObjectInspections inspections, InspectionObjects objects,
      Inspectors inspectors, DrawRoom room) {
    this.records = records;
    this.inspections = inspections;
    this.objects = objects;
    this.inspectors = inspectors;
    this.room = room;
  }

  /** @param members names with certificate numbers, the leader first */
  record Team(String department, List<String> members) {}

  /**
   * @param visitNo place in the order of visits, from 1
   * @param stratum in words
   */
  record Visit(int visitNo, String objectNo, String name, String stratum, String ticket, List<Team> teams) {}

  /** As first drawn, in order of visits; empty before. */
  List<Visit> of(Draw draw) {
    return of(draw, 1, Integer.MAX_VALUE);
  }

  /** The part from one visit number to another, both included. */
  List<Visit> of(Draw draw, int from, int to) {
    List<DrawnObject> drawn = records.drawn(draw.id(), from, to);
    Map<String, String> names = objectNames(draw, drawn.stream().map(DrawnObject::objectNo).toList());
    UnaryOperator<String> people =
        inspectorNames(drawn.stream().flatMap(object -> object.teams().values().stream().flatMap(List::stream)));
    return drawn.stream().map(object -> new Visit(object.visitNo(), object.objectNo(), names.get(object.objectNo()),
        DrawWords.stratum(object.stratum()), object.ticket(), teams(object, people))).toList();
  }

  private List<Team> teams(DrawnObject object, UnaryOperator<String> people) {
    return object.teams().entrySet().stream()
        .map(team -> new Team(room.department(team.getKey()), team.getValue().stream().map(people).toList()))
        .toList();
  }

  /** Names by object number, as they were when drawn where that is on record. */
  Map<String, String> objectNames(Draw draw, List<String> objectNos) {
    Map<String, String> names = new HashMap<>(objects.names(objectNos));
    names.putAll(inspections.names(draw.jointInspectionId(), objectNos));
    return names;
  }

  /** Names with certificate numbers, by certificate number, of these inspectors; null for null. */
  UnaryOperator<String> inspectorNames(Stream<String> certificateNos) {
    Map<String, Inspector> people = inspectors.of(certificateNos.filter(Objects::nonNull).distinct().toList());
    return no -> people.containsKey(no) ? people.get(no).name() + "（" + no + "）" : no;
  }
}
