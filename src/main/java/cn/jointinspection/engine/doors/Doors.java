package cn.jointinspection.engine.doors;

import cn.jointinspection.engine.EngineRefused.NoSuchTask;
import cn.jointinspection.engine.EngineRefused.NotPermitted;
import cn.jointinspection.engine.EngineRefused.NotThroughThisDoor;
import cn.jointinspection.engine.EngineRefused.OvertakenMeanwhile;
import cn.jointinspection.engine.forms.TaskEndings;
import cn.jointinspection.platform.RuleViolation;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * What a signed-in person may ask of the engine, whatever the grants say. The engine takes any variable from whoever may
 * complete a task, so a client could answer the gateways in the form's stead. The application itself, which acts for
 * nobody, is not restricted.
 */
public final class Doors {

  private final ProcessEngineConfigurationImpl configuration;
  private final Supplier<TaskEndings> endings;

  /** @param endings asked when a step fails: it is made after the engine */
  public Doors(ProcessEngineConfigurationImpl configuration, Supplier<TaskEndings> endings) {
    this.configuration = configuration;
    this.endings = endings;
  }

  /** @param variables null is none */
  void onlyVariables(Set<String> allowed, Map<String, Object> variables) {
    if (person() == null || variables == null || allowed.containsAll(variables.keySet())) {
      return;
    }
    Set<String> surplus = new TreeSet<>(variables.keySet());
    surplus.removeAll(allowed);
    throw refused("只接受表单的内容，不接受另外的变量：" + String.join("、", surplus)
        + "。未作任何更改。请在待办中打开表单办理。");
  }

  void onlyOneself(String userId) {
    Authentication person = person();
    if (person != null && !person.getUserId().equals(userId)) {
      throw refused("任务只能由本人认领，不能替别人认领，也不能由此退回。未作任何更改。需要换人办理的，请联系系统管理员。");
    }
  }

  void notByPeople(String what) {
    if (person() != null) {
      throw refused(what + "不在本系统的办理方式之内，未作任何更改。请在待办中打开任务的表单办理。");
    }
  }

  void onlyAdministrators(String what) {
    Authentication person = person();
    if (person != null && (person.getGroupIds() == null || !person.getGroupIds().contains(Groups.CAMUNDA_ADMIN))) {
      throw refused(what + "会绕过表单，未作任何更改。请在待办中点“启动流程”，填写表单后启动。");
    }
  }

  /**
   * Runs a person's step and words its failure: a refusal deep in the process reaches him as it was worded, and whoever
   * was overtaken by another step of the same process is told so, not shown the engine's error.
   */
  <T> T inWords(Supplier<T> step) {
    return answering(() -> worded(step));
  }

  /**
   * Runs a person's step on a task. Whatever it fails of, if meanwhile the task is over he hears who did it and when; a task
   * that is not his is not told apart from one that never was.
   */
  <T> T onTask(String taskId, Supplier<T> step) {
    return answering(() -> onTask(taskId, step, failure -> null));
  }

  /** As {@link #onTask}, for one who takes a task that is offered to several. */
  void claiming(String taskId, Runnable claim) {
    Supplier<Void> step = () -> {
      claim.run();
      return null;
    };
    Function<RuntimeException, RuleViolation> late = failure -> endings.get().claimed(taskId, failure);
    answering(() -> {
      try {
        return onTask(taskId, step, late);
      } catch (OvertakenMeanwhile | ProcessEnginePersistenceException overtaken) {
        // By another's claim, which the second try names, or by his own first click, which granted him the task already.
        return onTask(taskId, step, late);
      }
    });
  }

  private <T> T onTask(String taskId, Supplier<T> step, Function<RuntimeException, RuleViolation> whileOpen) {
    if (person() == null || taskId == null) {
      return worded(step);
    }
    try {
      return worded(() -> present(taskId, step));
    } catch (AuthorizationException notHis) {
      RuleViolationFilter.remember(
          endings.get().mayRead(taskId) ? new NotPermitted() : endings.get().notFound(taskId));
      throw notHis;
    } catch (RuntimeException failure) {
      RuleViolation over = endings.get().over(taskId, failure);
      RuleViolation refusal = over == null ? whileOpen.apply(failure) : over;
      throw refusal == null ? failure : refusal;
    }
  }

  private static <T> T worded(Supplier<T> step) {
    try {
      return step.get();
    } catch (OptimisticLockingException overtaken) {
      throw new OvertakenMeanwhile(overtaken);
    }
  }

  private static <T> T answering(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException failure) {
      RuleViolation slip = SlipsAreNoFailures.slip(failure);
      throw slip == null ? failure : answer(slip, failure);
    }
  }

  /** In one command with the step, which thus finds the task that is found here. */
  private <T> T present(String taskId, Supplier<T> step) {
    return configuration.getCommandExecutorTxRequired().execute(context -> {
      if (context.getTaskManager().findTaskById(taskId) == null) {
        throw new NoSuchTask();
      }
      return step.get();
    });
  }

  private Authentication person() {
    Authentication authentication = configuration.getIdentityService().getCurrentAuthentication();
    return authentication == null || authentication.getUserId() == null ? null : authentication;
  }

  private RuntimeException refused(String message) {
    RequestPerson.note(person());
    var refusal = new NotThroughThisDoor(message);
    return answer(refusal, refusal);
  }

  /** Remembers the refusal; the engine's REST layer, which would log it as a failure, is given what it logs as none. */
  private static RuntimeException answer(RuleViolation refusal, RuntimeException thrown) {
    RuleViolationFilter.remember(refusal);
    return RuleViolationFilter.words() ? new Forbidden(refusal) : thrown;
  }

  /** The one exception that REST passes on as it is, from every resource, and below status 500. */
  private static final class Forbidden extends AuthorizationException {

    private static final long serialVersionUID = 1L;

    private Forbidden(RuleViolation refusal) {
      super(refusal.getMessage());
      initCause(refusal);
    }
  }
}
