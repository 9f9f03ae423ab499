package cn.jointinspection.process.morningdigest;

import cn.jointinspection.platform.Look;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Writes a digest as plain text and HTML and hands it to the mail server. */
@Component
class DigestMail {

  private final ObjectProvider<JavaMailSender> sender;
  private final SpringTemplateEngine templates;
  private final Clock clock;
  private final String host;
  private final String from;

  DigestMail(ObjectProvider<JavaMailSender> sender, SpringTemplateEngine templates, Clock clock,
      @Value("${spring.mail.host:}") String host, @Value("${joint-inspection.mail.from}") String from) {
    this.sender = sender;
    this.templates = templates;
    this.clock = clock;
    this.host = host;
    this.from = from;
  }

  /** Whether a mail server is configured; without one nothing is ever sent. */
  boolean isConfigured() {
    return !host.isBlank();
  }

  /** @throws org.springframework.mail.MailException if the server, or the address, is no good */
  void send(Digest digest, String to, String desk) {
    JavaMailSender mail = sender.getObject();
    MimeMessage message = mail.createMimeMessage();
    try {
      var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(to);
      helper.setSubject(digest.subject());
      helper.setSentDate(Date.from(clock.instant()));
      helper.setText(digest.text(desk), html(digest, desk));
      message.setHeader("Auto-Submitted", "auto-generated");
    } catch (MessagingException e) {
      throw new MailPreparationException(e);
    }
    mail.send(message);
  }

  private String html(Digest digest, String desk) {
    var context = new Context(Locale.CHINA);
    context.setVariable("digest", digest);
    context.setVariable("desk", desk);
    return Look.inlined(templates.process("mail/digest", context));
  }
}
