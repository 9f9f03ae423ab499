package cn.jointinspection.notice;

import cn.jointinspection.notice.Obligation.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tables of {@code docs/notice.md}. Every line that begins with a bar belongs to one of the two kinds of table;
 * whatever else stands in the file is for readers.
 */
record Specification(List<Obligation> obligations, List<Silent> silent) {

  static final String OBLIGATIONS = "| 编号 | 原文 | 谁来做 | 状态 | 落实 |";
  static final String SILENT = "| 部分 | 原文 | 理由 |";

  private static final Pattern RULE = Pattern.compile("\\|( ?-+ ?\\|)+");
  private static final Pattern ID = Pattern.compile("[一二三四五六]-[1-9]\\d?");
  private static final Pattern PART = Pattern.compile("[一二三四五六]");

  /**
   * Words of the notice that ask nothing of anybody.
   *
   * @param reason why they ask nothing
   */
  record Silent(String part, String words, String reason) {}

  /** A line that belongs to no table of the two kinds, or a cell that is not what its column says. */
  static final class Malformed extends RuntimeException {

    private Malformed(int line, String problem) {
      super("docs/notice.md 第 " + line + " 行：" + problem);
    }
  }

  /** @throws Malformed at the first line that cannot be read */
  static Specification parse(String markdown) {
    List<Obligation> obligations = new ArrayList<>();
    List<Silent> silent = new ArrayList<>();
    String head = null;
    String[] lines = markdown.split("\\R", -1);
    for (int n = 0; n < lines.length; n++) {
      String line = lines[n].strip();
      if (!line.startsWith("|")) {
        head = null;
      } else if (line.equals(OBLIGATIONS) || line.equals(SILENT)) {
        head = line;
      } else if (head == null) {
        throw new Malformed(n + 1, "表头应为“" + OBLIGATIONS + "”或“" + SILENT + "”");
      } else if (!RULE.matcher(line).matches()) {
        List<String> cells = cells(line, n + 1, head);
        if (head.equals(SILENT)) {
          silent.add(silent(cells, n + 1));
        } else {
          obligations.add(obligation(cells, n + 1));
        }
      }
    }
    return new Specification(List.copyOf(obligations), List.copyOf(silent));
  }

  private static List<String> cells(String line, int number, String head) {
    int columns = columns(head);
    if (!line.endsWith("|") || columns(line) != columns) {
      throw new Malformed(number, "应有 " + columns + " 格");
    }
    return Arrays.stream(line.substring(1).split("\\|", -1)).limit(columns).map(String::strip).toList();
  }

  private static int columns(String line) {
    return (int) line.chars().filter(c -> c == '|').count() - 1;
  }

  private static Obligation obligation(List<String> cells, int line) {
    if (!ID.matcher(cells.get(0)).matches()) {
      throw new Malformed(line, "编号“" + cells.get(0) + "”应写成“二-3”的样子");
    }
    if (cells.get(2).isEmpty()) {
      throw new Malformed(line, "没有写明谁来做");
    }
    Status status = Status.of(cells.get(3)).orElseThrow(
        () -> new Malformed(line, "状态“" + cells.get(3) + "”应为 已实现、待实现 或 不属于本系统"));
    return new Obligation(cells.get(0), cells.get(1), cells.get(2), status, cells.get(4));
  }

  private static Silent silent(List<String> cells, int line) {
    if (!PART.matcher(cells.get(0)).matches()) {
      throw new Malformed(line, "部分“" + cells.get(0) + "”应为 一 至 六");
    }
    return new Silent(cells.get(0), cells.get(1), cells.get(2));
  }
}
