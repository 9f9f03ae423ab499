package cn.jointinspection.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.WebRequest;

/** Whatever fails answers in Chinese, wherever it fails, and says nothing of the server. */
@Configuration(proxyBeanMethods = false)
class ErrorConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> earlyErrors() {
    return factory -> factory.addContextCustomizers(
        context -> ((StandardHost) context.getParent()).setErrorReportValveClass(EarlyErrors.class.getName()));
  }

  /** What programs read, shaped as RFC 9457 has it; {@code error.html} reads the status alone. */
  @Bean
  ErrorAttributes errorWords() {
    return new DefaultErrorAttributes() {
      @Override
      public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Object status = super.getErrorAttributes(request, options).get("status");
        ErrorWords words = ErrorWords.of(status instanceof Integer code ? code : 500);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", words.title());
        problem.put("status", status);
        problem.put("detail", words.detail());
        return problem;
      }
    };
  }
}
