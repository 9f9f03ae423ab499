package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.TableWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes what a search finds as a file that can be imported again, under the same heads. It is read in
 * pieces, so that neither memory nor a transaction grows with it.
 */
@Component
public class RegistryExport {

  private static final int PIECE = 2_000;

  private static final Map<String, Function<ObjectSearch.WithScopes, String>> OBJECT = objectColumns();

  private final ObjectSearch objects;
  private final InspectionObjects registry;
  private final InspectorSearch inspectors;
  private final Inspectors allInspectors;
  private final Departments departments;
  private final int most;

  /** @param most rows of one file; an {@code .xlsx} holds a few more */
  RegistryExport(ObjectSearch objects, InspectionObjects registry, InspectorSearch inspectors,
      Inspectors allInspectors, Departments departments,
      @Value("${joint-inspection.export.most-rows:1000000}") int most) {
    this.objects = objects;
    this.registry = registry;
    this.inspectors = inspectors;
    this.allInspectors = allInspectors;
    this.departments = departments;
    this.most = most;
  }

  /** @throws RegistryRefused.TooManyToExport if the file would have to leave some out */
  public void checkSize(ObjectQuery query) {
    if (objects.findsMoreThan(most, query)) {
      throw new RegistryRefused.TooManyToExport(most);
    }
  }

  /** Nobody should be written out that came in after {@link #checkSize}: at most as many rows as are allowed. */
  public void write(ObjectQuery query, TableWriter table) throws IOException {
    table.row(ObjectRows.ALL_HEADS);
    long last = 0;
    int rows = 0;
    List<ObjectSearch.WithScopes> piece = objects.walk(query, last, PIECE);
    while (!piece.isEmpty() && rows < most) {
      for (ObjectSearch.WithScopes object : piece) {
        table.row(ObjectRows.ALL_HEADS.stream().map(head -> OBJECT.get(head).apply(object)).toList());
      }
      rows += piece.size();
      last = piece.get(piece.size() - 1).object().id();
      piece = piece.size() < PIECE ? List.of() : objects.walk(query, last, Math.min(PIECE, most - rows));
    }
  }

  /** As {@link #write(ObjectQuery, TableWriter)}. */
  public void write(InspectorQuery query, TableWriter table) throws IOException {
    Map<String, Function<Inspector, String>> columns = inspectorColumns();
    table.row(InspectorRows.ALL_HEADS);
    List<Inspector> piece = inspectors.walk(query, "", PIECE);
    while (!piece.isEmpty()) {
      for (Inspector inspector : piece) {
        table.row(InspectorRows.ALL_HEADS.stream().map(head -> columns.get(head).apply(inspector)).toList());
      }
      String last = piece.get(piece.size() - 1).certificateNo();
      piece = piece.size() < PIECE ? List.of() : inspectors.walk(query, last, PIECE);
    }
  }

  /** One object as its row of the file says it, by head; empty if there is none with this published id. */
  public Optional<Map<String, String>> object(String objectNo) {
    return registry.find(objectNo).filter(object -> object.objectNo().equals(objectNo))
        .map(object -> texts(OBJECT, new ObjectSearch.WithScopes(object, registry.scopesOf(objectNo))));
  }

  /** As {@link #object}. */
  public Optional<Map<String, String>> inspector(String certificateNo) {
    return allInspectors.find(certificateNo).map(inspector -> texts(inspectorColumns(), inspector));
  }

  private static <T> Map<String, String> texts(Map<String, Function<T, String>> columns, T entry) {
    Map<String, String> texts = new LinkedHashMap<>();
    columns.forEach((head, column) -> texts.put(head, Objects.requireNonNullElse(column.apply(entry), "")));
    return texts;
  }

  private static Map<String, Function<ObjectSearch.WithScopes, String>> objectColumns() {
    Map<String, Function<ObjectSearch.WithScopes, String>> columns = new LinkedHashMap<>();
    columns.put("检查对象名称", row -> row.object().name());
    columns.put("统一社会信用代码", row -> row.object().creditCode());
    columns.put("注册号", row -> row.object().registrationNo());
    columns.put("类别", row -> row.object().category());
    columns.put("地址", row -> row.object().address());
    columns.put("信用风险等级", row -> row.object().riskClass() == null ? null : row.object().riskClass().label());
    columns.put("状态", row -> row.object().status().label());
    columns.put("抽查对象范围", row -> String.join("；", row.scopes()));
    columns.put("联系方式", row -> row.object().contact());
    return columns;
  }

  private Map<String, Function<Inspector, String>> inspectorColumns() {
    Map<String, Function<Inspector, String>> columns = new LinkedHashMap<>();
    columns.put("姓名", Inspector::name);
    columns.put("执法证号", Inspector::certificateNo);
    columns.put("部门", inspector -> departments.byCode(inspector.department()).name());
    columns.put("证件有效期", inspector -> inspector.certificateExpiresOn().toString());
    columns.put("资质与专长", inspector -> String.join("、", inspector.labels()));
    columns.put(InspectorRows.MATTERS, inspector -> inspector.matters().isEmpty() ? InspectorRows.ALL_MATTERS
        : String.join("；", inspector.matters()));
    columns.put("状态", inspector -> inspector.inForce() ? "在岗" : "离岗");
    return columns;
  }
}
