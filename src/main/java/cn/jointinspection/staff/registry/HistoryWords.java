package cn.jointinspection.staff.registry;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Licence;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RegistryHistory.Change;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.RiskSource;
import cn.jointinspection.registry.Scopes;
import cn.jointinspection.registry.intake.RegistryChange;
import cn.jointinspection.registry.intake.RegistryChanges;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** The history of an entry of the registries in words: who, when, which field from what to what (全过程留痕, 三). */
@Component
public class HistoryWords {

  private static final String OBJECT = "inspection_object";
  private static final String NOTHING = "空白";
  private static final String SOMETHING = "更改了登记内容";
  /** Columns that say nothing to people: keys, and what every change sets. */
  private static final Set<String> UNSPOKEN = 
      Set.of("id", "object_no", "certificate_no", "version", "updated_at", "change_id", "line", "look_alike");
  private static final Map<String, String> OF_OBJECT = fields("name", "名称", "credit_code", "统一社会信用代码",
      "registration_no", "注册号", "category", "类别", "address", "地址", "contact", "联系方式", "risk_class", "信用风险等级",
      "risk_source", "分类来源", "risk_dated_on", "分类日期", "status", "状态", "merged_into", "并入的编号");
  private static final Map<String, String> OF_LICENCE =
      fields("issued_by", "发证机关", "valid_until", "有效期至", "in_force", "状态");
  private static final Map<String, String> OF_INSPECTOR = fields("name", "姓名", "department", "部门", "account", "登录账号",
      "certificate_expires_on", "证件有效期", "labels", "资质与专长", "matters", "可检查事项", "status", "状态");
  /** Who changes the registries without an account. */
  public static final Map<String, String> WITHOUT_ACCOUNT = Map.of("system", "系统", "rehearsal", "演练数据", "import", "命令行首次装入");

  private final Actors actors;
  private final Departments departments;
  private final Scopes scopes;
  private final RegistryChanges changes;
  private final ObjectMapper json;
  private final Clock clock;

  HistoryWords(Actors actors, Departments departments, Scopes scopes, RegistryChanges changes, ObjectMapper json,
      Clock clock) {
    this.actors = actors;
    this.departments = departments;
    this.scopes = scopes;
    this.changes = changes;
    this.json = json;
    this.clock = clock;
  }

  /** @param at local time, Asia/Shanghai; @param lines what was done, in sentences without full stop */
  record Entry(String by, LocalDateTime at, List<String> lines) {}

  /** The newest first. @param key of the entry, so that others which became part of it are named @param page counted from 1 */
  Page<Entry> page(String key, List<Change> oldestFirst, int page, int size) {
    List<List<Change>> newestFirst = atOnce(oldestFirst);
    Collections.reverse(newestFirst);
    int from = (int) Math.min(Page.offset(page, size), newestFirst.size());
    List<List<Change>> shown = newestFirst.subList(from, Math.min(from + size, newestFirst.size()));
    Map<String, String> names = new HashMap<>(actors.names(shown.stream().map(one -> one.get(0).changedBy()).toList()));
    names.putAll(WITHOUT_ACCOUNT);
    Words words = new Words(key, scopes.names(), changes.typedOnPage(shown.stream().flatMap(List::stream)
        .map(change -> proposal(change)).filter(Objects::nonNull).map(Proposal::id).toList()));
    return new Page<>(shown.stream().map(one -> new Entry(names.get(one.get(0).changedBy()),
        LocalDateTime.ofInstant(one.get(0).changedAt(), clock.getZone()), lines(one, words))).toList(),
        page, size, newestFirst.size());
  }

  /** What one person did at one moment is one entry: an object and its scopes are changed together. */
  private static List<List<Change>> atOnce(List<Change> oldestFirst) {
    List<List<Change>> entries = new ArrayList<>();
    Change before = null;
    for (Change change : oldestFirst) {
      if (before == null || !before.changedAt().equals(change.changedAt())
          || !before.changedBy().equals(change.changedBy())) {
        entries.add(new ArrayList<>());
      }
      entries.get(entries.size() - 1).add(change);
      before = change;
    }
    return entries;
  }

