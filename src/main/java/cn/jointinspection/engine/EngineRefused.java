package cn.jointinspection.engine;

import cn.jointinspection.platform.RuleViolation;
import java.util.Map;

/** What a person may not ask of the engine, and what he hears (全过程留痕, 三). Times are those of Asia/Shanghai. */
public abstract sealed class EngineRefused extends RuleViolation {

  private static final String NEXT = "您的操作没有生效，未作任何更改。请返回待办列表并刷新。";

  private EngineRefused(String message) {
    super(message);
  }

  private EngineRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /** Every step is some person's step (全过程留痕, 三): nobody is signed in. */
  public static final class NotSignedIn extends EngineRefused {
    public NotSignedIn() {
      super("尚未登录或登录已过期。请重新登录后再操作。");
    }
  }

  /** Who may do what is granted by groups and tasks (三): this person may not do this. */
  public static final class NotPermitted extends EngineRefused {
    public NotPermitted() {
      super("您的账号没有这项操作的权限，未作任何更改。需要办理的，请联系系统管理员核对您所在的部门和角色。");
    }
  }

  /** What a request names is gone, or never was. */
  public static final class NothingThere extends EngineRefused {
    public NothingThere() {
      super("没有找到要办理的内容：它可能已经办结、取消，或编号有误。未作任何更改。请刷新页面后再试。");
    }
  }

  /** A request to the engine that would lead a process past its forms, and so past the rules. */
  public static final class NotThroughThisDoor extends EngineRefused {
    public NotThroughThisDoor(String message) {
      super(message);
    }
  }

  /** The answers of a form are incomplete or malformed. */
  public static final class FormRefused extends EngineRefused {
    public FormRefused(String message) {
      super(message);
    }

    public FormRefused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The task is done, was taken back, or belongs to others: the three are not told apart. */
  public static final class NoSuchTask extends EngineRefused {
    public NoSuchTask() {
      super("这项待办不存在、已办结、已转由他人办理，或不属于您的部门。请返回待办列表并刷新。");
    }
  }

  /** Somebody else, or the person himself with an earlier click, has completed it. */
  public static final class TaskAlreadyDone extends EngineRefused {
    public TaskAlreadyDone(String who, String when, Throwable cause) {
      super("这项待办已由" + who + "于" + when + "办结，不能再办。" + NEXT, cause);
    }
  }

  /** The process went on without it: a limit expired, another was drawn, the work was called off. */
  public static final class TaskTakenBack extends EngineRefused {
    public TaskTakenBack(String why, String when, Throwable cause) {
      super("这项待办已于" + when + "由流程收回（" + why + "），不必再办。" + NEXT, cause);
    }
  }

  /** A task offered to several has one person who does it. */
  public static final class TaskAlreadyClaimed extends EngineRefused {
    public TaskAlreadyClaimed(String who, String when, Throwable cause) {
      super("这项待办已由" + who + "于" + when + "认领，请由其办理。" + NEXT, cause);
    }
  }

  /** Two steps of one process at the same moment: one is done, the other was rolled back as a whole. */
  public static final class OvertakenMeanwhile extends EngineRefused {
    public OvertakenMeanwhile(Throwable cause) {
      super("就在您提交时，这项工作的流程刚刚走了一步（有人同时办理，或期限刚好到了），您的办理没有保存，未作任何更改。请刷新页面，核对后再提交一次。",
          cause);
    }
  }

  /** A password that was handed out on paper holds until its owner puts his own in its place. */
  public static final class PasswordToBeChanged extends EngineRefused {
    public PasswordToBeChanged() {
      super("您用的是一次性口令，请先修改口令再办理其他事项，未作任何更改。修改口令的网址：/camunda/api/staff/password。");
    }
  }

  /** A password that was handed out on paper holds for so many days. */
  public static final class OneTimePasswordExpired extends EngineRefused {
    public OneTimePasswordExpired() {
      super("一次性口令已过期，不能登录。请联系名录登记人员或系统管理员重新发给口令。");
    }
  }

  /** Nothing is open to those who left (人员名册). */
  public static final class AccountLocked extends EngineRefused {
    public AccountLocked() {
      super("该账号的人员已离岗，账号已停用。如有疑问，请联系名录登记人员。");
    }
  }

  /** Who may open what administrators may is the administrators' own matter. */
  public static final class OnlyAdministratorsHandleAdministrators extends EngineRefused {
    public OnlyAdministratorsHandleAdministrators() {
      super("这是系统管理员的账号，只能由系统管理员办理，未作任何更改。请联系系统管理员。");
    }
  }

  /** A system without an administrator could not be put right any more. */
  public static final class LastAdministratorStays extends EngineRefused {
    public LastAdministratorStays() {
      super("这是最后一名系统管理员，不能离岗，未作任何更改。请先为接替的人开通系统管理员。");
    }
  }

  /** A new password is long enough, of several kinds of characters, and says nothing of its owner. */
  public static final class PasswordRefused extends EngineRefused {
    private final transient Map<String, String> fields;

    /** @param fields what is wrong, in Chinese, by the field of the page */
    public PasswordRefused(Map<String, String> fields) {
      super("口令没有修改：" + String.join("", fields.values()));
      this.fields = Map.copyOf(fields);
    }

    @Override
    public Map<String, Object> particulars() {
      return Map.of("fields", fields);
    }
  }
}
