package cn.jointinspection.engine.doors;

import cn.jointinspection.platform.RuleViolation;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a refusal reach the person as it was worded. The engine's REST layer would wrap it in English, a task id and status
 * 500; here it becomes status 422 with the Chinese message alone.
 */
@Component
@Order(RuleViolationFilter.ORDER)
public class RuleViolationFilter extends OncePerRequestFilter {

  /** After Spring's request context (-105) and before the web apps' own filters. */
  static final int ORDER = -50;

  private static final String REFUSAL = RuleViolationFilter.class.getName() + ".refusal";

  private final ObjectMapper json;

  RuleViolationFilter(ObjectMapper json) {
    this.json = json;
  }

  /** Remembers, for the request this thread serves, why the engine's command failed. */
  public static void remember(RuleViolation refusal) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // The servlet path ends where the engine's servlet begins.
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !(path.startsWith("/camunda/api/engine/") || path.startsWith("/engine-rest/"))
        || "GET".equals(request.getMethod());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var wrapped = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, wrapped);
    if (wrapped.getStatus() >= 400 && request.getAttribute(REFUSAL) instanceof RuleViolation refusal) {
      wrapped.resetBuffer();
      wrapped.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      wrapped.setContentType(MediaType.APPLICATION_JSON_VALUE);
      wrapped.setCharacterEncoding("UTF-8");
      json.writeValue(wrapped.getOutputStream(), Map.of("type", refusal.code(), "message", refusal.getMessage()));
    }
    wrapped.copyBodyToResponse();
  }
}