  /** @param key of the entry @param scopes by id @param typed ids of the proposals that were typed on a page */
  private record Words(String key, Map<Integer, String> scopes, Set<Long> typed) {}

  /** @param line of its file */
  private record Proposal(long id, int line) {}

  private List<String> lines(List<Change> changes, Words words) {
    List<String> lines = new ArrayList<>();
    changes.forEach(change -> lines.addAll(switch (change.table()) {
      case "object_scope" -> ofScope(change, words);
      case "object_licence" -> ofLicence(change);
      case OBJECT -> ofObject(change, words);
      default -> whatChanged(change);
    }));
    if (changes.stream().anyMatch(change -> change.table().equals(OBJECT) && change.after() != null
        && value(read(change.after()), "merged_into").asText().equals(words.key()))) {
      // What was merged into the entry says more than that something of it changed.
      lines.remove(SOMETHING);
    }
    changes.stream().map(this::proposal).filter(Objects::nonNull).distinct().forEach(by -> lines.add("依据名录变更 "
        + RegistryChange.number(by.id()) + (words.typed().contains(by.id()) ? "，页面编辑" : "，文件第 " + by.line() + " 行")));
    return lines;
  }

  private List<String> ofObject(Change change, Words words) {
    String number = read(change.after() == null ? change.before() : change.after()).get("object_no").asText();
    return number.equals(words.key()) ? whatChanged(change)
        : whatChanged(change).stream().map(line -> "原编号 " + number + "：" + line).toList();
  }

  private List<String> ofLicence(Change change) {
    JsonNode licence = read(change.after() == null ? change.before() : change.after());
    String which = "许可证“" + licence.get("name").asText() + "”（" + licence.get("number").asText() + "）";
    if (change.before() == null || change.after() == null) {
      return List.of(which + (change.after() == null ? "移出" : "登记，有效期至" + words(licence, "valid_until")));
    }
    return whatChanged(change).stream().map(line -> which + "：" + line).toList();
  }

  private List<String> ofScope(Change change, Words words) {
    boolean added = change.before() == null;
    int scope = read(added ? change.after() : change.before()).get("scope_id").asInt();
    return List.of((added ? "列入" : "移出") + "抽查对象范围“" + words.scopes().getOrDefault(scope, "已删去的范围") + "”");
  }

  /** The proposal that the change was made by; null if by none. */
  private Proposal proposal(Change change) {
    if (change.after() == null) {
      return null;
    }
    JsonNode after = read(change.after());
    JsonNode by = value(after, "change_id");
    boolean known = change.before() != null && value(read(change.before()), "change_id").equals(by);
    return by.isMissingNode() || known ? null : new Proposal(by.asLong(), after.get("line").asInt());
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
    Map<String, String> fields = after.has("certificate_no") ? OF_INSPECTOR : after.has("valid_until") ? OF_LICENCE : OF_OBJECT;
    List<String> lines = fields.entrySet().stream().filter(field -> changed.contains(field.getKey()))
        .map(field -> field.getValue() + "由“" + words(before, field.getKey()) + "”改为“"
            + words(after, field.getKey()) + "”")
        .collect(Collectors.toCollection(ArrayList::new));
    if (!fields.keySet().containsAll(changed) || changed.isEmpty()) {
      lines.add(lines.isEmpty() ? SOMETHING : "还更改了其他登记内容");
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
      case "risk_source" -> RiskSource.valueOf(text).label();
      case "status" -> row.has("certificate_no") ? text.equals("LEFT") ? "离岗" : "在岗"
          : ObjectStatus.valueOf(text).label();
      case "valid_until" -> Licence.inWords(LocalDate.parse(text));
      case "in_force" -> value.asBoolean() ? "有效" : "注销";
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
