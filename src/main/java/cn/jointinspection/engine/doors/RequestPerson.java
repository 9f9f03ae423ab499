package cn.jointinspection.engine.doors;

import jakarta.servlet.ServletRequest;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes for whom the engine works in a request. The engine forgets it before the answer leaves, when a failure is put in
 * words and a refusal is logged.
 */
public final class RequestPerson extends CommandInterceptor {

  private static final String PERSON = RequestPerson.class.getName();

  private final ProcessEngineConfigurationImpl configuration;

  public RequestPerson(ProcessEngineConfigurationImpl configuration) {
    this.configuration = configuration;
  }

  @Override
  public <T> T execute(Command<T> command) {
    note(configuration.getIdentityService().getCurrentAuthentication());
    return next.execute(command);
  }

  /** @param person null for nobody, which forgets none who was noted before */
  static void note(Authentication person) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null && person != null && person.getUserId() != null) {
      request.setAttribute(PERSON, person, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** @return null for nobody */
  static Authentication of(ServletRequest request) {
    return (Authentication) request.getAttribute(PERSON);
  }
}
