package cn.jointinspection.staff.firstday;

/**
 * One thing a county needs, in the order in which they are best done.
 *
 * @param name in Chinese, as the heading of a row
 * @param message what there is or what is missing, a sentence
 * @param place label of the page where it is done
 * @param href of that page
 */
public record Step(String name, State state, String message, String place, String href) {

  /** How a step stands. */
  public enum State {
    DONE("已就绪"),
    /** Work can begin without it; somebody should know. */
    NOTICE("请留意"),
    MISSING("还缺");

    private final String text;

    State(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  public boolean missing() {
    return state == State.MISSING;
  }

  public boolean done() {
    return state == State.DONE;
  }
}
