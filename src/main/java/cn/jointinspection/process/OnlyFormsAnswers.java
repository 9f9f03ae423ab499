package cn.jointinspection.process;

import cn.jointinspection.platform.RuleViolation;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;

/**
 * A signed-in person moves a process by a form's answers alone. The engine would take any variable with a completion, and
 * with it a clerk could decide which way a process goes or whose task comes next.
 */
final class OnlyFormsAnswers extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private OnlyFormsAnswers() {
    super("只能通过本任务的表单办理，未作任何更改。请在待办中打开任务，填写表单后点“完成”。");
  }

  /** @param variables what came with the completion; nullable */
  static void require(IdentityService identity, Map<String, ?> variables) {
    boolean others = variables != null && !Set.of(TaskFormListener.FORM).containsAll(variables.keySet());
    if (others && signedIn(identity)) {
      throw remembered();
    }
  }

  /** For ways around the form: a person may not take them at all. */
  static void refuse(IdentityService identity) {
    if (signedIn(identity)) {
      throw remembered();
    }
  }

  private static boolean signedIn(IdentityService identity) {
    return identity.getCurrentAuthentication() != null;
  }

  private static OnlyFormsAnswers remembered() {
    var refusal = new OnlyFormsAnswers();
    RuleViolationFilter.remember(refusal);
    return refusal;
  }
}
