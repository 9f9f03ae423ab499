package cn.jointinspection.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's slip is one line at INFO, so that real failures stand out: the rule, the person, the task. Not the message,
 * which may name a firm before the visit, and nothing else that somebody typed.
 */
public final class RefusalLog {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final String PERSON = RefusalLog.class.getName() + ".person";
  private static final Pattern TASK = Pattern.compile("/tasks?/([\\w-]+)");

  private RefusalLog() {}

  /** Notes who asks, where the account is known: before the rule is asked. */
  public static void askedBy(String userId, HttpServletRequest request) {
    request.setAttribute(PERSON, userId);
  }

  /** @param request its address is written as it was sent, still encoded */
  public static void note(RuleViolation refusal, HttpServletRequest request) {
    Object person = request.getAttribute(PERSON);
    Matcher task = TASK.matcher(request.getRequestURI());
    LOG.info("refused by {}: person {}, task {}, {} {}", refusal.code(), person == null ? "-" : person,
        task.find() ? task.group(1) : "-", request.getMethod(), request.getRequestURI());
  }
}
