package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.CreditCode;
import cn.jointinspection.registry.intake.Listing.Column;
import java.util.Locale;

/** The column by which a list names objects that are in the registry already: a credit code, or a registration number. */
final class ObjectNumber {

  static final String HEAD = "统一社会信用代码";

  private ObjectNumber() {}

  static Column column() {
    return Column.needed(HEAD, "140826:LG-001", "信用代码", "统一社会信用代码或登记号", "统一社会信用代码/注册号", "社会信用代码",
        "注册号", "对象编号");
  }

  /** The published id that the row names; null and a problem if it names none. */
  static String of(TableRow row, CellChecks checks, String division) {
    return of(row, HEAD, checks, division);
  }

  /** As before. @param head of the column */
  static String of(TableRow row, String head, CellChecks checks, String division) {
    if (!checks.hasItsDigits(row, head)) {
      return null;
    }
    String text = CellText.code(row.text(head));
    if (text.isEmpty()) {
      checks.problem(row, head, "统一社会信用代码；没有的，填写名录中的注册号或登记号");
      return null;
    }
    String code = text.toUpperCase(Locale.ROOT);
    if (CreditCode.check(code) != CreditCode.Check.MALFORMED) {
      return code;
    }
    return text.contains(":") ? text : division + ":" + text;
  }

  /** A query for the staged rows whose object is not in the registry. @param number SQL of the published id */
  static String unknown(String number) {
    return unknown(number, HEAD);
  }

  /** As before. @param head of the column */
  static String unknown(String number, String head) {
    return """
        select r.line, '%2$s', %1$s, '检查对象名录中已有的对象；还没有的，先导入检查对象名录'
        from registry_change_row r
        where r.change_id = :id and not exists (select from inspection_object o where o.object_no = %1$s)
        """.formatted(number, head);
  }
}
