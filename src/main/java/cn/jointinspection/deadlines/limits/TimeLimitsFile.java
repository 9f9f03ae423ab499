package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.LimitsRefused.TimeLimitsRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The file of the table: the one in force, the one that comes with the program, and changed ones made of it. */
@Component
public class TimeLimitsFile {

  public static final String NAME = "time-limits.dmn";

  private final RepositoryService repository;
  private final byte[] shipped;

  TimeLimitsFile(@Lazy RepositoryService repository) {
    this.repository = repository;
    try (InputStream content = new ClassPathResource("processes/" + NAME).getInputStream()) {
      this.shipped = content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] shipped() {
    return shipped.clone();
  }

  /** The table that comes with the program; its steps are those that the models ask for. */
  TimeLimitsTable shippedTable() {
    return TimeLimitsTable.read(shipped);
  }

  public byte[] of(DecisionDefinition version) {
    try (InputStream content = repository.getDecisionModel(version.getId())) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads and checks a file wholly: also that no step is missing.
   *
   * @throws TimeLimitsRefused naming what is wrong
   */
  TimeLimitsTable check(byte[] xml) {
    TimeLimitsTable table = TimeLimitsTable.read(xml);
    List<TimeLimitsTable.Row> missing = table.missing(shippedTable());
    if (!missing.isEmpty()) {
      throw new TimeLimitsRefused("时限表未采用，未作任何更改：缺少环节 "
          + String.join("、", missing.stream().map(row -> row.step() + "（" + row.description() + "）").toList())
          + "。请从现行文件补上这些行后重新提交。");
    }
    return table;
  }

  /**
   * The same file with other values; descriptions and everything else stay. The values are not checked.
   *
   * @param values of each step to change, as they are to stand in the cells, without quotation marks
   */
  public byte[] with(byte[] xml, Map<String, Map<Column, String>> values) {
    DmnModelInstance model = TimeLimitsTable.model(xml);
    DecisionTable table = TimeLimitsTable.decisionTable(model).orElseThrow();
    Iterator<TimeLimitsTable.Row> rows = TimeLimitsTable.read(xml).rows().iterator();
    for (Rule rule : table.getRules()) {
      write(table, rule, values.getOrDefault(rows.next().step(), Map.of()));
    }
    return bytes(model);
  }

  /** The same file with rows behind its last. */
  byte[] with(byte[] xml, List<TimeLimitsTable.Row> rows) {
    DmnModelInstance model = TimeLimitsTable.model(xml);
    DecisionTable table = TimeLimitsTable.decisionTable(model).orElseThrow();
    for (TimeLimitsTable.Row row : rows) {
      Rule rule = model.newInstance(Rule.class);
      Description description = model.newInstance(Description.class);
      description.setTextContent(row.description());
      rule.setDescription(description);
      InputEntry step = model.newInstance(InputEntry.class);
      rule.getInputEntries().add(step);
      write(step, "\"" + row.step() + "\"");
      table.getOutputs().forEach(output -> rule.getOutputEntries().add(model.newInstance(OutputEntry.class)));
      table.getRules().add(rule);
      write(table, rule, Arrays.stream(Column.values())
          .collect(Collectors.toMap(column -> column, column -> column.valueIn(row.limit()))));
    }
    return bytes(model);
  }

  private static void write(DecisionTable table, Rule rule, Map<Column, String> values) {
    Iterator<OutputEntry> entries = rule.getOutputEntries().iterator();
    for (Output output : table.getOutputs()) {
      OutputEntry entry = entries.next();
      values.forEach((column, value) -> {
        if (column.output().equals(output.getName())) {
          write(entry, column.quoted() ? "\"" + value + "\"" : value);
        }
      });
    }
  }

  private static void write(DmnElement cell, String value) {
    Text text = cell.getModelInstance().newInstance(Text.class);
    text.setTextContent(value);
    cell.getChildElementsByType(Text.class).forEach(cell::removeChildElement);
    cell.addChildElement(text);
  }

  private static byte[] bytes(DmnModelInstance model) {
    return Dmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a file, whatever its name, brings a version of the table; a decision that cannot be read might. */
  static boolean concerns(String fileName, byte[] content) {
    if (!fileName.endsWith(".dmn") && !fileName.endsWith(".dmn11.xml")) {
      return false;
    }
    try {
      return TimeLimitsTable.model(content).getModelElementById(TimeLimits.DECISION) != null || fileName.endsWith(NAME);
    } catch (TimeLimitsRefused unreadable) {
      return true;
    }
  }
}
