package cn.jointinspection.staff;

import cn.jointinspection.platform.RuleViolation;
import java.util.List;
import java.util.stream.Collectors;

/** Which pages of the desk stay closed to whom, and why. */
public abstract sealed class StaffRefused extends RuleViolation {

  private StaffRefused(String message) {
    super(message);
  }

  /** A draw's room is for the departments that take part, the office and the discipline body; it names the firms drawn. */
  public static final class OnlyThoseTakingPartWatch extends StaffRefused {
    public OnlyThoseTakingPartWatch(int number) {
      super("第 " + number + " 次抽取只供参加部门、领导小组办公室和纪检监察的人员观看，未打开。需要了解的，请看公示网站的“公开抽取”。");
    }
  }

  /** All deadlines of the county are counted by these tables: the office keeps them. */
  public static final class OnlyTheOfficeKeepsHolidays extends StaffRefused {
    public OnlyTheOfficeKeepsHolidays() {
      super("放假安排由领导小组办公室维护，未作更改。请联系领导小组办公室。");
    }
  }

  /** Whoever has the address reads the department's dates: only its own staff give it away. */
  public static final class OnlyTheDepartmentSharesItsCalendar extends StaffRefused {
    public OnlyTheDepartmentSharesItsCalendar() {
      super("日历订阅地址只能由本部门经办人生成、更换和停用，未作更改。请联系该部门。");
    }
  }

  /** A list by name is for those who answer for it, the office and the discipline body (五、六). */
  public static final class YearEndOfAnotherDepartment extends StaffRefused {
    public YearEndOfAnotherDepartment() {
      super("未公示清单只供该部门、领导小组办公室和纪检监察查看，未打开。请在“年末收尾”查看本部门的清单。");
    }
  }

  /** Every import reads departments by these names: the office keeps them. */
  public static final class OnlyTheOfficeKeepsNames extends StaffRefused {
    public OnlyTheOfficeKeepsNames() {
      super("部门别名由领导小组办公室登记，未作更改。请联系领导小组办公室。");
    }
  }

  /** A department's lists are its own business until they are in force; why somebody keeps away stays within it (三). */
  public static final class NotYourRegistry extends StaffRefused {
    public NotYourRegistry() {
      super("这项名录变更只供该部门和名录登记人员查看，未打开。请从“名录变更”页面选择本部门的变更。");
    }
  }

  /** Who keeps away from whom concerns the inspector, his department and the discipline body (三). */
  public static final class RecusalsOfOthers extends StaffRefused {
    public RecusalsOfOthers() {
      super("回避名单只供检查人员本人、各部门经办和审核人员、名录登记人员和纪检监察查看，未打开。");
    }
  }

  /** Who has what is still missing in his hands. */
  public static final class OnlyThosePreparingSee extends StaffRefused {
    public OnlyThosePreparingSee() {
      super("启用准备只供领导小组办公室、名录登记人员和系统管理员查看，未打开。需要了解的，请联系领导小组办公室。");
    }
  }

  /** Accounts and rights follow the roster: registrars and administrators keep it. */
  public static final class OnlyRegistrarsKeepTheRoster extends StaffRefused {
    public OnlyRegistrarsKeepTheRoster() {
      super("人员名册由名录登记人员和系统管理员维护，部门审核人员可以查看本部门的名册。未作任何更改。请联系名录登记人员。");
    }
  }

  /** Work that is open when its person goes is handed to somebody, never left lying. */
  public static final class OpenWorkNeedsAnHeir extends StaffRefused {
    private static final int LISTED = 20;

    /** @param work each piece in words */
    public OpenWorkNeedsAnHeir(String person, List<String> work) {
      super(person + "还有 " + work.size() + " 项工作没有办结，未作任何更改。请在该人员的页面选择接手的同事后办理：\n"
          + work.stream().limit(LISTED).collect(Collectors.joining("；\n"))
          + (work.size() > LISTED ? "；\n其余 " + (work.size() - LISTED) + " 项略" : "") + "。");
    }
  }

  /** Whoever takes over work is in the department whose work it is, and in force. */
  public static final class HeirIsAColleague extends StaffRefused {
    public HeirIsAColleague(String person) {
      super("“" + person + "”不能接手，未作任何更改：接手的人须是同一部门的在岗人员，不能是本人。请另选一人。");
    }
  }

  /** Work on an object's check goes to one who may inspect. */
  public static final class HeirMustInspect extends StaffRefused {
    public HeirMustInspect(String person) {
      super(person + "不是检查人员，不能接手检查工作，未作任何更改。请选择本部门的检查人员接手。");
    }
  }

  /** A task of a group that nobody else is in would lie there for ever. */
  public static final class NobodyLeftForTheTask extends StaffRefused {
    public NobodyLeftForTheTask(String task) {
      super("“" + task + "”没有别人能办理：接手的人没有办理它的角色，所在的组里也没有其他人。未作任何更改。请先给接手的人加上相应的角色。");
    }
  }

  /** How often firms may be inspected is one policy for the county (年度频次上限). */
  public static final class OnlyTheOfficeSetsCaps extends StaffRefused {
    public OnlyTheOfficeSetsCaps() {
      super("频次上限由领导小组办公室规定，未作更改。请联系领导小组办公室。");
    }
  }

  /** What its grades mean is the department's to say, or the registrar's (四). */
  public static final class NotYourGrades extends StaffRefused {
    public NotYourGrades() {
      super("部门分级对照由该部门的人员和名录登记人员登记，未作更改。请联系该部门或名录登记人员。");
    }
  }

  /** Whose class changes after a check is the registrar's decision (守信激励、失信惩戒, 五). */
  public static final class OnlyRegistrarsDecideClasses extends StaffRefused {
    public OnlyRegistrarsDecideClasses() {
      super("等级调整建议由名录登记人员决定，领导小组办公室和纪检监察可以查看。未作任何更改。请联系名录登记人员。");
    }
  }

  /** Whoever decides says about what. */
  public static final class NoProposalChosen extends StaffRefused {
    public NoProposalChosen() {
      super("没有勾选任何建议，未作任何更改。请勾选要一并决定的建议。");
    }
  }

  /** Each decision stands by itself; what could not be decided is told, and stays open. */
  public static final class SomeProposalsLeft extends StaffRefused {
    public SomeProposalsLeft(int decided, List<String> reasons) {
      super("已决定 " + decided + " 条，另有 " + reasons.size() + " 条没有决定：" + String.join(" ", reasons.stream().distinct().toList())
          + " 请刷新页面，看还有哪些待决定。");
    }
  }
}
