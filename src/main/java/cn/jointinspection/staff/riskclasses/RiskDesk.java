package cn.jointinspection.staff.riskclasses;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.inspection.ClassProposals;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Zone;
import cn.jointinspection.registry.ClassCoverage;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.RegistryState;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.RiskClasses;
import cn.jointinspection.registry.RiskSource;
import cn.jointinspection.staff.registry.HistoryWords;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What other staff pages show of risk classes; templates read it as {@code @riskDesk}. */
@Component("riskDesk")
class RiskDesk {

  private final Actors actors;
  private final ClassCoverage coverage;
  private final ClassProposals proposals;
  private final RegistryState registry;
  private final RiskClasses classes;
  private final Departments departments;

  RiskDesk(Actors actors, ClassCoverage coverage, ClassProposals proposals, RegistryState registry, RiskClasses classes,
      Departments departments) {
    this.actors = actors;
    this.coverage = coverage;
    this.proposals = proposals;
    this.registry = registry;
    this.classes = classes;
    this.departments = departments;
  }

  /** Whether the registrar is to be told that no classes came this month (按月导入). */
  public boolean classesAreDue() {
    return mayRegister() && registry.hasObjects() && !coverage.cameThisMonth();
  }

  /** How many proposals wait for the registrar; 0 for others. */
  public long proposalsWaiting() {
    return mayRegister() ? proposals.open() : 0;
  }

  private boolean mayRegister() {
    Actor actor = actors.current();
    return actor.in(Groups.REGISTRARS);
  }

  /** A class of the present. @param by whose class it is @param words the class, with the grade where it is one */
  public record Now(String by, String words, String source, LocalDate datedOn) {}

  /** @param from local time, Asia/Shanghai @param by the person's name */
  public record Had(LocalDateTime from, String whose, String words, String source, LocalDate datedOn, String by) {}

  /** @param had the latest first */
  public record OfObject(List<Now> now, List<Had> had) {}

  /** Every class the object has and ever had. */
  public OfObject of(String objectNo) {
    Map<String, String> names = departments.all().stream().collect(Collectors.toMap(Department::code, Department::name));
    RiskClasses.Current current = classes.of(objectNo);
    List<Now> now = new ArrayList<>();
    now.add(new Now("各部门", words(current.riskClass()), words(current.source()), current.datedOn()));
    classes.gradesOf(objectNo).forEach(grade -> now.add(new Now(names.get(grade.department()),
        grade.grade() + (grade.riskClass() == null ? "（已不在对照表中）" : "（" + grade.riskClass().label() + "）"), "部门分级",
        grade.datedOn())));
    List<RiskClasses.Had> ever = new ArrayList<>(classes.everHad(objectNo));
    Collections.reverse(ever);
    Map<String, String> people = new HashMap<>(actors.names(ever.stream().map(RiskClasses.Had::by).toList()));
    people.putAll(HistoryWords.WITHOUT_ACCOUNT);
    return new OfObject(now, ever.stream().map(had -> new Had(
        LocalDateTime.ofInstant(had.from(), Zone.SHANGHAI), had.department() == null ? "各部门" : names.get(had.department()),
        had.department() == null ? words(had.riskClass()) : had.grade(),
        had.department() == null ? words(had.source()) : "部门分级", had.datedOn(),
        people.get(had.by()))).toList());
  }

  private static String words(RiskClass riskClass) {
    return riskClass == null ? "未分类" : riskClass.label();
  }

  private static String words(RiskSource source) {
    return source == null ? null : source.label();
  }
}
