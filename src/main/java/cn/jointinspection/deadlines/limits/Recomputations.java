package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.DeadlineChange.State;
import cn.jointinspection.deadlines.limits.LimitsRefused.OnlyTheOfficeSetsLimits;
import cn.jointinspection.deadlines.limits.LimitsRefused.RecomputationNotOpen;
import cn.jointinspection.deadlines.limits.LimitsRefused.UnknownRecomputation;
import cn.jointinspection.deadlines.limits.Recomputation.Status;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recomputes running waits by a new version of the table: lists them, tries, and, if the office says so, sets them. Each
 * batch marks what it did in its own transaction: one that is repeated finds that undone and does nothing twice.
 */
@Service
@Transactional
public class Recomputations {

  /** Small: a person who completes one of these tasks meanwhile should hardly ever meet the batch. */
  static final int BATCH = 50;

  private final RecomputationTable table;
  private final OpenWaits openWaits;
  private final Waits waits;
  private final TimeLimits limits;
  private final RecomputationRun run;

  Recomputations(RecomputationTable table, OpenWaits openWaits, Waits waits, TimeLimits limits,
      RecomputationRun run) {
    this.table = table;
    this.openWaits = openWaits;
    this.waits = waits;
    this.limits = limits;
    this.run = run;
  }

  /** Offers to recompute by a version, in the transaction that puts it in force. */
  void start(String definitionId, int version) {
    run.begin(table.insert(definitionId, version));
  }

  /** Lists all waits there are; older offers end, this one takes their place. */
  public void list(long id) {
    for (long older : table.unfinishedBefore(id)) {
      table.status(older, Status.REPLACED);
      run.replace(older);
    }
    openWaits.all().forEach(wait -> table.list(id, wait));
  }

  /** @return whether some are left to try */
  public boolean preview(long id) {
    List<DeadlineChange> batch = table.next(id, State.LISTED, BATCH);
    batch.forEach(this::preview);
    if (batch.size() == BATCH) {
      return true;
    }
    table.status(id, anyChange(id) ? Status.OFFERED : Status.NOTHING);
    return false;
  }

  private void preview(DeadlineChange wait) {
    Waits.Proposal proposal = waits.propose(wait);
    if (proposal instanceof Waits.Changed change) {
      table.offer(wait.id(), change.before(), change.after(), change.note());
    } else if (proposal instanceof Waits.Kept kept) {
      table.unchanged(wait.id(), State.KEPT, kept.note());
    } else {
      table.remove(wait.id());
    }
  }

  /** Whether a deadline would change. */
  @Transactional(readOnly = true)
  public boolean anyChange(long id) {
    return table.counts(id).containsKey(State.OFFERED);
  }

  /**
   * The office decides.
   *
   * @throws OnlyTheOfficeSetsLimits if the person is not of the office
   * @throws RecomputationNotOpen if it is not to be decided, or not any more
   */
  public void decide(long id, boolean recompute, String reason, Actor actor) {
    if (!actor.in(Groups.OFFICE)) {
      throw new OnlyTheOfficeSetsLimits("决定是否重算");
    }
    if (!table.decide(id, recompute ? Status.RUNNING : Status.DECLINED, reason.strip(), actor)) {
      throw new RecomputationNotOpen();
    }
  }

  /** @return whether some are left to change */
  public boolean apply(long id) {
    List<DeadlineChange> batch = table.next(id, State.OFFERED, BATCH);
    int version = limits.inForce().getVersion();
    batch.forEach(wait -> apply(wait, version));
    if (batch.size() == BATCH) {
      return true;
    }
    table.status(id, Status.DONE);
    return false;
  }

  /** Computed anew: since it was offered the work may have ended, or become late. */
  private void apply(DeadlineChange wait, int version) {
    Waits.Proposal proposal = waits.propose(wait);
    if (proposal instanceof Waits.Changed change) {
      waits.set(wait, change);
      table.changed(wait.id(), change.before(), change.after(), change.note(), version);
    } else if (proposal instanceof Waits.Kept kept) {
      table.unchanged(wait.id(), State.KEPT, kept.note());
    } else if (proposal instanceof Waits.Same) {
      table.unchanged(wait.id(), State.KEPT, "期限已符合现行时限表");
    } else {
      table.unchanged(wait.id(), State.ENDED, null);
    }
  }

  /** @throws UnknownRecomputation if there is none */
  @Transactional(readOnly = true)
  public Recomputation get(long id) {
    return table.find(id).orElseThrow(() -> new UnknownRecomputation(id));
  }

  /** Newest first. @param page counted from 1 */
  @Transactional(readOnly = true)
  public Page<Recomputation> page(int page, int size) {
    return table.page(page, size);
  }

  @Transactional(readOnly = true)
  public Map<State, Integer> counts(long id) {
    return table.counts(id);
  }

  /** In the order of their new deadlines. @param page counted from 1 */
  @Transactional(readOnly = true)
  public Page<DeadlineChange> changes(long id, State state, int page, int size) {
    return new Page<>(table.changes(id, state, page, size), page, size, table.counts(id).getOrDefault(state, 0));
  }
}
