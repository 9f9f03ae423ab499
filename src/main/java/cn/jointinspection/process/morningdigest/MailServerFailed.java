package cn.jointinspection.process.morningdigest;

import cn.jointinspection.platform.RuleViolation;

/** Some digests could not be handed to the mail server; the job fails visibly and is repeated for those alone. */
final class MailServerFailed extends RuleViolation {

  private static final long serialVersionUID = 1L;

  MailServerFailed(int left, Throwable cause) {
    super("邮件服务器没有接受工作提醒邮件，还有 %d 人未发。请检查 spring.mail 的配置和邮件服务器，再在进度页面重试这一步；已发出的不会重发。"
        .formatted(left), cause);
  }
}
