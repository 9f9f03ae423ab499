package cn.jointinspection.simulation;

import cn.jointinspection.supervision.YearFigures;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A year and its report. */
@Component
@Profile("simulation")
class Simulation {

  private final SimulatedYear year;
  private final YearFigures figures;
  private final YearAudit audit;
  private final HtmlReport html;
  private final Clock clock;

  Simulation(SimulatedYear year, YearFigures figures, YearAudit audit, HtmlReport html, Clock clock) {
    this.year = year;
    this.figures = figures;
    this.audit = audit;
    this.html = html;
    this.clock = clock;
  }

  /** @return whether all is in order; of a part of a year nothing but the figures is asked */
  boolean run(SimulateCommand.Order order, PrintStream out) {
    ProgressBar bar = new ProgressBar(out, LocalDate.now(clock), LocalDate.of(order.year() + 1, 1, 31));
    List<SimulatedYear.Point> curve = year.live(order.year(), order.seed(), order.lastDay(), bar::at);
    bar.end();
    YearFigures.Figures result = figures.of(order.year());
    List<String> complaints = order.until() == null ? audit.complaints() : List.of();
    new TextReport(out).print(order, result, complaints);
    write(order, html.of(order, result, curve, complaints));
    out.println("网页报告：" + order.report().toAbsolutePath());
    return complaints.isEmpty();
  }

  private static void write(SimulateCommand.Order order, String page) {
    try {
      Files.writeString(order.report(), page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
