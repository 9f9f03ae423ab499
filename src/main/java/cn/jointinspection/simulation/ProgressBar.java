package cn.jointinspection.simulation;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** One line that says how far the year is. */
final class ProgressBar {

  private static final int WIDTH = 40;

  private final PrintStream out;
  private final LocalDate from;
  private final long days;

  ProgressBar(PrintStream out, LocalDate from, LocalDate usualEnd) {
    this.out = out;
    this.from = from;
    this.days = ChronoUnit.DAYS.between(from, usualEnd);
  }

  void at(LocalDate day) {
    long passed = Math.min(days, ChronoUnit.DAYS.between(from, day));
    int full = (int) (WIDTH * passed / days);
    out.print("\r" + day + "  " + "█".repeat(full) + "░".repeat(WIDTH - full) + "  " + 100 * passed / days + "%");
    out.flush();
  }

  void end() {
    out.println();
  }
}
