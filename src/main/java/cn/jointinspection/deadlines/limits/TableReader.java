package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.TimeLimits.Base;
import cn.jointinspection.deadlines.TimeLimits.Limit;
import cn.jointinspection.deadlines.TimeLimits.Supervisor;
import cn.jointinspection.deadlines.TimeLimits.Told;
import cn.jointinspection.deadlines.limits.LimitsRefused.TimeLimitsRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** Reads the rows of a decision table and tells everything that is wrong with them at once. */
final class TableReader {

  /** About one year; what is longer is a slip of the pen. */
  static final int LONGEST = 250;

  private final DecisionTable table;
  private final List<String> problems = new ArrayList<>();
  private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
  private final Map<String, Integer> seen = new HashMap<>();

  TableReader(DecisionTable table) {
    this.table = table;
  }

  /** @throws TimeLimitsRefused with every problem found */
  TimeLimitsTable read() {
    readHead();
    refuseProblems();
    List<TimeLimitsTable.Row> rows = new ArrayList<>();
    int number = 0;
    for (Rule rule : table.getRules()) {
      TimeLimitsTable.Row row = row(rule, ++number);
      if (row != null) {
        rows.add(row);
      }
    }
    refuseProblems();
    return new TimeLimitsTable(rows);
  }

  private void refuseProblems() {
    if (!problems.isEmpty()) {
      throw new TimeLimitsRefused("时限表未采用，未作任何更改：\n" + String.join("\n", problems) + "\n请改正后重新提交。");
    }
  }

  private void readHead() {
    if (table.getHitPolicy() != HitPolicy.UNIQUE) {
      problems.add("表头：命中策略应为 UNIQUE（每个环节只有一行）。");
    }
    List<Input> inputs = List.copyOf(table.getInputs());
    if (inputs.size() != 1 || inputs.get(0).getInputExpression() == null
        || !"step".equals(text(inputs.get(0).getInputExpression()))) {
      problems.add("表头：只应有一个输入栏“环节”，表达式为 step。");
    }
    int position = 0;
    for (Output output : table.getOutputs()) {
      int here = position++;
      Arrays.stream(Column.values()).filter(column -> column.output().equals(output.getName()))
          .forEach(column -> columns.put(column, here));
    }
    Arrays.stream(Column.values()).filter(column -> !columns.containsKey(column))
        .forEach(column -> problems.add("表头：缺少“%s”一栏（%s）。".formatted(column.label(), column.output())));
  }

  /** @return null if something is wrong with it */
  private TimeLimitsTable.Row row(Rule rule, int number) {
    int before = problems.size();
    String description = rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip();
    List<? extends DmnElement> inputs = List.copyOf(rule.getInputEntries());
    List<? extends DmnElement> outputs = List.copyOf(rule.getOutputEntries());
    if (inputs.size() != 1 || outputs.size() != table.getOutputs().size()) {
      problems.add("第 %d 行%s：格数与表头不符。".formatted(number, named(description)));
      return null;
    }
    var cells = new Cells(number, description, outputs);
    String step = quoted(text(inputs.get(0)));
    if (step == null || !step.matches("\\w+")) {
      problems.add(cells.at("环节") + "写的是“%s”，应为一个带引号的环节代号。".formatted(text(inputs.get(0))));
    } else if (seen.putIfAbsent(step, number) != null) {
      problems.add(cells.at("环节") + "%s 与第 %d 行重复，每个环节只能有一行。".formatted(step, seen.get(step)));
    }
    Base base = cells.choice(Column.BASE, Base.class);
    Integer days = cells.number(Column.DAYS, 0);
    Integer remindBefore = cells.number(Column.REMIND_BEFORE, 0);
    Integer remindAfterEvery = cells.number(Column.REMIND_AFTER_EVERY, 1);
    Set<Told> tells = cells.tells();
    Supervisor escalatesTo = cells.choice(Column.ESCALATES_TO, Supervisor.class);
    if ((base == Base.NOW || base == Base.CALENDAR_DAYS) && days != null && remindBefore != null && remindBefore > days) {
      problems.add(cells.at(Column.REMIND_BEFORE.label())
          + "提前 %d 个工作日提醒，比期限 %d 个工作日还长。".formatted(remindBefore, days));
    }
    if (base != null && step != null && !Facts.allow(step, base)) {
      problems.add(cells.at(Column.BASE.label()) + "环节 %s 开始时还没有“%s”这个日期，不能用它起算。"
          .formatted(step, base.text()));
    }
    return problems.size() > before ? null : new TimeLimitsTable.Row(number, step, description.isEmpty() ? step : description,
        new Limit(base, days, remindBefore, remindAfterEvery, tells, escalatesTo));
  }

  /** The output cells of one row. */
  private final class Cells {

    private final int number;
    private final String description;
    private final List<? extends DmnElement> entries;

    private Cells(int number, String description, List<? extends DmnElement> entries) {
      this.number = number;
      this.description = description;
      this.entries = entries;
    }

    private String at(String column) {
      return "第 %d 行%s“%s”一栏：".formatted(number, named(description), column);
    }

    private String text(Column column) {
      return TableReader.text(entries.get(columns.get(column)));
    }

    private <E extends Enum<E>> E choice(Column column, Class<E> type) {
      String code = quoted(text(column));
      for (E value : type.getEnumConstants()) {
        if (value.name().equals(code)) {
          return value;
        }
      }
      problems.add(at(column.label()) + "写的是“%s”，应为 %s 之一（带引号）。".formatted(text(column), names(type)));
      return null;
    }

    private Integer number(Column column, int least) {
      String text = text(column);
      if (text.matches("-?\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= LONGEST) {
        return Integer.valueOf(text);
      }
      problems.add(at(column.label()) + "写的是“%s”，应为 %d 到 %d 的整数。".formatted(text, least, LONGEST));
      return null;
    }

    private Set<Told> tells() {
      String codes = quoted(text(Column.TELLS));
      Set<Told> told = EnumSet.noneOf(Told.class);
      boolean good = codes != null && !codes.isBlank();
      for (String code : good ? codes.split(",", -1) : new String[0]) {
        var known = Arrays.stream(Told.values()).filter(value -> value.name().equals(code.strip())).findFirst();
        good &= known.isPresent();
        known.ifPresent(told::add);
      }
      if (!good) {
        problems.add(at(Column.TELLS.label())
            + "写的是“%s”，应为 %s 中的一个或几个（带引号，逗号隔开）。".formatted(text(Column.TELLS), names(Told.class)));
      }
      return told;
    }
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
  }

  private static String named(String description) {
    return description.isEmpty() ? "" : "（" + description + "）";
  }

  /** What stands between quotation marks; null if it is no text. */
  private static String quoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1) : null;
  }

  static String text(DmnElement element) {
    return element.getChildElementsByType(Text.class).stream().findFirst()
        .map(text -> text.getTextContent().strip()).orElse("");
  }
}
