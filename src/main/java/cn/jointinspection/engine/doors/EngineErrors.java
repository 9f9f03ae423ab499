package cn.jointinspection.engine.doors;

import cn.jointinspection.engine.EngineRefused.NoSuchTask;
import cn.jointinspection.engine.EngineRefused.NotPermitted;
import cn.jointinspection.engine.EngineRefused.NothingThere;
import cn.jointinspection.engine.EngineRefused.OvertakenMeanwhile;
import cn.jointinspection.engine.forms.TaskEndings;
import cn.jointinspection.platform.RuleViolation;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** The engine's own English errors in words for whoever meets them; what is not listed here is a real failure. */
@Component
class EngineErrors {

  private final TaskEndings endings;
  private final IdentityService identity;

  EngineErrors(TaskEndings endings, IdentityService identity) {
    this.endings = endings;
    this.identity = identity;
  }

  /**
   * @param taskId the task that the request names; null for none
   * @param type the engine's name of the error, without package; empty if the answer names none
   * @return null for a failure that stays as it is
   */
  RuleViolation inWords(Authentication person, String taskId, int status, String type) {
    boolean gone = status == 404 || "NullValueException".equals(type);
    if (taskId != null) {
      RuleViolation over = as(person, taskId, status == 403);
      if (over != null || gone) {
        return over == null ? new NoSuchTask() : over;
      }
    }
    return switch (type) {
      case "AuthorizationException" -> new NotPermitted();
      case "OptimisticLockingException" -> new OvertakenMeanwhile(null);
      case "NullValueException" -> new NothingThere();
      default -> null;
    };
  }

  private RuleViolation as(Authentication person, String taskId, boolean forbidden) {
    identity.setAuthentication(person);
    try {
      if (endings.mayRead(taskId)) {
        return null;
      }
      return forbidden ? endings.notFound(taskId) : endings.over(taskId, null);
    } finally {
      identity.clearAuthentication();
    }
  }
}
