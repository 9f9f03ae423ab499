package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.engine.Actors;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** When each work item of a piece of work was there, due and done, and by whom: from the engine's history. */
@Component
class WorkItemTimes {

  private final HistoryService history;
  private final Actors actors;
  private final Clock clock;

  WorkItemTimes(@Lazy HistoryService history, Actors actors, Clock clock) {
    this.history = history;
    this.actors = actors;
    this.clock = clock;
  }

  /**
   * @param person who has it or did it; null where nobody has taken it yet
   * @param dueAt null where it had no limit
   * @param endedAt null while it is open
   * @param late whether it was or is done after its limit
   */
  record Times(String name, String person, Instant startedAt, Instant dueAt, Instant endedAt, boolean late) {}

  /** Work items of all processes with this business key, oldest first. */
  List<Times> of(String businessKey) {
    List<HistoricTaskInstance> items = actors.unrestricted(() -> history.createHistoricTaskInstanceQuery()
        .processInstanceBusinessKey(businessKey).orderByHistoricActivityInstanceStartTime().asc().list());
    Map<String, String> names = actors.names(items.stream().map(HistoricTaskInstance::getAssignee).toList());
    Instant now = clock.instant();
    return items.stream().map(item -> times(item, names.get(item.getAssignee()), now)).toList();
  }

  private static Times times(HistoricTaskInstance item, String person, Instant now) {
    Instant due = instant(item.getDueDate());
    Instant ended = instant(item.getEndTime());
    return new Times(item.getName(), person, instant(item.getStartTime()), due, ended,
        due != null && (ended == null ? now : ended).isAfter(due));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
