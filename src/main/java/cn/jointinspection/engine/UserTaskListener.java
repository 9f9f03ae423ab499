package cn.jointinspection.engine;

import org.camunda.bpm.engine.delegate.TaskListener;

/** A listener that hangs on every user task of every model, so that no model can forget it. */
public interface UserTaskListener extends TaskListener {

  /** The moment it listens to, as {@link TaskListener#EVENTNAME_CREATE}. */
  String event();
}
