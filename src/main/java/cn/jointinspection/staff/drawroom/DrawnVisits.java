package cn.jointinspection.staff.drawroom;

import cn.jointinspection.draw.Contribution;
import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawRecords;
import cn.jointinspection.draw.DrawWords;
import cn.jointinspection.draw.DrawnObject;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The result of a draw in words: who was drawn, who inspects. */
@Component
class DrawnVisits {

  private final Draws draws;
  private final DrawRecords records;
  private final ObjectInspections inspections;
  private final InspectionObjects objects;
  private final Inspectors inspectors;
  private final DrawRoom room;

  DrawnVisits(Draws draws, DrawRecords records, ObjectInspections inspections, InspectionObjects objects,
      Inspectors inspectors, DrawRoom room) {
    this.draws = draws;
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
    List<DrawnObject> drawn = records.drawn(draw.id());
    Map<String, String> names = objectNames(draw, drawn.stream().map(DrawnObject::objectNo).toList());
    Map<String, String> people = people(draw);
    return drawn.stream().map(object -> new Visit(object.visitNo(), object.objectNo(), names.get(object.objectNo()),
        DrawWords.stratum(object.stratum()), object.ticket(), teams(object, people))).toList();
  }

  private List<Team> teams(DrawnObject object, Map<String, String> people) {
    return object.teams().entrySet().stream()
        .map(team -> new Team(room.department(team.getKey()), team.getValue().stream().map(people::get).toList()))
        .toList();
  }

  /** Names by object number, as they were when drawn where that is on record. */
  Map<String, String> objectNames(Draw draw, List<String> objectNos) {
    Map<String, String> names = new HashMap<>(objects.names(objectNos));
    Set<String> wanted = Set.copyOf(objectNos);
    inspections.ofJointInspection(draw.jointInspectionId()).stream()
        .filter(inspection -> wanted.contains(inspection.objectNo()))
        .forEach(inspection -> names.put(inspection.objectNo(), inspection.objectName()));
    return names;
  }

  /** Names with certificate numbers, by certificate number, of all inspectors of the departments that take part. */
  Map<String, String> people(Draw draw) {
    List<String> taking = draws.contributions(draw.id()).stream().map(Contribution::department).toList();
    return inspectors.all(taking).stream().collect(Collectors.toMap(Inspector::certificateNo,
        inspector -> inspector.name() + "（" + inspector.certificateNo() + "）"));
  }
}
