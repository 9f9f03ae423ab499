package cn.jointinspection.platform.sheet;

/**
 * A cell as its own sheet holds it.
 *
 * @param column from 0
 * @param text what it shows, empty where it shows nothing
 * @param fault why {@code text} is not the cell's value; null where it is
 */
record Cell(int column, String text, Fault fault) {

  /** Why the value of a cell is not in the file, with what should be there instead. */
  enum Fault {
    ERROR_VALUE("能算出结果的公式或直接填写的内容（公式现在出错）"),
    NO_RESULT("公式的计算结果（文件中没有保存，请在办公软件中打开、重新计算并保存，或直接填写内容）"),
    DIGITS_LOST("文本格式的号码（按数字保存时，第 15 位以后的数字已被办公软件丢弃，请把该列设为文本格式后重新录入）"),
    NO_SUCH_DATE("存在的日期（现在的数值超出日期的范围，办公软件显示为 ####）");

    final String expected;

    Fault(String expected) {
      this.expected = expected;
    }
  }

  static Cell of(int column, String text) {
    return new Cell(column, CellText.shown(text), null);
  }

  static Cell faulty(int column, String text, Fault fault) {
    return new Cell(column, text, fault);
  }

  boolean isEmpty() {
    return text.isEmpty() && fault == null;
  }

  /** 0 is A, 26 is AA. */
  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}
