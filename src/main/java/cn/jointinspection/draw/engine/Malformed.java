package cn.jointinspection.draw.engine;

/** Input that is missing or not of the form the definition asks for: no failed stage of a draw, an error of its own. */
public sealed class Malformed extends RuntimeException permits ListRuleBroken {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  /**
   * @param line from 1; 0 where the whole file is meant
   * @param reason in Chinese
   */
  public Malformed(String file, int line, String reason) {
    super(file + (line > 0 ? " 第 " + line + " 行" : "") + "：" + reason);
    this.file = file;
    this.line = line;
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }
}
