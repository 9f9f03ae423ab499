package cn.jointinspection.deadlines.limits;

import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Sets a boundary timer again that has fired: a deadline that moved away is reminded of once more. */
@Component
class ReminderTimer {

  /**
   * Only within a command of the engine.
   *
   * @param executionId of the wait the timer belongs to
   * @param event id of the boundary event
   */
  void create(String executionId, String event, Date at) {
    ExecutionEntity wait = Context.getCommandContext().getExecutionManager().findExecutionById(executionId);
    TimerDeclarationImpl timer = TimerDeclarationImpl.getDeclarationsForScope(wait.getActivity()).get(event);
    timer.createTimerInstance(wait).setDuedate(at);
  }
}
