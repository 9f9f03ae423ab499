package cn.jointinspection.engine.forms;

import cn.jointinspection.platform.Actor;
import java.util.Map;

/**
 * What a person sees on one kind of user task and what completing it does. There is one bean per user task; the form
 * itself is {@code forms/<task>.html}.
 *
 * @param <A> a record of the person's answers, checked by its Jakarta Validation annotations before {@link #complete}
 */
public interface TaskForm<A> {

  /** Element id of the user task in its model. */
  String task();

  /** What the task is about, shown behind its name in the list of work; null for nothing. */
  default String subject(WorkItem item) {
    return null;
  }

  Class<A> answers();

  /**
   * What the form shows. Only called for somebody who may read the task.
   *
   * @return an object that Jackson writes; a property {@code defaults} becomes the form's first values
   */
  Object view(WorkItem item);

  /**
   * Does the domain's step, in the transaction that completes the task.
   *
   * @return routing answers for the gateways that follow, or an empty map; never data
   * @throws cn.jointinspection.platform.RuleViolation if a rule refuses; then nothing has changed and the task stays open
   */
  Map<String, Object> complete(WorkItem item, A answers, Actor actor);
}
