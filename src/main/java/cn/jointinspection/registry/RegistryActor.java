package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the history trigger who changes the registries and when, by the application's clock (全过程留痕, 三). */
@Component
public class RegistryActor {

  private final JdbcClient jdbc;
  private final Clock clock;

  RegistryActor(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Names the person for the rest of the running transaction.
   *
   * @return the time that the history will show
   * @throws IllegalStateException outside a transaction, where the name would be lost before the change is made
   */
  public OffsetDateTime sign(Actor actor) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a registry is changed only in a transaction");
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql("select set_config('inspection.actor', ?, true), set_config('inspection.now', ?, true)")
        .params(actor.userId(), now.toInstant().toString())
        .query().singleRow();
    return now;
  }
}
