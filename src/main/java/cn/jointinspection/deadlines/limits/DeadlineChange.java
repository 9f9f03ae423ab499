package cn.jointinspection.deadlines.limits;

import java.time.Instant;

/**
 * A running wait and its deadline, before and after a recomputation.
 *
 * @param name of the task, with what it is about, or of the stage
 * @param begunAt when the wait began; a limit in working days counts from there
 * @param newDue null while not computed, or where the deadline stays
 * @param oldReminder null where the reminder was given already
 * @param note why the deadline stays, or is another than by the table; null for neither
 * @param version of the table by which the deadline was changed; null while it was not
 * @param changedAt null while it was not
 */
public record DeadlineChange(
    long id,
    State state,
    String step,
    String name,
    String businessKey,
    Place place,
    Instant begunAt,
    Instant oldDue,
    Instant newDue,
    Instant oldReminder,
    Instant newReminder,
    String note,
    Integer version,
    Instant changedAt) {

  /**
   * Where it waits, by the engine's ids.
   *
   * @param taskId null where a stage has the limit, and not one task
   */
  public record Place(
      String processInstanceId, String executionId, String activityId, String processDefinitionId, String taskId) {}

  public enum State {
    LISTED("待试算"),
    OFFERED("待决定"),
    CHANGED("已改"),
    KEPT("期限不变"),
    ENDED("已办结");

    private final String text;

    State(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
