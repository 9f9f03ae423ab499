package cn.jointinspection.deadlines.limits;

/** What asks the office whether running work is to be recomputed; whoever runs it calls {@link Recomputations} back. */
public interface RecomputationRun {

  /** Begins with a recomputation, in the transaction that puts the new version in force. */
  void begin(long id);

  /** Ends an offer that nobody decided, because a newer one takes its place. */
  void replace(long id);
}
