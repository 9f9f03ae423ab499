package cn.jointinspection.process.publicdraw;

/** How a public draw ends, as {@code joint-inspection.bpmn} asks. */
enum DrawOutcome {
  DRAWN,
  ABANDONED,
  NO_CANDIDATES
}
