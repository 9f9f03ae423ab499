package cn.jointinspection.engine.doors;

import cn.jointinspection.engine.EngineRefused;
import cn.jointinspection.engine.EngineRefused.PasswordToBeChanged;
import cn.jointinspection.engine.identity.SignInGate;
import cn.jointinspection.platform.RefusalLog;
import cn.jointinspection.platform.StaffAddresses;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * While a one-time password stands, all that its owner reaches is the page on which he changes it; with an expired one,
 * or once he has left, nothing. It stands before web apps, own pages and the REST interface alike.
 */
@Component
@Order(PasswordDoor.ORDER)
class PasswordDoor extends OncePerRequestFilter {

  /** After the REST interface's login, so that it is known who asks; before the web apps' own filters. */
  static final int ORDER = RuleViolationFilter.ORDER + 2;

  /** Where a web app's script goes on: it cannot follow a redirect of what it asks in the background. */
  static final String CONTINUE_AT = "X-Continue-At";

  private static final Pattern LOGIN = Pattern.compile("/camunda/api/\\w+/auth/user/[^/]+/login/.*");
  private static final Pattern SIGNING = Pattern.compile("/camunda/api/\\w+/auth/user/.*");
  /** Open to whoever must change his password; the clock is open to anybody. */
  private static final Set<String> OPEN = Set.of(StaffAddresses.PASSWORD, "/camunda/api/staff/clock");

  private final SignInGate gate;
  private final IdentityService identity;
  private final ObjectMapper json;

  PasswordDoor(SignInGate gate, IdentityService identity, ObjectMapper json) {
    this.gate = gate;
    this.identity = identity;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = path(request);
    boolean page = path.startsWith("/camunda/app/") && (path.endsWith("/") || path.endsWith("index.html"));
    return !(page || path.startsWith("/camunda/api/") || path.startsWith("/engine-rest/"));
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = path(request);
    if (LOGIN.matcher(path).matches()) {
      signingIn(request, response, chain);
      return;
    }
    String account = account(request, path);
    EngineRefused refusal = account == null ? null : gate.refusal(account).orElse(null);
    boolean toBeChanged = refusal instanceof PasswordToBeChanged;
    if (toBeChanged && path.equals(StaffAddresses.PASSWORD) && "GET".equals(request.getMethod())) {
      withNewToken(request);
    }
    if (refusal == null || toBeChanged && (OPEN.contains(path) || SIGNING.matcher(path).matches())) {
      chain.doFilter(request, response);
      return;
    }
    RefusalLog.askedBy(account, request);
    RefusalLog.note(refusal, request);
    if (!toBeChanged) {
      signOut(request);
    }
    if (wantsPage(request, path)) {
      response.sendRedirect(
          request.getContextPath() + (toBeChanged ? StaffAddresses.PASSWORD : "/camunda/app/tasklist/"));
      return;
    }
    answer(refusal, response);
  }

  /**
   * The web app that was left for this page asked for more meanwhile; the token against forgery, which is sent once in
   * a session, may have come with an answer for which nobody waits any more.
   */
  private static void withNewToken(HttpServletRequest request) {
    request.getSession().removeAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
  }

  /** A login that would succeed but for an expired password or a lock is none. */
  private void signingIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    String account = answer.getStatus() == HttpStatus.OK.value() ? inSession(request) : null;
    EngineRefused refusal = account == null ? null : gate.refusal(account).orElse(null);
    if (refusal instanceof PasswordToBeChanged) {
      answer.setHeader(CONTINUE_AT, request.getContextPath() + StaffAddresses.PASSWORD);
    } else if (refusal != null) {
      RefusalLog.askedBy(account, request);
      RefusalLog.note(refusal, request);
      signOut(request);
      answer.resetBuffer();
      answer(refusal, answer);
    }
    answer.copyBodyToResponse();
  }

  private String account(HttpServletRequest request, String path) {
    if (path.startsWith("/engine-rest/")) {
      Authentication person = identity.getCurrentAuthentication();
      return person == null ? null : person.getUserId();
    }
    return inSession(request);
  }

  /** Whom the web apps take the session for; null for nobody. */
  private static String inSession(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
        .map(UserAuthentication::getIdentityId).findFirst().orElse(null);
  }

  private static void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** A browser that opens a page asks for HTML first. */
  private static boolean wantsPage(HttpServletRequest request, String path) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return "GET".equals(request.getMethod()) && (path.startsWith("/camunda/app/")
        || path.startsWith("/camunda/api/staff/") && accept != null && accept.startsWith(MediaType.TEXT_HTML_VALUE));
  }

  /** A problem document; the web apps show its {@code message}. */
  private void answer(EngineRefused refusal, HttpServletResponse response) throws IOException {
    boolean toBeChanged = refusal instanceof PasswordToBeChanged;
    HttpStatus status = toBeChanged ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:joint-inspection:rule:" + refusal.code());
    problem.put("title", toBeChanged ? "请先修改口令" : "不能登录");
    problem.put("status", status.value());
    problem.put("detail", refusal.getMessage());
    problem.put("message", refusal.getMessage());
    problem.put("code", refusal.code());
    if (toBeChanged) {
      response.setHeader(CONTINUE_AT, StaffAddresses.PASSWORD);
    }
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getOutputStream(), problem);
  }

  /** As the server reads it, decoded and without detours: the address as it was sent could be made to pass by here. */
  private static String path(HttpServletRequest request) {
    return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
  }
}
