package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.CellProblem;
import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.RegistryRefused.RegistryFileRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is wrong with the cells of one file, so that a person sees everything at once. */
public final class CellChecks {

  /** Nobody reads more; a file of a million faults must not fill the memory. */
  private static final int MOST_KEPT = 10_000;

  private final String fileName;
  private final List<FileProblem> problems = new ArrayList<>();
  private final Map<String, Integer> rowOfKey = new HashMap<>();
  private int faults;

  public CellChecks(String fileName) {
    this.fileName = fileName;
  }

  public void problem(TableRow row, String column, String expected) {
    problem(row, column, row.text(column), expected);
  }

  /** Something for a person to look at; the row is taken all the same. */
  public void note(TableRow row, String column, String expected) {
    keep(row, column, row.text(column), expected + "；这一行照写采用，请核实");
  }

  /** Nobody finds a hidden row by its number without being told that it is hidden. */
  private void problem(TableRow row, String column, String found, String expected) {
    faults++;
    keep(row, column, found, expected);
  }

  private void keep(TableRow row, String column, String found, String expected) {
    if (problems.size() == MOST_KEPT) {
      return;
    }
    problems.add(new FileProblem(row.number(), column, found, expected + (row.hidden() ? "（这一行在文件中是隐藏的）" : "")));
  }

  /** Whether the row is an entry and the file holds the values of all its cells; otherwise that is a problem. */
  public boolean isReadable(TableRow row, List<String> columns) {
    return isReadable(row, columns, false);
  }

  /** As before. @param oneTextIsAnEntry where a list has entries of which one cell says all */
  public boolean isReadable(TableRow row, List<String> columns, boolean oneTextIsAnEntry) {
    Map<String, CellProblem> unreadable = row.problems(columns);
    unreadable.forEach((column, cell) ->
        problem(row, column, cell.found(), cell.expected() + "（" + cell.place() + "）"));
    if (unreadable.isEmpty() && row.isOneText() && !oneTextIsAnEntry) {
      problem(row, columns.get(0), "名录中的一行；说明、落款等不是名录的行请删去");
      return false;
    }
    return unreadable.isEmpty();
  }

  /** Whether the code has the digits that were typed: one that shows an exponent has not, and is a problem. */
  public boolean hasItsDigits(TableRow row, String column) {
    boolean lost = CellText.hasLostDigits(row.text(column));
    if (lost) {
      problem(row, column, CellText.expectedInsteadOfLostDigits());
    }
    return !lost;
  }

  public String required(TableRow row, String column, int maxLength) {
    String text = CellText.name(row.text(column));
    if (text.isEmpty() || text.length() > maxLength) {
      problem(row, column, "不超过 " + maxLength + " 字的文字");
    }
    return text;
  }

  /** The value, or null and a problem. */
  public <T> T orProblem(Optional<T> value, TableRow row, String column, String expected) {
    if (value.isEmpty()) {
      problem(row, column, expected);
    }
    return value.orElse(null);
  }

  /** The day, or null and a problem; a number that would be one if its cell were formatted so is not guessed. */
  public LocalDate date(TableRow row, String column, String expected) {
    boolean bareNumber = CellText.code(row.text(column)).matches("\\d{5}");
    return orProblem(CellText.date(row.text(column)), row, column, bareNumber
        ? expected + "（单元格存成了数字，请在办公软件中把这一列设为日期格式，核对后再保存）" : expected);
  }

  public void unique(String key, TableRow row, String column) {
    Integer first = rowOfKey.putIfAbsent(key, row.number());
    if (first != null) {
      problem(row, column, "不重复的号码（与第 " + first + " 行相同）");
    }
  }

  /** How many faults were found so far. */
  public int found() {
    return faults;
  }

  /** What was found wrong, and what is to be looked at, in the order of the file, the first ten thousand. */
  public List<FileProblem> problems() {
    return Collections.unmodifiableList(problems);
  }

  void refuseIfAny() {
    if (faults > 0) {
      throw new RegistryFileRefused(fileName, problems);
    }
  }

  /**
   * The parts of a list, each a name on one line: ids are hashed line by line in a draw, so nothing that breaks or
   * blurs a line may be in them.
   */
  public static List<String> parts(String text, String separators) {
    return Arrays.stream(text.split(separators)).map(CellText::name).filter(part -> !part.isEmpty()).distinct()
        .toList();
  }
}
