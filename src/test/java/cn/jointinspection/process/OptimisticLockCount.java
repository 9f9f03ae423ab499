package cn.jointinspection.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.boot.test.context.TestComponent;

/** Counts the engine's optimistic-lock failures: all, and those that a person saw. */
@TestComponent
class OptimisticLockCount extends AbstractProcessEnginePlugin {

  private final AtomicInteger all = new AtomicInteger();
  private final AtomicInteger beforePeople = new AtomicInteger();
  /** A failure passes through every command that it ends; it is one all the same. */
  private final ThreadLocal<Throwable> counted = new ThreadLocal<>();

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<CommandInterceptor> first = new ArrayList<>(List.of(new Counter()));
    if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
      first.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
    }
    configuration.setCustomPreCommandInterceptorsTxRequired(first);
  }

  int all() {
    return all.get();
  }

  int beforePeople() {
    return beforePeople.get();
  }

  void reset() {
    all.set(0);
    beforePeople.set(0);
  }

  /** Tries again as a person would. */
  void asPerson(Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (OptimisticLockingException e) {
        beforePeople.incrementAndGet();
      }
    }
  }

  private final class Counter extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      try {
        return next.execute(command);
      } catch (OptimisticLockingException e) {
        if (counted.get() != e) {
          counted.set(e);
          all.incrementAndGet();
        }
        throw e;
      }
    }
  }
}
