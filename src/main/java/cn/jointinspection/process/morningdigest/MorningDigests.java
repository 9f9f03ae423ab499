package cn.jointinspection.process.morningdigest;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.platform.RuleViolation;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Service;

/**
 * Sends each person with an e-mail address what waits for him, on the mornings of working days. At most one mail for a
 * person and day; whom the server could not take is tried again with the job.
 */
@Service
class MorningDigests {

  private static final Logger LOG = LoggerFactory.getLogger(MorningDigests.class);
  private static final int PAGE = 200;

  private final DigestReader reader;
  private final DigestMail mail;
  private final SentDigests sent;
  private final IdentityService identity;
  private final RepositoryService repository;
  private final WorkingDays workingDays;
  private final Clock clock;

  MorningDigests(DigestReader reader, DigestMail mail, SentDigests sent, @Lazy IdentityService identity,
      @Lazy RepositoryService repository, WorkingDays workingDays, Clock clock) {
    this.reader = reader;
    this.mail = mail;
    this.sent = sent;
    this.identity = identity;
    this.repository = repository;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** Without a mail server the timer rests; it would only fill the history. */
  @EventListener(ApplicationReadyEvent.class)
  void restUnlessConfigured() {
    if (mail.isConfigured()) {
      repository.activateProcessDefinitionByKey(MorningDigestProcess.KEY, true, null);
    } else {
      repository.suspendProcessDefinitionByKey(MorningDigestProcess.KEY, true, null);
    }
  }

  /** @throws MailServerFailed when all were tried and some could not be handed over */
  void sendAll() {
    LocalDate today = LocalDate.now(clock);
    if (!mail.isConfigured() || !workingDays.isWorkingDay(today)) {
      return;
    }
    int left = 0;
    MailException failure = null;
    for (int page = 0; ; page++) {
      List<User> users = identity.createUserQuery().orderByUserId().asc().listPage(page * PAGE, PAGE);
      for (User user : users) {
        try {
          send(user, today);
        } catch (MailException e) {
          left++;
          failure = e;
        }
      }
      if (users.size() < PAGE) {
        break;
      }
    }
    if (failure != null) {
      throw new MailServerFailed(left, failure);
    }
  }

  private void send(User user, LocalDate today) {
    if (user.getEmail() == null || user.getEmail().isBlank()) {
      return;
    }
    Digest digest = reader.of(user);
    if (digest.isEmpty() || !sent.claim(user.getId(), today)) {
      return;
    }
    try {
      mail.send(digest, user.getEmail().strip(), reader.desk());
      sent.sent(user.getId(), today);
    } catch (MailException e) {
      if (!isAboutTheAddress(e)) {
        sent.release(user.getId(), today);
        throw e;
      }
      sent.refused(user.getId(), today, String.valueOf(e.getMostSpecificCause().getMessage()));
      LOG.warn("no digest for {}: the address is refused", user.getId());
    }
  }

  /** The server, or the form of the address itself, refuses this one recipient; the others are not concerned. */
  private static boolean isAboutTheAddress(MailException e) {
    return e instanceof MailParseException || e instanceof MailPreparationException
        || e instanceof MailSendException failed
            && failed.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
  }

  /** Some digests could not be handed to the mail server; the job fails visibly and is repeated for those alone. */
  static final class MailServerFailed extends RuleViolation {
    MailServerFailed(int left, Throwable cause) {
      super("邮件服务器没有接受工作提醒邮件，还有 %d 人未发。请检查 spring.mail 的配置和邮件服务器，再在进度页面重试这一步；已发出的不会重发。"
          .formatted(left), cause);
    }
  }
}
