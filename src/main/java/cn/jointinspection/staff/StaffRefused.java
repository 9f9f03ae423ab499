package cn.jointinspection.staff;

import cn.jointinspection.platform.RuleViolation;

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

  /** Who has what is still missing in his hands. */
  public static final class OnlyThosePreparingSee extends StaffRefused {
    public OnlyThosePreparingSee() {
      super("启用准备只供领导小组办公室、名录登记人员和系统管理员查看，未打开。需要了解的，请联系领导小组办公室。");
    }
  }
}
