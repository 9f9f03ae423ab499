package cn.jointinspection.staff;

import cn.jointinspection.platform.RefusalLog;
import cn.jointinspection.platform.RuleViolation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What holds for all staff pages: a refusal is a page too, and they load nothing from elsewhere, run no inline script and
 * stand in no frame.
 */
@ControllerAdvice({"cn.jointinspection.engine", "cn.jointinspection.process", "cn.jointinspection.staff",
    "cn.jointinspection.rehearsal"})
class StaffPageAdvice implements WebMvcConfigurer, HandlerInterceptor {

  private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
      + "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/camunda/api/staff/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "no-store");
    return true;
  }

  @ExceptionHandler(produces = "text/html")
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  String refused(RuleViolation violation, HttpServletRequest request, Model model) {
    RefusalLog.note(violation, request);
    model.addAttribute("message", violation.getMessage());
    return "staff/refused";
  }
}
