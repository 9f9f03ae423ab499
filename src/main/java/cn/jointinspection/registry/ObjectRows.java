package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rows of an object file (检查对象名录). */
public final class ObjectRows {

  public static final List<String> HEADS =
      List.of("检查对象名称", "统一社会信用代码", "注册号", "类别", "地址", "信用风险等级", "状态", "抽查对象范围");
  public static final List<String> ALL_HEADS = Stream.concat(HEADS.stream(), Stream.of("联系方式")).toList();
  private static final String CODE = "统一社会信用代码";
  private static final String NUMBER = "注册号";

  private final String division;
  private final CellChecks checks;

  public ObjectRows(String division, CellChecks checks) {
    this.division = division;
    this.checks = checks;
  }

  /** The row as an object; what is wrong with it is in the checks, and then the object is not to be used. */
  public ObjectDraft read(TableRow row) {
    String code = blankToNull(CellText.code(row.text(CODE)).toUpperCase(Locale.ROOT));
    String number = blankToNull(CellText.code(row.text(NUMBER)));
    if (code != null && number == null && CreditCode.isOldRegistrationNumber(code)) {
      number = code;
      code = null;
    }
    String objectNo = code != null ? code : division + ":" + number;
    if (checks.hasItsDigits(row, CODE) && checks.hasItsDigits(row, NUMBER)) {
      checkNumbers(row, code, number);
      if (code != null || number != null) {
        checks.unique(objectNo, row, code != null ? CODE : NUMBER);
      }
    }
    String riskText = CellText.code(row.text("信用风险等级"));
    RiskClass riskClass = riskText.isEmpty() ? null
        : checks.orProblem(RiskClass.of(riskText), row, "信用风险等级", "A、B、C、D 或低风险、一般风险、较高风险、高风险；未分类的留空");
    ObjectStatus status = checks.orProblem(
        ObjectStatus.of(CellText.name(row.text("状态"))), row, "状态", "正常、注销、被吊销、被撤销、迁出之一");
    List<String> scopes = CellChecks.parts(row.text("抽查对象范围"), "[；;\\n]");
    if (scopes.isEmpty()) {
      checks.problem(row, "抽查对象范围", "至少一个抽查对象范围，写法与年度计划一致；几个之间用分号隔开");
    }
    return new ObjectDraft(objectNo, checks.required(row, "检查对象名称", 200), code, number,
        checks.required(row, "类别", 50), CellText.name(row.text("地址")),
        blankToNull(CellText.code(row.text("联系方式"))), riskClass, status, new LinkedHashSet<>(scopes));
  }

  private void checkNumbers(TableRow row, String code, String number) {
    if (code == null && number == null) {
      checks.problem(row, CODE, "统一社会信用代码；没有的，应在“注册号”列填写注册号或登记号");
    }
    if (number != null && (number.length() > 60 || !number.matches("[\\p{L}\\p{N}._/()（）〔〕\\-]+"))) {
      checks.problem(row, NUMBER, "不超过 60 字、不含空格的注册号或登记号");
    }
    if (code == null) {
      return;
    }
    switch (CreditCode.check(code)) {
      case MALFORMED -> checks.problem(row, CODE, "18 位统一社会信用代码（数字和字母，不含 I、O、S、V、Z）；没有的留空");
      case WRONG_CHECK_CHARACTER -> checks.note(
          row, CODE, "以校验位“" + CreditCode.checkCharacter(code.substring(0, 17)) + "”结尾的代码");
      case VALID -> { }
    }
  }

  private static String blankToNull(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty()).orElse(null);
  }
}
