package cn.jointinspection.engine.forms;

import cn.jointinspection.engine.UserTaskListener;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Puts what a task is about behind its name, so that a list of work tells one task from the next. */
@Component
class TaskSubjectListener implements UserTaskListener {

  /** Width of the engine's column. */
  private static final int LONGEST_NAME = 255;

  private final TaskForms forms;

  TaskSubjectListener(@Lazy TaskForms forms) {
    this.forms = forms;
  }

  @Override
  public String event() {
    return EVENTNAME_CREATE;
  }

  @Override
  public void notify(DelegateTask task) {
    String subject = forms.subject(TaskFormListener.item(task));
    if (subject != null) {
      String name = task.getName() + "：" + subject;
      task.setName(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
    }
  }
}
