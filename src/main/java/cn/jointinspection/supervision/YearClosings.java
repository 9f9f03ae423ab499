package cn.jointinspection.supervision;

import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.UnpublishedCheck;
import cn.jointinspection.inspection.UnpublishedChecks;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.supervision.SupervisionRefused.YearClosingOutOfTurn;
import cn.jointinspection.supervision.SupervisionRefused.YearIsNotOver;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of each plan year (五: results are published by 20 December): the countdown from 1 December, and the list by name
 * of what was not published in time. Days are days in Asia/Shanghai.
 */
@Service
@Transactional
public class YearClosings {

  /** Name of the time limit: the end of 20 December. */
  public static final String STEP = "yearEnd";

  private final YearClosingTable table;
  private final UnpublishedChecks unpublished;
  private final JointInspections inspections;
  private final Departments departments;
  private final Clock clock;

  YearClosings(YearClosingTable table, UnpublishedChecks unpublished, JointInspections inspections,
      Departments departments, Clock clock) {
    this.table = table;
    this.unpublished = unpublished;
    this.inspections = inspections;
    this.departments = departments;
    this.clock = clock;
  }

  /** Who has been late with a joint inspection when the year closed, and has an order for it to come. */
  public record Late(String jointInspectionId, String department) {}

  /** The last day on which results of a plan year are published in time. */
  public static LocalDate lastDay(int year) {
    return LocalDate.of(year, Month.DECEMBER, 20);
  }

  /** Years whose countdown has begun but that nobody has opened here yet. */
  @Transactional(readOnly = true)
  public List<Integer> toOpen() {
    LocalDate today = LocalDate.now(clock);
    return unpublished.years().stream()
        .filter(year -> !today.isBefore(LocalDate.of(year, Month.DECEMBER, 1)))
        .filter(year -> table.find(year).isEmpty())
        .toList();
  }

  /** @return false if the year is open, or closed, already */
  public boolean open(int year) {
    return table.insert(year, clock.instant());
  }

  /** Years that are open and not closed. */
  @Transactional(readOnly = true)
  public List<Integer> running() {
    return table.all().stream().filter(closing -> closing.closedAt() == null).map(YearClosing::year).toList();
  }

  /** What is not published at this moment. */
  @Transactional(readOnly = true)
  public List<YearClosing.Line> unpublishedNow(int year) {
    return unpublished.of(year, clock.instant().plusMillis(1)).stream()
        .map(check -> new YearClosing.Line(check.jointInspectionId(), check.title(), check.objectName(),
            check.department(), departments.byCode(check.department()).name(), check.inspectors(), check.stage(), null,
            null))
        .toList();
  }

  /** Keeps today's figures of the countdown, once a day and not after the last day. */
  public void countDown(int year) {
    LocalDate today = LocalDate.now(clock);
    int left = daysLeft(year);
    if (left >= 0) {
      table.insertDay(year, new YearClosing.Day(today, unpublishedNow(year).size(), left));
    }
  }

  /** Days until 20 December; 0 on the day, negative after. */
  public int daysLeft(int year) {
    return (int) ChronoUnit.DAYS.between(LocalDate.now(clock), lastDay(year));
  }

  /** @throws YearIsNotOver while anything of the year is unpublished */
  public void requireAllPublished(int year) {
    int left = unpublishedNow(year).size();
    if (left > 0) {
      throw new YearIsNotOver(year, left);
    }
  }

  /**
   * Makes the list: what was not published by the end of 20 December, or by now where the year closes early. A second call
   * changes nothing.
   *
   * @return who is on it
   */
  public List<Late> close(int year) {
    Instant over = lastDay(year).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    Instant now = clock.instant();
    if (table.close(year, now)) {
      List<UnpublishedCheck> late = unpublished.of(year, now.isBefore(over) ? now.plusMillis(1) : over);
      for (int i = 0; i < late.size(); i++) {
        table.insertEntry(year, i + 1, late.get(i));
      }
    }
    return table.late(year);
  }

  /** Writes the numbers of the supervision orders that were opened for the year's list into it. */
  public void linkOrders(int year) {
    table.linkOrders(year, STEP);
  }

  /** @throws YearClosingOutOfTurn if there is no list, or if it is confirmed already */
  public void confirm(int year, String note, Actor actor) {
    if (!table.confirm(year, note, actor, clock.instant())) {
      throw new YearClosingOutOfTurn(year);
    }
  }

  @Transactional(readOnly = true)
  public Optional<YearClosing> find(int year) {
    return table.find(year);
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<YearClosing> all() {
    return table.all();
  }

  /** The list as it was when the year closed, with what became of each line since. */
  @Transactional(readOnly = true)
  public List<YearClosing.Line> list(int year) {
    List<YearClosingTable.Entry> entries = table.entries(year);
    Map<Long, Instant> published = unpublished.publishedAt(
        entries.stream().map(YearClosingTable.Entry::checkId).filter(Objects::nonNull).collect(Collectors.toSet()));
    return entries.stream()
        .map(entry -> new YearClosing.Line(entry.jointInspectionId(), entry.title(), entry.objectName(),
            entry.department(), departments.byCode(entry.department()).name(), entry.inspectors(), entry.stage(),
            entry.orderId() == null ? null : SupervisionOrder.number(entry.orderId()),
            entry.checkId() == null
                ? inspections.get(entry.jointInspectionId()).completedAt() : published.get(entry.checkId())))
        .toList();
  }
}
