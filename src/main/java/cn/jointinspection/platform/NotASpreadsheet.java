package cn.jointinspection.platform;

/** A file that is no {@code .xlsx} or {@code .csv}, is damaged or is empty. */
public final class NotASpreadsheet extends RuleViolation {

  private static final long serialVersionUID = 1L;

  NotASpreadsheet(String fileName, String found) {
    this(fileName, found, null);
  }

  NotASpreadsheet(String fileName, String found, Throwable cause) {
    super("无法导入文件“" + fileName + "”：" + found + "。请在办公软件中另存为 .xlsx，或 UTF-8、GB18030 编码的 .csv 后重新上传。",
        cause);
  }
}
