package cn.jointinspection.engine;

import cn.jointinspection.engine.database.RecordHistoryLevel;
import cn.jointinspection.engine.doors.Doors;
import cn.jointinspection.engine.doors.GroupsAsTheyAre;
import cn.jointinspection.engine.doors.GuardedFormService;
import cn.jointinspection.engine.doors.GuardedRepositoryService;
import cn.jointinspection.engine.doors.GuardedRuntimeService;
import cn.jointinspection.engine.doors.GuardedTaskService;
import cn.jointinspection.engine.doors.RequestPerson;
import cn.jointinspection.engine.doors.SlipsAreNoFailures;
import cn.jointinspection.engine.forms.TaskEndings;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hangs the task listeners on every user task of every model, so that no model can forget them, and guards the services
 * that REST and web apps call.
 */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

  private static final String DUE = "deadlines.due(";
  private static final String REMINDER = "deadlines.reminder(";

  private final List<UserTaskListener> taskListeners;
  private final ObjectProvider<StartForm> startForms;
  private final ObjectProvider<TaskEndings> endings;

  EnginePlugin(List<UserTaskListener> taskListeners, ObjectProvider<StartForm> startForms,
      ObjectProvider<TaskEndings> endings) {
    this.taskListeners = taskListeners;
    this.startForms = startForms;
    this.endings = endings;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
    if (listeners == null) {
      listeners = new ArrayList<>();
      configuration.setCustomPreBPMNParseListeners(listeners);
    }
    listeners.add(new UserTaskListeners(configuration));
    configuration.setCustomHistoryLevels(List.of(new RecordHistoryLevel()));
    configuration.setCustomSessionFactories(List.of(new GroupsAsTheyAre.Factory()));
    configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new RequestPerson(configuration)));
    var contexts = new SlipsAreNoFailures();
    contexts.setProcessEngineConfiguration(configuration);
    configuration.setCommandContextFactory(contexts);
    var doors = new Doors(configuration, endings::getObject);
    configuration.setTaskService(new GuardedTaskService(doors));
    configuration.setFormService(new GuardedFormService(doors, startForms::stream));
    configuration.setRepositoryService(new GuardedRepositoryService(doors));
    configuration.setRuntimeService(new GuardedRuntimeService(doors));
  }

  private final class UserTaskListeners extends AbstractBpmnParseListener {

    private final ProcessEngineConfigurationImpl configuration;

    private UserTaskListeners(ProcessEngineConfigurationImpl configuration) {
      this.configuration = configuration;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      followUpWithTheReminder(definition);
      taskListeners.forEach(listener -> definition.addTaskListener(listener.event(), listener));
    }

    /** The follow-up date is the moment of the reminder of the same step, so no model states it a second time. */
    private void followUpWithTheReminder(TaskDefinition definition) {
      String due = definition.getDueDateExpression() == null ? "" : definition.getDueDateExpression().getExpressionText();
      if (due.contains(DUE)) {
        definition.setFollowUpDateExpression(
            configuration.getExpressionManager().createExpression(due.replace(DUE, REMINDER)));
      }
    }
  }
}
