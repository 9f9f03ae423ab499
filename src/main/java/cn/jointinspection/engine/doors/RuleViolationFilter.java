package cn.jointinspection.engine.doors;

import cn.jointinspection.engine.EngineRefused.NoSuchTask;
import cn.jointinspection.engine.EngineRefused.NotPermitted;
import cn.jointinspection.platform.RefusalLog;
import cn.jointinspection.platform.RuleViolation;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.identity.Authentication;
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
 * 500; here it becomes status 422 with the Chinese message alone, and so do those of the engine's own errors that a person
 * can meet.
 */
@Component
@Order(RuleViolationFilter.ORDER)
class RuleViolationFilter extends OncePerRequestFilter {

  /** After Spring's request context (-105) and before the web apps' own filters. */
  static final int ORDER = -50;

  private static final String REFUSAL = RuleViolationFilter.class.getName() + ".refusal";
  private static final String WORDS = RuleViolationFilter.class.getName() + ".words";
  private static final Pattern TASK = Pattern.compile("/task/([\\w-]+)");
  /** What follows {@code /task/} and is no task's id. */
  private static final Set<String> NO_TASK = Set.of("count", "create", "report");

  private final ObjectMapper json;
  private final EngineErrors errors;

  RuleViolationFilter(ObjectMapper json, EngineErrors errors) {
    this.json = json;
    this.errors = errors;
  }

  /** Whether this thread answers a request to the engine's REST interface, which this filter words. */
  static boolean words() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null && request.getAttribute(WORDS, RequestAttributes.SCOPE_REQUEST) != null;
  }

  /** Remembers, for the request this thread serves, why the engine's command failed. */
  static void remember(RuleViolation refusal) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** Long lists are not held back to look at them. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // The servlet path ends where the engine's servlet begins.
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !(path.startsWith("/camunda/api/engine/") || path.startsWith("/engine-rest/"))
        || "GET".equals(request.getMethod()) && taskId(request) == null;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var wrapped = new ContentCachingResponseWrapper(response);
    request.setAttribute(WORDS, true);
    chain.doFilter(request, wrapped);
    if (wrapped.getStatus() >= 400) {
      RuleViolation refusal = refusal(request, wrapped);
      if (refusal != null) {
        note(refusal, request);
        answer(refusal, wrapped);
      }
    }
    wrapped.copyBodyToResponse();
  }

  private RuleViolation refusal(HttpServletRequest request, ContentCachingResponseWrapper answer) {
    if (request.getAttribute(REFUSAL) instanceof RuleViolation refusal) {
      return refusal;
    }
    Authentication person = RequestPerson.of(request);
    // Without a session, or with a stale token, the web apps themselves refuse.
    return person == null || answer.getStatus() == HttpStatus.UNAUTHORIZED.value()
        ? null
        : errors.inWords(person, taskId(request), answer.getStatus(), type(answer));
  }

  private static void note(RuleViolation refusal, HttpServletRequest request) {
    Authentication person = RequestPerson.of(request);
    if (person != null) {
      RefusalLog.askedBy(person.getUserId(), request);
    }
    RefusalLog.note(refusal, request);
  }

  private void answer(RuleViolation refusal, ContentCachingResponseWrapper answer) throws IOException {
    int status = status(refusal, answer.getStatus());
    answer.resetBuffer();
    answer.setStatus(status);
    answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
    answer.setCharacterEncoding("UTF-8");
    json.writeValue(answer.getOutputStream(), Map.of("type", refusal.code(), "message", refusal.getMessage()));
  }

  /** Forbidden is said of a task of others and of one that never was alike. */
  private static int status(RuleViolation refusal, int engines) {
    if (refusal instanceof NoSuchTask || refusal instanceof NotPermitted) {
      return HttpStatus.FORBIDDEN.value();
    }
    return engines == HttpStatus.NOT_FOUND.value() ? engines : HttpStatus.UNPROCESSABLE_ENTITY.value();
  }

  private String type(ContentCachingResponseWrapper answer) {
    try {
      return json.readTree(answer.getContentAsByteArray()).path("type").asText();
    } catch (IOException notJson) {
      return "";
    }
  }

  /** @return null if the request names none */
  private static String taskId(HttpServletRequest request) {
    Matcher task = TASK.matcher(request.getRequestURI());
    return task.find() && !NO_TASK.contains(task.group(1)) ? task.group(1) : null;
  }
}
