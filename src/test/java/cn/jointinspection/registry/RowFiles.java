package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.RegistryRefused.RegistryFileRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads whole files through the readers of rows, without a proposal, so that a test sees what each row says. */
public final class RowFiles {

  private RowFiles() {}

  /** @throws RegistryFileRefused with every cell that is wrong */
  public static List<ObjectDraft> objects(byte[] bytes, String fileName, String division) {
    CellChecks checks = new CellChecks(fileName);
    return read(bytes, fileName, ObjectRows.HEADS, ObjectRows.ALL_HEADS, new ObjectRows(division, checks)::read, checks);
  }

  /** @throws RegistryFileRefused with every cell that is wrong */
  public static List<Inspector> inspectors(byte[] bytes, String fileName, Departments departments) {
    CellChecks checks = new CellChecks(fileName);
    return read(bytes, fileName, InspectorRows.HEADS, InspectorRows.ALL_HEADS,
        new InspectorRows(departments.names(), checks)::read, checks);
  }

  private static <T> List<T> read(byte[] bytes, String fileName, List<String> heads, List<String> allHeads,
      Function<TableRow, T> reader, CellChecks checks) {
    List<T> entries = new ArrayList<>();
    try (SheetFile file = SheetFile.open(bytes, fileName)) {
      for (TableRow row : file.table(heads)) {
        if (checks.isReadable(row, allHeads)) {
          entries.add(reader.apply(row));
        }
      }
    }
    checks.refuseIfAny();
    return entries;
  }
}
