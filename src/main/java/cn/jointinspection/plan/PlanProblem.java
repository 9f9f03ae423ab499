package cn.jointinspection.plan;

/**
 * What is wrong with one cell of a plan file.
 *
 * @param fileRow number of the row in the file, from 1; 0 for the file as a whole
 * @param rowNo the row's 序号 as found; "" when it has none
 * @param column head of the column
 * @param found text of the cell
 * @param expected what should be there, in Chinese
 */
public record PlanProblem(int fileRow, String rowNo, String column, String found, String expected) {

  private static final int SHOWN = 60;

  @Override
  public String toString() {
    if (fileRow == 0) {
      return expected;
    }
    String text = found.isBlank() ? "空白" : "“" + shortened() + "”";
    String number = rowNo.isEmpty() ? "" : "（序号%s）".formatted(rowNo);
    return "第%d行%s“%s”现为%s，应为%s".formatted(fileRow, number, column, text, expected);
  }

  private String shortened() {
    return found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "……";
  }
}
