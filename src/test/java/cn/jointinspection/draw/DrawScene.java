package cn.jointinspection.draw;

import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Stage;
import cn.jointinspection.draw.engine.Verifier;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.ObjectDraft;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.Scopes;
import cn.jointinspection.registry.TaskNature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The object mother of draws: a small invented county, and a draw brought to the state that a test starts from. */
class DrawScene {

  static final String MATTER = "示例事项";
  static final String NONCE = "0123456789abcdef".repeat(4);
  static final Actor GAJ = new Actor("gajStaff1", "示例甲", Set.of("gaj"));
  static final Actor XFD = new Actor("xfdStaff1", "示例乙", Set.of("xfd"));
  static final Actor OFFICE = new Actor("bgsStaff1", "示例丙", Set.of("bgs"));
  static final Actor DISCIPLINE = new Actor("jjjcStaff1", "示例丁", Set.of("jjjc"));
  private static final String SCOPE = "示例范围";

  private final DrawSteps steps;
  private final Draws draws;
  private final DrawRecords records;
  private final InspectionObjects objects;
  private final Inspectors inspectors;
  private final Scopes scopes;

  DrawScene(DrawSteps steps, Draws draws, DrawRecords records, InspectionObjects objects, Inspectors inspectors,
      Scopes scopes) {
    this.steps = steps;
    this.draws = draws;
    this.records = records;
    this.objects = objects;
    this.inspectors = inspectors;
    this.scopes = scopes;
  }

  /** Five firms of each class, one unrated, one gone; two departments with so many inspectors, the last one expired. */
  void county(int inspectorsEach) {
    List<ObjectDraft> drafts = new ArrayList<>();
    for (RiskClass riskClass : RiskClass.values()) {
      for (int i = 1; i <= 5; i++) {
        drafts.add(object(riskClass.name() + i, riskClass, ObjectStatus.IN_FORCE));
      }
    }
    drafts.add(object("U1", null, ObjectStatus.IN_FORCE));
    drafts.add(object("Z1", RiskClass.D, ObjectStatus.DEREGISTERED));
    objects.put(drafts, OFFICE);
    List<Inspector> people = new ArrayList<>();
    for (String department : List.of("gaj", "xfd")) {
      for (int i = 1; i <= inspectorsEach; i++) {
        people.add(new Inspector(department + i, "示例" + department + i, department, null,
            i == inspectorsEach ? LocalDate.of(2024, 3, 19) : LocalDate.of(2024, 12, 31), List.of(), true, 0));
      }
    }
    inspectors.put(people, OFFICE);
  }

  static ObjectDraft object(String number, RiskClass riskClass, ObjectStatus status) {
    return new ObjectDraft("140826:" + number, "示例" + number, null, number, "示例", "示例路", null, riskClass, status,
        Set.of(SCOPE));
  }

  FreezeRequest request(String publicKind) {
    return new FreezeRequest("140826-2024-008", 2024, "示例抽查", scopes.idOf(SCOPE), "gaj", List.of(MATTER), TaskNature.GENERAL,
        new FreezeRequest.Ratio(true, 3000, null),
        List.of(new FreezeRequest.Stratum("A", 1), new FreezeRequest.Stratum("B", 2),
            new FreezeRequest.Stratum("C", 5), new FreezeRequest.Stratum("D", 10)),
        true,
        List.of(new FreezeRequest.Team("gaj", 2, new TreeMap<>()), new FreezeRequest.Team("xfd", 2, new TreeMap<>())),
        1, new PublicSource(publicKind, publicKind.equals("none") ? "none" : "示例骰子"));
  }

  Draw drawn() {
    Draw draw = steps.freeze(request("dice"), "system");
    steps.contribute(draw.id(), "gaj", NONCE, GAJ);
    steps.closeContributions(draw.id());
    steps.enterPublicValue(draw.id(), "20237331", "bgs", OFFICE);
    steps.confirmPublicValue(draw.id(), "jjjc", DISCIPLINE);
    steps.draw(draw.id());
    return draws.get(draw.id());
  }

  /** As published. */
  byte[] file(String drawId, String name) {
    return copy(records, drawId, name);
  }

  static byte[] copy(DrawRecords records, String drawId, String name) {
    var to = new ByteArrayOutputStream();
    try {
      records.copy(drawId, records.files(drawId).stream().filter(file -> file.name().equals(name)).findFirst()
          .orElseThrow(), to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to.toByteArray();
  }

  /** The stages that hold. */
  List<Stage> verify(String drawId) {
    return verify(records, drawId);
  }

  static List<Stage> verify(DrawRecords records, String drawId) {
    Map<String, byte[]> files = new HashMap<>();
    DrawFiles.NAMES.forEach(name -> files.put(name, copy(records, drawId, name)));
    List<Stage> passed = new ArrayList<>();
    Verifier.verify(DrawFiles.of(files), copy(records, drawId, DrawFiles.TRANSCRIPT), passed::add);
    return passed;
  }
}
