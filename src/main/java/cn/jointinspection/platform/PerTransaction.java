package cn.jointinspection.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers that one transaction reads once and then keeps: what a step asks again and again costs it one statement, and
 * looks the same to its end. Outside a transaction every question is asked afresh.
 */
public final class PerTransaction<K, V> {

  /** @param read must not answer null */
  public V get(K key, Supplier<V> read) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return read.get();
    }
    Map<K, V> answers = answers();
    V known = answers.get(key);
    if (known == null) {
      known = read.get();
      answers.put(key, known);
    }
    return known;
  }

  /** For whoever changes in a transaction what it may have asked for before. */
  public void forget() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      answers().clear();
    }
  }

  @SuppressWarnings("unchecked") // bound by this object alone
  private Map<K, V> answers() {
    Map<K, V> bound = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
    if (bound == null) {
      bound = new HashMap<>();
      TransactionSynchronizationManager.bindResource(this, bound);
      TransactionSynchronizationManager.registerSynchronization(new Bound(bound));
    }
    return bound;
  }

  /** A transaction that begins inside another knows nothing of it. */
  private final class Bound implements TransactionSynchronization {

    private final Map<K, V> answers;

    private Bound(Map<K, V> answers) {
      this.answers = answers;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(PerTransaction.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(PerTransaction.this, answers);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResource(PerTransaction.this);
    }
  }
}
