package cn.jointinspection.registry;

/**
 * What keeps one cell of a file from being imported.
 *
 * @param row number of the row as an office program shows it
 * @param column head of the column
 * @param found the cell's text
 * @param expected what should stand there, in Chinese
 */
public record FileProblem(int row, String column, String found, String expected) {

  private static final int SHOWN = 60;

  @Override
  public String toString() {
    String text = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "……";
    return "第 " + row + " 行“" + column + "”列现为" + (text.isEmpty() ? "空白" : "“" + text + "”") + "，应为" + expected;
  }
}
