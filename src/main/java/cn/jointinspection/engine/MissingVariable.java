package cn.jointinspection.engine;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A process instance lacks a variable that its model promises: a defect of the model, shown as an incident. */
public final class MissingVariable extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private MissingVariable(String variable, String where) {
    super("流程变量 " + variable + " 缺失，位置：" + where);
  }

  public static String require(Object value, String variable, String where) {
    if (value == null) {
      throw new MissingVariable(variable, where);
    }
    return Objects.toString(value);
  }

  /** The variable's value as text. */
  public static String require(DelegateExecution execution, String variable) {
    return require(execution.getVariable(variable), variable, execution.getCurrentActivityId());
  }
}
