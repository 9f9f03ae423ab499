package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.Table;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.RegistryRefused.RegistryFileRefused;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads a roster as departments hand it in, against the roster as it stands; reading stores nothing. */
@Component
public class RosterFileReader {

  /** By which the table of a roster is known. */
  public static final List<String> KNOWN_BY = List.of(PersonRules.NAME);

  /** All columns, in the order of a file that is written. */
  public static final List<String> HEADS = RosterRows.ALL_HEADS;

  private final Departments departments;
  private final People people;

  RosterFileReader(Departments departments, People people) {
    this.departments = departments;
    this.people = people;
  }

  /**
   * Reads the columns 姓名, 部门, 角色 (several divided by 、) and, where they are there, 执法证号, 电子邮箱, 账号. Whoever has no
   * account gets one made from his department's code; people who are not in the file stay as they are.
   *
   * @throws RegistryFileRefused with every cell that is wrong
   * @throws cn.jointinspection.platform.RuleViolation if the file is no spreadsheet or lacks a column
   */
  public Roster read(byte[] bytes, String fileName) {
    CellChecks checks = new CellChecks(fileName);
    RosterRows rows = new RosterRows(departments.names(), checks, people.all());
    List<PersonChange> read = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try (SheetFile file = SheetFile.open(bytes, fileName)) {
      Table table = file.table(RosterRows.HEADS);
      for (TableRow row : table) {
        if (checks.isReadable(row, RosterRows.ALL_HEADS)) {
          read.add(rows.read(row));
        }
      }
      if (!table.hiddenRows().isEmpty()) {
        warnings.add(table.hiddenRows() + "在文件中是隐藏的，也已读入，请核对是否应当导入");
      }
    }
    checks.refuseIfAny();
    List<PersonChange> changes = withAccounts(read.stream()
        .filter(change -> change.isNew() || change.before().differs(change.now())).toList());
    return new Roster(changes, read.size() - changes.size(), warnings);
  }

  private List<PersonChange> withAccounts(List<PersonChange> changes) {
    Map<String, Long> wanted = changes.stream().map(PersonChange::now).filter(person -> person.account() == null)
        .collect(Collectors.groupingBy(Person::department, Collectors.counting()));
    List<String> given = changes.stream().map(change -> change.now().account()).toList();
    Map<String, Iterator<String>> free = wanted.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
        entry -> people.freeAccounts(entry.getKey(), entry.getValue().intValue() + given.size()).stream()
            .filter(account -> !given.contains(account)).iterator()));
    return changes.stream().map(change -> change.now().account() != null ? change : new PersonChange(null,
        People.withAccount(change.now(), free.get(change.now().department()).next()))).toList();
  }
}
