package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.DepartmentNames;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.FileProblem;
import cn.jointinspection.registry.InspectionItems;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.PersonChange;
import cn.jointinspection.registry.RegistryRefused.RegistryFileRefused;
import cn.jointinspection.registry.RegistryState;
import cn.jointinspection.registry.Roster;
import cn.jointinspection.registry.RosterFileReader;
import cn.jointinspection.registry.intake.CountyFolder.CountyFile;
import cn.jointinspection.registry.intake.IntakeRefused.CountyFaulty;
import cn.jointinspection.registry.intake.IntakeRefused.CountyNotEmpty;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A county's first load (启用): its list, registries and roster from six files, all or nothing. Only while there is nothing
 * that a second person could have a say in; afterwards every change is a proposal that somebody else approves.
 */
@Service
public class CountyLoad {

  private static final String DEPARTMENT = "部门";
  private static final String REASON = "首次装入";

  private final RegistryChanges changes;
  private final RegistryState state;
  private final InspectionItems items;
  private final People people;
  private final RosterFileReader roster;
  private final Departments departments;

  CountyLoad(RegistryChanges changes, RegistryState state, InspectionItems items, People people,
      RosterFileReader roster, Departments departments) {
    this.changes = changes;
    this.state = state;
    this.items = items;
    this.people = people;
    this.roster = roster;
    this.departments = departments;
  }

  /** Whether nobody has entered anything yet. */
  public boolean mayBegin() {
    return people.none() && items.inForce().isEmpty() && !state.hasObjects();
  }

  /**
   * Puts all six files in force.
   *
   * @param by in whose name the history keeps it
   * @param says is told how far it is, in Chinese, a line at a time
   * @throws CountyNotEmpty if something has been entered already
   * @throws CountyFaulty naming what is wrong with each file; then nothing is kept
   */
  @Transactional
  public void load(CountyFolder folder, Actor by, Consumer<String> says) {
    if (!mayBegin()) {
      throw new CountyNotEmpty();
    }
    List<FaultyFile> faulty = new ArrayList<>();
    CountyList.all().forEach(list -> {
      // Which objects and people there are is not known while their files cannot be read.
      if (list.kind() != ChangeKind.RISK_CLASSES && list.kind() != ChangeKind.RECUSALS || faulty.isEmpty()) {
        CountyFile file = folder.file(list);
        List<FileProblem> problems = list == CountyList.PEOPLE ? people(file, by) : list(list, file, by, says);
        says.accept(list.label() + "（" + file.name() + "）：" + (problems.isEmpty() ? "完成" : "有问题"));
        if (!problems.isEmpty()) {
          faulty.add(faulty(list, file, problems));
        }
      }
    });
    if (!faulty.isEmpty()) {
      throw new CountyFaulty(faulty);
    }
  }

  /** Fills the roster alone, for registries that were filled before there was one. */
  @Transactional
  public void people(CountyFolder folder, Actor by) {
    CountyFile file = folder.file(CountyList.PEOPLE);
    List<FileProblem> problems = people(file, by);
    if (!problems.isEmpty()) {
      throw new CountyFaulty(List.of(faulty(CountyList.PEOPLE, file, problems)));
    }
  }

  private FaultyFile faulty(CountyList list, CountyFile file, List<FileProblem> problems) {
    return new FaultyFile(file, list == CountyList.PEOPLE ? RosterFileReader.KNOWN_BY : changes.knownBy(list.kind()),
        problems);
  }

  private List<FileProblem> people(CountyFile file, Actor by) {
    try (InputStream in = file.content().open()) {
      Roster read = roster.read(in.readAllBytes(), file.name());
      people.put(read.changes().stream().map(PersonChange::now).toList(), by);
      return List.of();
    } catch (RegistryFileRefused refused) {
      return refused.problems();
    } catch (RuleViolation unfit) {
      return FaultyFile.whole(unfit.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<FileProblem> list(CountyList list, CountyFile file, Actor by, Consumer<String> says) {
    try {
      if (!list.byDepartment()) {
        return put(list, file, Bodies.OFFICE, row -> true, by, says);
      }
      DepartmentNames names = departments.names();
      List<FileProblem> problems = new ArrayList<>();
      for (String department : departmentsIn(file, names, problems)) {
        problems.addAll(put(list, file, department, row -> department.equals(department(row, names)), by, says));
      }
      return problems;
    } catch (RuleViolation unfit) {
      return FaultyFile.whole(unfit.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<FileProblem> put(CountyList list, CountyFile file, String department, FileIntake.Wanted rows, Actor by,
      Consumer<String> says) throws IOException {
    try (InputStream in = file.content().open()) {
      RegistryChange change = changes.putAtOnce(
          new Proposal(list.kind(), department, file.name(), REASON, false), in, rows, (read, bad) -> {
            says.accept(list.label() + "（" + file.name() + "）：已读 " + "%,d".formatted(read) + " 行");
            return true;
          }, by);
      return change.refusal() == null ? List.of() : faults(change);
    }
  }

  private List<FileProblem> faults(RegistryChange refused) {
    List<FileProblem> problems = changes.problems(refused.id(), 1, Integer.MAX_VALUE).items();
    return problems.isEmpty() ? FaultyFile.whole(refused.refusal()) : problems;
  }

  /** Codes of the departments whose rows are in the file, as they come. @param problems gets the rows of nobody */
  private Set<String> departmentsIn(CountyFile file, DepartmentNames names, List<FileProblem> problems)
      throws IOException {
    Set<String> found = new LinkedHashSet<>();
    CellChecks checks = new CellChecks(file.name());
    try (InputStream in = file.content().open(); SheetFile sheet = SheetFile.open(in.readAllBytes(), file.name())) {
      for (TableRow row : sheet.table(List.of(DEPARTMENT))) {
        if (checks.isReadable(row, List.of(DEPARTMENT), true)) {
          String code = department(row, names);
          if (code == null) {
            checks.problem(row, DEPARTMENT, "一个部门的名称或别名（"
                + names.resolve(CellText.name(row.text(DEPARTMENT))).problem() + "）");
          } else {
            found.add(code);
          }
        }
      }
    }
    problems.addAll(checks.problems());
    return found;
  }

  private static String department(TableRow row, DepartmentNames names) {
    return names.resolve(CellText.name(row.text(DEPARTMENT))).department().map(d -> d.code()).orElse(null);
  }
}
