package cn.jointinspection.platform;

/** Why a row is not written, whatever it holds. */
public abstract sealed class WriteRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private WriteRefused(String message) {
    super(message);
  }

  /** Whoever read a row before somebody else wrote it does not write over that. */
  public static final class ChangedMeanwhile extends WriteRefused {

    private static final long serialVersionUID = 1L;

    /** @param what of which kind the row is and which one, as people know it, as 抄告 CG-1 */
    public ChangedMeanwhile(String what) {
      super(what + "刚刚被他人办理或修改，您的办理没有保存，未作任何更改。请刷新页面，核对最新内容后再办理。");
    }
  }
}
