package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.RuleViolation;
import java.util.List;

/** Why a file cannot be read as a table. Nothing of it was stored. */
public abstract sealed class SheetRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private SheetRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /** A file that is no table, is of a kind that is not read, is damaged or is empty. */
  public static final class NotASpreadsheet extends SheetRefused {

    private static final long serialVersionUID = 1L;
    private static final String SAVE_AS = "请在办公软件中另存为 .xlsx，或 UTF-8、GB18030 编码的 .csv 后重新上传。";

    NotASpreadsheet(String fileName, String found, Throwable cause) {
      super("无法导入文件“" + fileName + "”：" + found + "。" + SAVE_AS, cause);
    }

    /** @param remedy what to do with the file, a whole clause; what comes of it is then uploaded again */
    NotASpreadsheet(String fileName, String found, String remedy) {
      super("无法导入文件“" + fileName + "”：" + found + "，请" + remedy + "后重新上传。", null);
    }
  }

  /** A table without one of the column heads that its format prints. */
  public static final class ColumnHeadsMissing extends SheetRefused {

    private static final long serialVersionUID = 1L;

    /** @param place the sheet in words where the file has several, otherwise empty */
    ColumnHeadsMissing(String place, int row, List<String> missing) {
      super(place + "第 " + row + " 行表头缺少列：" + String.join("、", missing) + "。请按印发的表格样式补上这些列后重新上传。", null);
    }
  }

  /** Two columns with one head: which of them counts cannot be told. */
  public static final class ColumnHeadTwice extends SheetRefused {

    private static final long serialVersionUID = 1L;

    ColumnHeadTwice(String place, int row, String head) {
      super(place + "第 " + row + " 行表头中“" + head + "”出现了两次。请删去多余的一列后重新上传。", null);
    }
  }

  /** Two visible sheets with the table's head row: which of them counts cannot be told. */
  public static final class TwoSheetsWithTheTable extends SheetRefused {

    private static final long serialVersionUID = 1L;

    TwoSheetsWithTheTable(String fileName, String first, String second) {
      super("文件“" + fileName + "”的工作表“" + first + "”和“" + second + "”都有这张表的表头，无法判断以哪一张为准。"
          + "请只保留一张，或将另一张隐藏后重新上传。", null);
    }
  }

  /** A cell whose value the file does not hold, for example the error of a formula, was to be used. */
  public static final class UnreadableCell extends SheetRefused {

    private static final long serialVersionUID = 1L;

    UnreadableCell(CellProblem problem) {
      super(problem.place() + "现为" + (problem.found().isEmpty() ? "空白" : "“" + problem.found() + "”") + "，应为"
          + problem.expected() + "。请改正后重新上传。", null);
    }
  }
}
