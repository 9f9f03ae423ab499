package cn.jointinspection.engine.doors;

import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** No anonymous access to the engine's REST interface: HTTP basic against the same accounts as the web apps. */
@Configuration(proxyBeanMethods = false)
class EngineRestSecurity {

  @Bean
  FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestLogin() {
    var registration = new FilterRegistrationBean<ProcessEngineAuthenticationFilter>(new WithoutException());
    registration.addUrlPatterns("/engine-rest/*");
    registration.addInitParameter(
        "authentication-provider", "org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider");
    registration.setOrder(RuleViolationFilter.ORDER + 1);
    registration.setName("engine-rest-login");
    return registration;
  }

  /** The engine's own filter shows the list of engines to anybody. */
  private static final class WithoutException extends ProcessEngineAuthenticationFilter {

    @Override
    protected boolean requiresEngineAuthentication(String requestUrl) {
      return true;
    }
  }
}
