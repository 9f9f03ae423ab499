package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.Table;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.RegistryRefused.RegistryFileRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Reads the registries as departments keep them: any file that {@link SheetFile} reads, with the Chinese column heads.
 * Reading stores nothing; what was read is stored by {@link InspectionObjects#put} or
 * {@link Inspectors#put} once it is approved.
 */
@Component
public class RegistryFileReader {

  private final Departments departments;
  private final Scopes scopes;

  RegistryFileReader(Departments departments, Scopes scopes) {
    this.departments = departments;
    this.scopes = scopes;
  }

  /**
   * Reads objects from the columns 检查对象名称, 统一社会信用代码, 注册号, 类别, 地址, 信用风险等级, 状态, 抽查对象范围 (several
   * divided by semicolons) and, where it is there, 联系方式.
   *
   * @param division 行政区划代码, six digits, part of the id of objects without a credit code
   * @return with warnings for wrong check characters, for scopes that are not known yet and for hidden rows
   * @throws RegistryFileRefused with every cell that is wrong
   * @throws cn.jointinspection.platform.RuleViolation if the file is no spreadsheet or lacks a column
   */
  public RegistryFile<ObjectDraft> objects(byte[] bytes, String fileName, String division) {
    CellChecks checks = new CellChecks(fileName);
    ObjectRows rows = new ObjectRows(division, checks);
    List<String> warnings = new ArrayList<>();
    List<ObjectDraft> objects = read(
        bytes, fileName, ObjectRows.HEADS, ObjectRows.ALL_HEADS, rows::read, checks, warnings);
    warnings.addAll(rows.warnings());
    objects.stream().flatMap(object -> object.scopes().stream()).distinct().sorted()
        .filter(scope -> scopes.find(scope).isEmpty())
        .forEach(scope -> warnings.add("抽查对象范围“" + scope + "”在年度计划和名录库中尚不存在，导入后将新增，请核对写法"));
    return new RegistryFile<>(objects, warnings);
  }

  /**
   * Reads inspectors from the columns 姓名, 执法证号, 部门, 证件有效期, 资质与专长 and, where it is there, 状态 (在岗 or 离岗).
   *
   * @return with a warning for hidden rows
   * @throws RegistryFileRefused with every cell that is wrong
   * @throws cn.jointinspection.platform.RuleViolation if the file is no spreadsheet or lacks a column
   */
  public RegistryFile<Inspector> inspectors(byte[] bytes, String fileName) {
    CellChecks checks = new CellChecks(fileName);
    InspectorRows rows = new InspectorRows(departments.names(), checks);
    List<String> warnings = new ArrayList<>();
    return new RegistryFile<>(
        read(bytes, fileName, InspectorRows.HEADS, InspectorRows.ALL_HEADS, rows::read, checks, warnings), warnings);
  }

  private static <T> List<T> read(byte[] bytes, String fileName, List<String> heads, List<String> allHeads,
      Function<TableRow, T> reader, CellChecks checks, List<String> warnings) {
    List<T> entries = new ArrayList<>();
    try (SheetFile file = SheetFile.open(bytes, fileName)) {
      Table table = file.table(heads);
      for (TableRow row : table) {
        if (checks.isReadable(row, allHeads)) {
          entries.add(reader.apply(row));
        }
      }
      if (!table.hiddenRows().isEmpty()) {
        warnings.add(table.hiddenRows() + "在文件中是隐藏的，也已读入，请核对是否应当导入");
      }
    }
    checks.refuseIfAny();
    return entries;
  }
}
