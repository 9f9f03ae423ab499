package cn.jointinspection.inspection;

import cn.jointinspection.registry.RiskClass;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A proposal to change an object's risk class after a check (守信激励、失信惩戒, 五), with its evidence.
 *
 * @param proposedAt local time, Asia/Shanghai
 * @param decision null while open
 */
public record ClassProposal(
    long id, String objectNo, String objectName, Evidence evidence, Effect effect, LocalDateTime proposedAt, Status status,
    Decision decision) {

  /**
   * The published check that proposes it.
   *
   * @param department code of the one that checked
   * @param results that propose it, in words
   * @param statement published with the result; null where there is none
   */
  public record Evidence(String jointInspectionId, String title, String department, LocalDate checkedOn,
      List<String> results, String statement) {}

  /**
   * What the registrar decided.
   *
   * @param before class as it stood then; null where the object had none
   * @param after the same as {@code before} where he did not follow the proposal
   * @param note nullable
   * @param at local time, Asia/Shanghai
   */
  public record Decision(RiskClass before, RiskClass after, String note, LocalDateTime at, String byName) {}

  /** Where to the class goes: one up or one down. */
  public enum Effect {
    HIGHER("上调一级"),
    LOWER("下调一级");

    private final String text;

    Effect(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    /** The class that follows. @param riskClass null counts as B (draw-spec 2) */
    public RiskClass from(RiskClass riskClass) {
      RiskClass counted = riskClass == null ? RiskClass.UNRATED : riskClass;
      return this == HIGHER ? counted.higher() : counted.lower();
    }
  }

  /** What became of it. */
  public enum Status {
    OPEN("待决定"),
    ACCEPTED("已采纳"),
    REFUSED("不采纳");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
