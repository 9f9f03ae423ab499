package cn.jointinspection.engine.doors;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.EngineRefused.NotSignedIn;
import cn.jointinspection.platform.RefusalLog;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Turns away whoever is not signed in before an own endpoint reads anything of his request; only the clock is open. Whoever
 * opens a page is led to where he signs in.
 */
@Component
class WorkLogin implements WebMvcConfigurer, HandlerInterceptor {

  private final Actors actors;
  private final ObjectMapper json;

  WorkLogin(Actors actors, ObjectMapper json) {
    this.actors = actors;
    this.json = json;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/camunda/api/staff/**").excludePathPatterns("/camunda/api/staff/clock");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
    try {
      RefusalLog.askedBy(actors.current().userId(), request);
      return true;
    } catch (NotSignedIn refusal) {
      if (wantsPage(request)) {
        response.sendRedirect(request.getContextPath() + "/camunda/app/tasklist/");
        return false;
      }
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding("UTF-8");
      json.writeValue(response.getOutputStream(),
          ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, refusal.getMessage()));
      return false;
    }
  }

  /** A browser that opens a page asks for HTML first; a program asks for JSON or for anything. */
  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.startsWith(MediaType.TEXT_HTML_VALUE);
  }
}
