package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** 抽查事项清单 as a table: a row for each point, the matter's cells in each; what is written is read again unchanged. */
public final class MatterRows {

  public static final String MATTER = "抽查事项";
  public static final String CATEGORY = "抽查类别";
  public static final String OBJECTS = "检查对象";
  public static final String BASIS = "检查依据";
  public static final String METHODS = "检查方式";
  public static final String RATIO = "抽查比例";
  public static final String FREQUENCY = "抽查频次";
  public static final String STATE = "状态";
  public static final String POINT = "检查要点";
  public static final String POINT_BASIS = "要点依据";
  public static final String ANSWER = "回答方式";
  public static final String UNIT = "计量单位";

  public static final String IN_USE = "在用";
  public static final String OUT_OF_USE = "停用";

  public static final List<String> HEADS = List.of(
      MATTER, CATEGORY, OBJECTS, BASIS, METHODS, RATIO, FREQUENCY, STATE, POINT, POINT_BASIS, ANSWER, UNIT);

  private MatterRows() {}

  /** Head and rows. */
  public static void write(List<Matter> matters, TableWriter table) throws IOException {
    table.row(HEADS);
    for (Matter matter : matters) {
      for (List<String> row : of(matter)) {
        table.row(row);
      }
    }
  }

  /** At least one row, in the order of {@link #HEADS}; a cell may be null. */
  public static List<List<String>> of(Matter matter) {
    return matter.points().isEmpty() ? List.of(row(matter, null))
        : matter.points().stream().map(point -> row(matter, point)).toList();
  }

  private static List<String> row(Matter matter, CheckPoint point) {
    List<String> cells = new ArrayList<>(Arrays.asList(matter.name(), matter.category(), matter.objects(), matter.basis(),
        matter.methods(), matter.ratio(), matter.frequency(), IN_USE));
    Stream<String> rest = point == null ? Stream.of("", "", "", "")
        : Stream.of(point.text(), point.basis(), point.answer().label(), point.unit());
    rest.forEach(cells::add);
    return cells;
  }
}
