package cn.jointinspection.registry;

import cn.jointinspection.platform.RuleViolation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the list and the registries (一单两库) refuse and why (一). */
public abstract sealed class RegistryRefused extends RuleViolation {

  private RegistryRefused(String message) {
    super(message);
  }

  /** A registry file is taken whole or not at all; nothing of it was stored. */
  public static final class RegistryFileRefused extends RegistryRefused {
    private static final int LISTED = 50;

    private final transient List<FileProblem> problems;

    RegistryFileRefused(String fileName, List<FileProblem> problems) {
      super(message(fileName, problems));
      this.problems = List.copyOf(problems);
    }

    /** Everything found wrong, in the order of the file. */
    public List<FileProblem> problems() {
      return problems;
    }

    private static String message(String fileName, List<FileProblem> problems) {
      String list = problems.stream().limit(LISTED).map(FileProblem::toString).collect(Collectors.joining("；\n"));
      String rest = problems.size() > LISTED ? "；\n其余 " + (problems.size() - LISTED) + " 处略" : "";
      return "文件“" + fileName + "”未导入，发现 " + problems.size() + " 处问题，请改正后重新上传整份文件：\n" + list + rest + "。";
    }
  }

  /** An alias is one name, not several and not a sentence. */
  public static final class AliasIsNoName extends RegistryRefused {
    AliasIsNoName(String found) {
      super("别名“" + found + "”未登记：应是一个部门的名称，2 至 50 个字，不含顿号、逗号等标点。请改正后重试。");
    }
  }

  /** A name has one meaning. */
  public static final class NameKnownAlready extends RegistryRefused {
    NameKnownAlready(String name, String department) {
      super("“" + name + "”已识别为" + department + "，未作更改。同一名称只能指一个部门；要改指别的部门，请先删去原来的别名。");
    }
  }

  /** Whoever comes second hears that it is done. */
  public static final class AliasGone extends RegistryRefused {
    AliasGone() {
      super("这个别名已经不在使用，未作更改。请刷新页面，看是否已由别的同事删去。");
    }
  }

  /** A grade is a word of the department, is one of the four classes, and somebody says why (四). */
  public static final class GradeIncomplete extends RegistryRefused {
    GradeIncomplete() {
      super("分级对照未登记：分级名称 1 至 20 个字，对应的风险等级和理由都要填写，理由不超过 500 字。请补充后再登记。");
    }
  }

  /** Saying what stands changes nothing. */
  public static final class GradeKnownAlready extends RegistryRefused {
    GradeKnownAlready(String grade, String riskClass) {
      super("“" + grade + "”已对应" + riskClass + "，未作更改。要改为别的等级，请选择另一个等级。");
    }
  }

  /** Whoever comes second hears that it is done. */
  public static final class GradeGone extends RegistryRefused {
    GradeGone() {
      super("这一级已经不在使用，未作更改。请刷新页面，看是否已由别的同事删去。");
    }
  }

  /** A code that no body of the county has. */
  public static final class UnknownDepartment extends RegistryRefused {
    UnknownDepartment(String code) {
      super("没有代码为“" + code + "”的部门。请核对部门代码表后重试。");
    }
  }

  /** An id that no scope of objects has. */
  public static final class UnknownScope extends RegistryRefused {
    UnknownScope(int id) {
      super("没有编号为 " + id + " 的抽查对象范围。请从年度计划中重新选择抽查任务。");
    }
  }

  /** Whoever says that two entries are two objects says why. */
  public static final class NoDuplicate extends RegistryRefused {
    NoDuplicate() {
      super("没有登记：请写明为什么不是重复，不超过 200 字，例如“同一地址的两家分店”；并请从“疑似重复”的列表中选择。");
    }
  }

  /** An id that no inspection object has. */
  public static final class UnknownObject extends RegistryRefused {
    public UnknownObject(String objectNo) {
      super("检查对象名录库中没有“" + objectNo + "”。请核对统一社会信用代码或登记号，或先将其补录入库。");
    }
  }

  /** A certificate number that no inspector has. */
  public static final class UnknownInspector extends RegistryRefused {
    public UnknownInspector(String certificateNo) {
      super("执法检查人员名录库中没有执法证号“" + certificateNo + "”。请核对执法证号，或先将其补录入库。");
    }
  }

  /** A file that leaves some out would be taken for the whole. */
  public static final class TooManyToExport extends RegistryRefused {
    TooManyToExport(int most) {
      super("找到的超过 %,d 户，一个文件放不下，未导出。请加上范围、风险等级等条件，分几次导出。".formatted(most));
    }
  }

  /** An entry of the roster says who, where, and what he does; an inspector has a certificate (一). */
  public static final class PersonIncomplete extends RegistryRefused {
    private final transient List<PersonRules.Problem> problems;

    PersonIncomplete(String name, List<PersonRules.Problem> problems) {
      super("人员“" + name + "”未保存，未作任何更改：" + problems.stream()
          .map(problem -> "“" + problem.column() + "”应为" + problem.expected()).collect(Collectors.joining("；"))
          + "。请改正后再保存。");
      this.problems = problems;
    }

    /** The columns and what should stand there, for a page that shows it beside each field. */
    @Override
    public Map<String, Object> particulars() {
      return Map.of("fields", problems.stream().collect(Collectors.toMap(
          PersonRules.Problem::column, problem -> "应为" + problem.expected() + "。", (one, other) -> one + other)));
    }
  }

  /** What somebody did is on record under his account: no two people have one. */
  public static final class AccountTaken extends RegistryRefused {
    AccountTaken(String account) {
      super("账号“" + account + "”已有人使用，未作任何更改。请换一个账号，或留空由系统编排。");
    }
  }

  /** A certificate is one person's. */
  public static final class CertificateTaken extends RegistryRefused {
    CertificateTaken(String certificateNo, String holder) {
      super("执法证号“" + certificateNo + "”已登记在" + holder + "名下，未作任何更改。请核对执法证号。");
    }
  }

  /** An account that nobody of the roster has. */
  public static final class UnknownPerson extends RegistryRefused {
    UnknownPerson(String account) {
      super("人员名册中没有账号“" + account + "”。请回到人员名册重新查找。");
    }
  }

  /** What was looked at is what is stored: once, and only while the roster stands as it stood then. */
  public static final class RosterUploadGone extends RegistryRefused {
    RosterUploadGone() {
      super("这份名册文件已经导入过，或不存在，未作任何更改。请回到人员名册核对。");
    }
  }

  /** A cap says for which firms it is, how high and on what it rests. */
  public static final class CapIncomplete extends RegistryRefused {
    CapIncomplete(String what) {
      super("没有保存检查频次上限：" + what + "。");
    }
  }

  /** A firm is inspected no more often in a year than the cap for its kind says (年度频次上限). */
  public static final class CapReached extends RegistryRefused {
    CapReached(Visits.Near firm) {
      super("没有下达：“" + firm.name() + "”本年度已检查或已通知 " + firm.visits() + " 次，达到“" + firm.category() + "”的年度上限 "
          + firm.most() + " 次。属于复查、投诉举报或专项检查的，请选择不受上限限制的理由并写明依据；都不是的，请与同一天的其他检查合并，或由发起部门报领导小组办公室。");
    }
  }
}
