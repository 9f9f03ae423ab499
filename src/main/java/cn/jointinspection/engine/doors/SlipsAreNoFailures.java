package cn.jointinspection.engine.doors;

import cn.jointinspection.platform.RuleViolation;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextFactory;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A rule that refuses what a person asks for in a request is a slip of his, and the engine logs it like its own
 * refusals, below INFO. In a job nobody made a slip: the trace is kept, whoever started the job.
 */
public final class SlipsAreNoFailures extends CommandContextFactory {

  @Override
  public CommandContext createCommandContext() {
    return new CommandContext(getProcessEngineConfiguration()) {
      @Override
      protected boolean shouldLogFine(Throwable failure) {
        return super.shouldLogFine(failure) || getCurrentJob() == null && slip(failure) != null;
      }
    };
  }

  /** @return null for what is no refusal of a person in a request */
  static RuleViolation slip(Throwable failure) {
    return RequestContextHolder.getRequestAttributes() == null
        ? null
        : ExceptionUtils.throwableOfType(failure, RuleViolation.class);
  }
}
