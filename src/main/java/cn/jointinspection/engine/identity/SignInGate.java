package cn.jointinspection.engine.identity;

import cn.jointinspection.engine.EngineRefused;
import cn.jointinspection.engine.EngineRefused.AccountLocked;
import cn.jointinspection.engine.EngineRefused.OneTimePasswordExpired;
import cn.jointinspection.engine.EngineRefused.PasswordToBeChanged;
import cn.jointinspection.platform.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What keeps an account out though its password is right: its person left, or a one-time password stands. */
@Component
public class SignInGate {

  private final JdbcClient jdbc;
  private final Clock clock;

  SignInGate(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record State(boolean locked, OffsetDateTime expiresAt) {}

  /**
   * Asked with each request, so that a lock and a new password count at once.
   *
   * @return empty for those who may come in; {@link PasswordToBeChanged} still lets them change it
   */
  public Optional<EngineRefused> refusal(String account) {
    State state = jdbc.sql("""
            select exists (select from locked_account where account = :account) as locked,
              (select expires_at from one_time_password
               where account = :account and changed_at is null) as expires_at""")
        .param("account", account)
        .query((row, n) -> new State(row.getBoolean("locked"), row.getObject("expires_at", OffsetDateTime.class)))
        .single();
    if (state.locked()) {
      return Optional.of(new AccountLocked());
    }
    if (state.expiresAt() == null) {
      return Optional.empty();
    }
    boolean holds = state.expiresAt().isAfter(OffsetDateTime.now(clock));
    return Optional.of(holds ? new PasswordToBeChanged() : new OneTimePasswordExpired());
  }

  void lock(String account, Actor by) {
    jdbc.sql("insert into locked_account (account, locked_at, locked_by) values (?, ?, ?) on conflict do nothing")
        .params(account, OffsetDateTime.now(clock), by.userId()).update();
  }

  void unlock(String account) {
    jdbc.sql("delete from locked_account where account = ?").param(account).update();
  }
}
