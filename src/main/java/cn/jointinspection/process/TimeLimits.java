package cn.jointinspection.process;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The decision table {@code time-limits.dmn}: changed by the office, not by a programmer. */
@Component
class TimeLimits {

  private static final String DECISION = "time-limits";

  /** What a limit is counted from. */
  enum Base {
    /** Working days after the step begins. */
    NOW,
    /** Days of the calendar after the step begins: for the step that waits for the table of working days itself. */
    CALENDAR_DAYS,
    /** Working days before the last day of the plan item's window. */
    WINDOW_END,
    /** Working days before the last day of checking that the scheme sets. */
    CHECK_END,
    /** Working days before the last day for publication: 20 working days or 20 December (五). */
    PUBLICATION
  }

  /**
   * @param days working days, at least 0
   * @param remindBefore working days between the reminder and the last day, at least 0
   */
  record Limit(Base base, int days, int remindBefore) {}

  private final DecisionService decisions;

  TimeLimits(@Lazy DecisionService decisions) {
    this.decisions = decisions;
  }

  /** @throws IllegalArgumentException if the table has no row for the step */
  Limit of(String step) {
    DmnDecisionTableResult result = decisions.evaluateDecisionTableByKey(DECISION, Map.of("step", step));
    if (result.isEmpty()) {
      throw new IllegalArgumentException("时限表没有环节 " + step);
    }
    var row = result.getSingleResult();
    return new Limit(
        Base.valueOf(row.getEntry("base")),
        ((Number) row.getEntry("days")).intValue(),
        ((Number) row.getEntry("remindBefore")).intValue());
  }
}
