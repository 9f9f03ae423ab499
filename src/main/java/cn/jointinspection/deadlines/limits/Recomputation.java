package cn.jointinspection.deadlines.limits;

import java.time.Instant;

/**
 * The offer to recompute the running waits by a new version of the table.
 *
 * @param decidedBy name; null while undecided, as the two that follow
 */
public record Recomputation(
    long id, String definitionId, int version, Instant startedAt, Status status, String decidedBy, Instant decidedAt,
    String reason) {

  public enum Status {
    COUNTING("正在试算"),
    OFFERED("待办公室决定"),
    NOTHING("没有期限要变"),
    RUNNING("正在重算"),
    DONE("已重算"),
    DECLINED("保留原期限"),
    REPLACED("由更新的版本代替");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** Business key of the process of a recomputation, {@code SX-<id>}. */
  public static String number(long id) {
    return "SX-" + id;
  }
}
