package cn.jointinspection.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.ExceptionUtils;

/**
 * Answers in Chinese what the server turns away before the application sees it: an address it cannot read, one that is too
 * long. Without it the server shows its own page, in English.
 */
public final class EarlyErrors extends ErrorReportValve {

  private static final Set<String> INTERFACES =
      Set.of("/public/api", "/camunda/api", "/engine-rest", "/actuator", "/calendar");
  /** Requests that cannot be read do not reach the filter that says this of the public site's pages. */
  private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
      + "base-uri 'none'; frame-ancestors 'none'";

  private static final String ADVICE = "地址过长，或有不能识别的内容。请核对地址，或从首页进入。";

  private final String page;

  /** Tomcat makes it, by name. */
  public EarlyErrors() {
    setShowReport(false);
    setShowServerInfo(false);
    page = page();
  }

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    int status = response.getStatus();
    if (status < HttpServletResponse.SC_BAD_REQUEST || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    ErrorWords words = ErrorWords.of(status);
    boolean program = forProgram(request);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Language", "zh-CN");
    response.setContentType(program ? "application/problem+json" : "text/html");
    response.setCharacterEncoding("UTF-8");
    try {
      response.getReporter().write(program
          ? "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
              .formatted(words.title(), status, words.detail())
          : page.replace("{title}", words.title()).replace("{advice}", status < 500 ? ADVICE : words.detail()));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      ExceptionUtils.handleThrowable(gone);
    }
  }

  /** The address as it was sent; null where not even that could be read. */
  private static boolean forProgram(Request request) {
    Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = forwarded instanceof String original ? original : request.getRequestURI();
    return path != null && INTERFACES.stream().flatMap(root -> Stream.of(root + "/", root + "?"))
        .anyMatch((path + "?")::startsWith);
  }

  private static String page() {
    try (InputStream in = EarlyErrors.class.getResourceAsStream("/templates/early-error.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
