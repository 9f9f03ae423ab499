package cn.jointinspection.engine.forms;

import cn.jointinspection.platform.Actor;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.core.GenericTypeResolver;

/**
 * What a person sees on one kind of user task and what completing it does. There is one bean per user task; the form
 * itself is {@code forms/<task>.html}.
 *
 * @param <A> a record of the person's answers, checked by its Jakarta Validation annotations before {@link #complete}
 */
public abstract class TaskForm<A> {

  private final String task;
  private final Function<WorkItem, String> subject;
  private final Class<A> answers;

  /**
   * @param task element id of the user task in its model
   * @param subject what a task is about, shown behind its name in the list of work; answers null for nothing
   */
  @SuppressWarnings("unchecked")
  protected TaskForm(String task, Function<WorkItem, String> subject) {
    this.task = task;
    this.subject = subject;
    Class<?> type = GenericTypeResolver.resolveTypeArgument(getClass(), TaskForm.class);
    this.answers = (Class<A>) Objects.requireNonNull(type, () -> getClass() + " does not say what it is answered by");
  }

  final String task() {
    return task;
  }

  final String subject(WorkItem item) {
    return subject.apply(item);
  }

  final Class<A> answers() {
    return answers;
  }

  /**
   * What the form shows. Only called for somebody who may read the task.
   *
   * @return an object that Jackson writes; a property {@code defaults} becomes the form's first values
   */
  public abstract Object view(WorkItem item);

  /**
   * Does the domain's step, in the transaction that completes the task.
   *
   * @return routing answers for the gateways that follow, or an empty map; never data
   * @throws cn.jointinspection.platform.RuleViolation if a rule refuses; then nothing has changed and the task stays
   *     open
   */
  protected abstract Map<String, Object> complete(WorkItem item, A answers, Actor actor);
}
