package cn.jointinspection.registry;

import cn.jointinspection.platform.Sheet;
import cn.jointinspection.platform.Sheet.TableRow;
import cn.jointinspection.platform.SheetReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Reads the registries as departments keep them: {@code .xlsx}, or {@code .csv} in UTF-8 or GB18030, with the Chinese
 * column heads. Reading stores nothing; what was read is stored by {@link InspectionObjects#put} or
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
   * @return with warnings for wrong check characters and for scopes that are not known yet
   * @throws RegistryFileRefused with every cell that is wrong
   * @throws cn.jointinspection.platform.RuleViolation if the file is no spreadsheet or lacks a column
   */
  public RegistryFile<ObjectDraft> objects(byte[] bytes, String fileName, String division) {
    CellChecks checks = new CellChecks(fileName);
    ObjectRows rows = new ObjectRows(division, checks);
    List<ObjectDraft> objects = read(SheetReader.read(bytes, fileName).table(ObjectRows.HEADS), rows::read, checks);
    List<String> warnings = new ArrayList<>(rows.warnings());
    objects.stream().flatMap(object -> object.scopes().stream()).distinct().sorted()
        .filter(scope -> scopes.find(scope).isEmpty())
        .forEach(scope -> warnings.add("抽查对象范围“" + scope + "”在年度计划和名录库中尚不存在，导入后将新增，请核对写法"));
    return new RegistryFile<>(objects, warnings);
  }

  /**
   * Reads inspectors from the columns 姓名, 执法证号, 部门, 证件有效期, 资质与专长 and, where it is there, 状态 (在岗 or 离岗).
   *
   * @throws RegistryFileRefused with every cell that is wrong
   * @throws cn.jointinspection.platform.RuleViolation if the file is no spreadsheet or lacks a column
   */
  public RegistryFile<Inspector> inspectors(byte[] bytes, String fileName) {
    CellChecks checks = new CellChecks(fileName);
    InspectorRows rows = new InspectorRows(departments.names(), checks);
    return new RegistryFile<>(
        read(SheetReader.read(bytes, fileName).table(InspectorRows.HEADS), rows::read, checks), List.of());
  }

  private static <T> List<T> read(Sheet.Table table, Function<TableRow, T> reader, CellChecks checks) {
    List<T> entries = new ArrayList<>();
    table.rows().forEach(row -> entries.add(reader.apply(row)));
    checks.refuseIfAny();
    return entries;
  }
}
