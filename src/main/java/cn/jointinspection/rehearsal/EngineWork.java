package cn.jointinspection.rehearsal;

/** The engine's work in the background: asynchronous steps and timers that are due. */
public interface EngineWork {

  /**
   * Returns when nothing is left that can be done now. What failed for good is left to Cockpit as an incident and not waited
   * for.
   */
  void settle();
}
