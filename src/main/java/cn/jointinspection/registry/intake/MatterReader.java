package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.AnswerKind;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.MatterRows;
import cn.jointinspection.registry.intake.Listing.Entry;
import cn.jointinspection.registry.intake.Listing.RowReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a list of matters row by row. The cells that say something of the matter stand in its first row; below it they are
 * blank, merged or the same.
 */
final class MatterReader implements RowReader {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_BASIS = 1_000;
  private static final int LONGEST_WORD = 50;
  private static final int MOST_POINTS = 100;
  /** Written instead of the first point of a checklist, it empties the list. */
  static final String NO_POINTS = "无";
  private static final Map<String, Boolean> IN_FORCE =
      Map.of("", true, MatterRows.IN_USE, true, MatterRows.OUT_OF_USE, false);
  private static final List<String> OF_MATTER = List.of(MatterRows.CATEGORY, MatterRows.OBJECTS, MatterRows.BASIS,
      MatterRows.METHODS, MatterRows.RATIO, MatterRows.FREQUENCY, MatterRows.STATE);

  private final CellChecks checks;
  private final Map<String, Read> read = new HashMap<>();
  private Read last;

  MatterReader(CellChecks checks) {
    this.checks = checks;
  }

  /** A matter as far as it was read. */
  private static final class Read {
    final String name;
    final int row;
    final List<String> cells;
    final Map<String, Integer> rowOfPoint = new HashMap<>();
    boolean emptied;

    Read(String name, TableRow row) {
      this.name = name;
      this.row = row.number();
      cells = texts(row);
    }
  }

  @Override
  public Entry read(TableRow row) {
    String text = checked(row, MatterRows.POINT, LONGEST_TEXT);
    String name = CellText.name(row.text(MatterRows.MATTER));
    boolean first = !name.isEmpty() && !read.containsKey(name);
    if (first) {
      checks.required(row, MatterRows.MATTER, LONGEST_NAME);
      read.put(name, new Read(name, row));
    }
    Read matter = name.isEmpty() && text != null ? last : read.get(name);
    if (matter == null) {
      checks.problem(row, MatterRows.MATTER, "不超过 " + LONGEST_NAME + " 字的文字");
      return null;
    }
    last = matter;
    if (!first) {
      agrees(matter, row, text);
    }
    String[] cells = new String[13];
    cells[0] = matter.name;
    if (first) {
      matterCells(row, cells);
    }
    pointCells(matter, row, text, cells);
    return new Entry(matter.name + "#" + (cells[8] == null ? "0" : cells[8]), cells);
  }

  private static List<String> texts(TableRow row) {
    return OF_MATTER.stream().map(head -> CellText.compact(row.text(head))).toList();
  }

  /** A row below says nothing else of the matter, and has a point. */
  private void agrees(Read matter, TableRow row, String text) {
    if (text == null) {
      checks.problem(row, MatterRows.MATTER, "不重复的事项（与第 " + matter.row + " 行相同），或同一事项的下一条检查要点");
    }
    List<String> cells = texts(row);
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty() && !cells.get(i).equals(matter.cells.get(i))) {
        checks.problem(row, OF_MATTER.get(i), "空白，或与该事项所在的第 " + matter.row + " 行相同");
      }
    }
  }

  private void matterCells(TableRow row, String[] cells) {
    cells[1] = checked(row, MatterRows.CATEGORY, LONGEST_NAME);
    cells[2] = checked(row, MatterRows.OBJECTS, LONGEST_TEXT);
    cells[3] = checked(row, MatterRows.BASIS, LONGEST_BASIS);
    cells[4] = emptyToNull(checks.orProblem(CheckMethods.of(row.text(MatterRows.METHODS)), row, MatterRows.METHODS,
        "实地检查、书面检查、网络检查中的一种或几种，用“、”隔开"));
    cells[5] = words(row, MatterRows.RATIO, "比例，写明百分号，如 30% 或不低于30%");
    cells[6] = words(row, MatterRows.FREQUENCY, "频次，写明期间，如 1次/年");
    Boolean inForce = checks.orProblem(
        Optional.ofNullable(IN_FORCE.get(CellText.name(row.text(MatterRows.STATE)))), row, MatterRows.STATE, "在用或停用");
    cells[7] = String.valueOf(Boolean.TRUE.equals(inForce));
  }

  private void pointCells(Read matter, TableRow row, String text, String[] cells) {
    boolean none = NO_POINTS.equals(text);
    if (text == null || none) {
      if (none && !matter.rowOfPoint.isEmpty()) {
        checks.problem(row, MatterRows.POINT, "一条检查要点；“无”表示该事项没有检查要点，只能单独写");
      }
      matter.emptied |= none;
      cells[8] = none ? "0" : null;
      for (String head : List.of(MatterRows.POINT_BASIS, MatterRows.ANSWER, MatterRows.UNIT)) {
        if (!CellText.name(row.text(head)).isEmpty()) {
          checks.problem(row, head, "空白，或在“检查要点”中写明要点");
        }
      }
      return;
    }
    Integer same = matter.rowOfPoint.putIfAbsent(text, row.number());
    int position = matter.rowOfPoint.size();
    if (same != null || matter.emptied || position > MOST_POINTS) {
      checks.problem(row, MatterRows.POINT, same != null ? "不重复的要点（与第 " + same + " 行相同）"
          : matter.emptied ? "空白：前面写明该事项没有检查要点" : "一个事项不超过 " + MOST_POINTS + " 条要点");
    }
    cells[8] = String.valueOf(position);
    cells[9] = text;
    cells[10] = checked(row, MatterRows.POINT_BASIS, LONGEST_BASIS);
    answerCells(row, cells);
  }

  /** A unit alone says that a number is asked for. */
  private void answerCells(TableRow row, String[] cells) {
    String unit = checked(row, MatterRows.UNIT, LONGEST_WORD);
    String word = CellText.compact(row.text(MatterRows.ANSWER));
    AnswerKind kind = null;
    if (!word.isEmpty()) {
      kind = checks.orProblem(AnswerKind.of(word), row, MatterRows.ANSWER, String.join("、", AnswerKind.labels()));
    } else if (unit != null) {
      kind = AnswerKind.NUMBER;
    }
    if (kind != null && (kind == AnswerKind.NUMBER) == (unit == null)) {
      checks.problem(row, MatterRows.UNIT, unit == null ? "数值的计量单位，如 米、人、%" : "空白，只有数值才有计量单位");
    }
    cells[11] = kind == null ? null : kind.name();
    cells[12] = unit;
  }

  /** The text, null where there is none. */
  private String checked(TableRow row, String head, int longest) {
    String text = CellText.name(row.text(head));
    if (text.length() > longest) {
      checks.problem(row, head, "不超过 " + longest + " 字的文字");
    }
    return emptyToNull(text);
  }

  /** Words or a number with its sign; a bare number might mean anything. */
  private String words(TableRow row, String head, String expected) {
    String text = CellText.code(row.text(head));
    if (text.length() > LONGEST_WORD || text.matches("[0-9.]+")) {
      checks.problem(row, head, expected);
    }
    return emptyToNull(CellText.name(text));
  }

  private static String emptyToNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
