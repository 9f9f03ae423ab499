package cn.jointinspection.engine.identity;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.EngineRefused;
import cn.jointinspection.engine.EngineRefused.AccountLocked;
import cn.jointinspection.engine.EngineRefused.OneTimePasswordExpired;
import cn.jointinspection.engine.EngineRefused.OnlyAdministratorsHandleAdministrators;
import cn.jointinspection.engine.EngineRefused.PasswordRefused;
import cn.jointinspection.platform.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passwords that are handed out on paper and hold until their owner puts his own in their place. The engine keeps the
 * hash; the clear text is given back once and kept nowhere.
 */
@Service
public class OneTimePasswords {

  /** How long one may be used, by the application's clock. */
  public static final Duration VALIDITY = Duration.ofDays(14);

  /** Without letters and digits that look alike in print. */
  static final String ALPHABET = "acdefhjkmnprtuwxy34679";

  private static final int LENGTH = 12;
  private static final int BLOCK = 4;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Actors actors;
  private final SignInGate gate;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  OneTimePasswords(JdbcClient jdbc, Accounts accounts, Actors actors, SignInGate gate, Clock clock,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.actors = actors;
    this.gate = gate;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * A password as it was made.
   *
   * @param password in clear, for the slip; nothing else holds it
   * @param expiresAt local time, Asia/Shanghai, from which on it lets nobody in
   */
  public record Issued(String account, String password, LocalDateTime expiresAt) {}

  /** A new account, which nobody can use before {@link #issue}. */
  void isDue(String account) {
    jdbc.sql("insert into password_due (account, since) values (?, ?) on conflict do nothing")
        .params(account, OffsetDateTime.now(clock)).update();
  }

  /** Accounts that were made and that nobody was given a password for, or not in time, in order. */
  public List<String> due() {
    return jdbc.sql("""
            select account from password_due
            union select account from one_time_password where changed_at is null and expires_at <= ? order by 1""")
        .param(OffsetDateTime.now(clock)).query(String.class).list();
  }

  /**
   * Puts a new one in the place of the account's password, whatever that was. Who may do so is the caller's to check.
   *
   * @throws OnlyAdministratorsHandleAdministrators if the account is an administrator's and the person is none
   * @throws AccountLocked if the account's person left
   */
  @Transactional
  public Issued issue(String account, Actor by) {
    if (!by.in(Groups.ADMINISTRATORS) && actors.unrestricted(() -> accounts.isAdministrator(account))) {
      throw new OnlyAdministratorsHandleAdministrators();
    }
    gate.refusal(account).filter(AccountLocked.class::isInstance).ifPresent(locked -> {
      throw locked;
    });
    String password = random();
    OffsetDateTime now = OffsetDateTime.now(clock);
    OffsetDateTime expires = now.plus(VALIDITY);
    actors.unrestricted(() -> {
      accounts.setPassword(account, password);
      return null;
    });
    jdbc.sql("""
            insert into one_time_password (account, issued_at, issued_by, expires_at) values (?, ?, ?, ?)
            on conflict (account) do update set issued_at = excluded.issued_at, issued_by = excluded.issued_by,
              expires_at = excluded.expires_at, changed_at = null""")
        .params(account, now, by.userId(), expires).update();
    jdbc.sql("delete from password_due where account = ?").param(account).update();
    return new Issued(account, password, expires.toLocalDateTime());
  }

  /**
   * A person puts his own password in the place of his present one, one-time or not.
   *
   * @throws PasswordRefused naming what is wrong beside each field of the page: {@code present}, {@code fresh},
   *     {@code again}
   * @throws OneTimePasswordExpired if it is too late
   */
  public void change(String present, String fresh, String again, Actor person) {
    gate.refusal(person.userId()).filter(refusal -> !(refusal instanceof EngineRefused.PasswordToBeChanged))
        .ifPresent(refusal -> {
          throw refusal;
        });
    Map<String, String> wrong = new LinkedHashMap<>();
    String problem = NewPassword.problem(fresh, present, person);
    if (problem != null) {
      wrong.put("fresh", problem);
    } else if (!fresh.equals(again)) {
      wrong.put("again", "两次填写的新口令不一致，请重新填写。");
    }
    if (wrong.isEmpty()
        && !actors.unrestricted(() -> accounts.hasPassword(person.userId(), present == null ? "" : present))) {
      wrong.put("present", "现在的口令不对，请核对后重新填写；连续填错后要等待片刻。");
    }
    if (!wrong.isEmpty()) {
      throw new PasswordRefused(wrong);
    }
    // Only now in a transaction: a wrong present password counts though this refuses it.
    transaction.executeWithoutResult(status -> {
      actors.unrestricted(() -> {
        accounts.setPassword(person.userId(), fresh);
        return null;
      });
      jdbc.sql("update one_time_password set changed_at = ? where account = ? and changed_at is null")
          .params(OffsetDateTime.now(clock), person.userId()).update();
    });
  }

  private String random() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % BLOCK == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
