package cn.jointinspection.engine;

import java.util.Set;

/** A start form that stands open to people: each process that has one says so itself. */
public interface StartForm {

  /** Names of the variables that the form hands over; the guard lets no others through. */
  Set<String> variables();
}
