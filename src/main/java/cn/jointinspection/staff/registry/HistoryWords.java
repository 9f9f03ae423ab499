package cn.jointinspection.staff.registry;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RegistryHistory.Change;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.intake.RegistryChange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** The history of an entry of the registries in words: who, when, which field from what to what (全过程留痕, 三). */
@Component
class HistoryWords {

  private static final String NOTHING = "空白";
  /** Columns that say nothing to people: keys, and what every change sets. */
  private static final Set<String> UNSPOKEN = 
      Set.of("id", "object_no", "certificate_no", "version", "updated_at", "change_id", "line");
  private static final Map<String, String> OF_OBJECT = fields("name", "名称", "credit_code", "统一社会信用代码",
      "registration_no", "注册号", "category", "类别", "address", "地址", "contact", "联系方式", "risk_class", "信用风险等级",
      "status", "状态");
  private static final Map<String, String> OF_INSPECTOR = fields("name", "姓名", "department", "部门", "account", "登录账号",
      "certificate_expires_on", "证件有效期", "labels", "资质与专长", "matters", "可检查事项", "status", "状态");
  /** Who changes the registries without an account. */
  private static final Map<String, String> WITHOUT_ACCOUNT = Map.of("system", "系统", "rehearsal", "演练数据");

  private final Actors actors;
  private final Departments departments;
  private final ObjectMapper json;
  private final Clock clock;

  HistoryWords(Actors actors, Departments departments, ObjectMapper json, Clock clock) {
    this.actors = actors;
    this.departments = departments;
    this.json = json;
    this.clock = clock;
  }

  /** @param at local time, Asia/Shanghai; @param lines what was done, in sentences without full stop */
  record Entry(String by, LocalDateTime at, List<String> lines) {}

  /** The newest first. @param page counted from 1 */
  Page<Entry> page(List<Change> oldestFirst, int page, int size) {
    List<Change> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    int from = (int) Math.min(Page.offset(page, size), newestFirst.size());
    List<Change> shown = newestFirst.subList(from, Math.min(from + size, newestFirst.size()));
    Map<String, String> names = new HashMap<>(actors.names(shown.stream().map(Change::changedBy).toList()));
    names.putAll(WITHOUT_ACCOUNT);
    return new Page<>(shown.stream().map(change -> new Entry(names.get(change.changedBy()),
        LocalDateTime.ofInstant(change.changedAt(), clock.getZone()), lines(change))).toList(),
        page, size, newestFirst.size());
  }

  private List<String> lines(Change change) {
    List<String> lines = new ArrayList<>(whatChanged(change));
    if (change.after() != null) {
      JsonNode after = read(change.after());
      boolean imported = !value(after, "change_id").isMissingNode() && (change.before() == null
          || !value(read(change.before()), "change_id").equals(value(after, "change_id")));
      if (imported) {
        lines.add("依据名录变更 " + RegistryChange.number(after.get("change_id").asLong()) + "，文件第 "
            + after.get("line").asInt() + " 行");
      }
    }
    return lines;
  }

  private List<String> whatChanged(Change change) {
    if (change.before() == null) {
      return List.of("登记入库");
    }
    if (change.after() == null) {
      return List.of("从名录中删除");
    }
    JsonNode before = read(change.before());
    JsonNode after = read(change.after());
    Set<String> changed = new TreeSet<>();
    for (JsonNode row : List.of(before, after)) {
      row.fieldNames().forEachRemaining(column -> {
        if (!UNSPOKEN.contains(column) && !value(before, column).equals(value(after, column))) {
          changed.add(column);
        }
      });
    }
    Map<String, String> fields = after.has("certificate_no") ? OF_INSPECTOR : OF_OBJECT;
    List<String> lines = fields.entrySet().stream().filter(field -> changed.contains(field.getKey()))
        .map(field -> field.getValue() + "由“" + words(before, field.getKey()) + "”改为“"
            + words(after, field.getKey()) + "”")
        .collect(Collectors.toCollection(ArrayList::new));
    if (!fields.keySet().containsAll(changed) || changed.isEmpty()) {
      lines.add(lines.isEmpty() ? "更改了登记内容" : "还更改了其他登记内容");
    }
    return lines;
  }

  /** A missing column is one that was empty, whenever it was added to the table. */
  private static JsonNode value(JsonNode row, String column) {
    JsonNode value = row.path(column);
    return value.isNull() || value.isMissingNode() ? MissingNode.getInstance() : value;
  }

  private String words(JsonNode row, String column) {
    JsonNode value = value(row, column);
    if (value.isArray()) {
      String list = StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
          .collect(Collectors.joining("、"));
      return list.isEmpty() ? NOTHING : list;
    }
    String text = value.asText();
    if (text.isEmpty()) {
      return NOTHING;
    }
    return switch (column) {
      case "risk_class" -> RiskClass.valueOf(text).label();
      case "status" -> row.has("certificate_no") ? text.equals("LEFT") ? "离岗" : "在岗"
          : ObjectStatus.valueOf(text).label();
      case "department" -> departments.byCode(text).name();
      default -> text;
    };
  }

  private JsonNode read(String row) {
    try {
      return json.readTree(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String... columnsAndWords) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndWords.length; i += 2) {
      fields.put(columnsAndWords[i], columnsAndWords[i + 1]);
    }
    return fields;
  }
}
