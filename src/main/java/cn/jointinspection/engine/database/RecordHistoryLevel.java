package cn.jointinspection.engine.database;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Everything that happened, without what says nothing of it and would cost each object a hundred rows: that a timer was
 * set and taken away again follows from the beginning and end of the step it watches, and the engine's counters of
 * parallel steps from the steps. What a timer did when it fired, what failed and what was tried again is kept
 * (全过程留痕、可回溯, 三).
 */
public final class RecordHistoryLevel extends HistoryLevelFull {

  /** As {@code camunda.bpm.history-level} names it. */
  static final String NAME = "record";

  /** Kept in the database: the engine does not start on one of another level. Its own four are 0 to 3. */
  static final int ID = 10;

  private static final Set<String> COUNTERS =
      Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

  @Override
  public int getId() {
    return ID;
  }

  @Override
  public String getName() {
    return NAME;
  }

  /** @param subject null asks in general */
  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object subject) {
    if (type == HistoryEventTypes.JOB_CREATE || type == HistoryEventTypes.JOB_DELETE) {
      return false;
    }
    return !(subject instanceof VariableInstanceEntity variable && COUNTERS.contains(variable.getName())
        || subject instanceof HistoricVariableUpdateEventEntity update && COUNTERS.contains(update.getVariableName()));
  }
}
