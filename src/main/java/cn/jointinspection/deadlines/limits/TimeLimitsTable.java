package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.TimeLimits.Limit;
import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.LimitsRefused.TimeLimitsRefused;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.ModelException;

/** The table of time limits as its file has it, row by row. */
public record TimeLimitsTable(List<Row> rows) {

  /**
   * @param number of the row in the table, from 1
   * @param description of the step for people; never null
   */
  public record Row(int number, String step, String description, Limit limit) {}

  public TimeLimitsTable {
    rows = List.copyOf(rows);
  }

  /**
   * Reads and checks a file by itself; whether a step is missing shows beside the table that comes with the program.
   *
   * @throws TimeLimitsRefused naming every wrong row and column
   */
  public static TimeLimitsTable read(byte[] xml) {
    DecisionTable table = decisionTable(model(xml))
        .orElseThrow(() -> new TimeLimitsRefused(
            "时限表未采用，未作任何更改：文件里没有编号为 time-limits 的决策表。请在“时限表”页下载现行文件，在其上修改后再上传。"));
    return new TableReader(table).read();
  }

  /** @throws TimeLimitsRefused if it is no DMN */
  static DmnModelInstance model(byte[] xml) {
    try {
      return Dmn.readModelFromStream(new ByteArrayInputStream(xml));
    } catch (ModelException e) {
      throw new TimeLimitsRefused("决策表未采用，未作任何更改：文件不是完好的 DMN 决策表，读不出来。"
          + "时限表请在“时限表”页下载现行文件，在其上修改后再上传。", e);
    }
  }

  static Optional<DecisionTable> decisionTable(DmnModelInstance model) {
    return model.getDefinitions().getChildElementsByType(Decision.class).stream()
        .filter(decision -> TimeLimits.DECISION.equals(decision.getId()))
        .flatMap(decision -> decision.getChildElementsByType(DecisionTable.class).stream())
        .findFirst();
  }

  Optional<Row> row(String step) {
    return rows.stream().filter(row -> row.step().equals(step)).findFirst();
  }

  /** Rows of the other table whose step this one lacks. */
  List<Row> missing(TimeLimitsTable other) {
    return other.rows.stream().filter(row -> row(row.step()).isEmpty()).toList();
  }

  /** What another version changes, in its order; steps it lacks last. */
  public List<Change> changesTo(TimeLimitsTable other) {
    List<Change> changes = new ArrayList<>();
    for (Row after : other.rows) {
      Limit before = row(after.step()).map(Row::limit).orElse(null);
      if (!after.limit().equals(before)) {
        changes.add(new Change(after.description(), before, after.limit()));
      }
    }
    other.missing(this).forEach(before -> changes.add(new Change(before.description(), before.limit(), null)));
    return changes;
  }

  /**
   * One changed row.
   *
   * @param before null where the row is new
   * @param after null where the row is gone
   */
  public record Change(String description, Limit before, Limit after) {}
}
