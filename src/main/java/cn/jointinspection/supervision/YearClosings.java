package cn.jointinspection.supervision;

import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.UnpublishedCheck;
import cn.jointinspection.inspection.UnpublishedChecks;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.supervision.SupervisionRefused.YearClosingOutOfTurn;
import cn.jointinspection.supervision.SupervisionRefused.YearIsNotOver;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private static final Comparator<YearClosing.Part> MOST_FIRST =
      Comparator.comparingInt(YearClosing.Part::count).reversed().thenComparing(YearClosing.Part::department);

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

  /** How much is not published at this moment. */
  @Transactional(readOnly = true)
  public int countUnpublished(int year) {
    return unpublished.count(year, now()).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Keeps today's figures of the countdown, once a day and not after the last day. */
  public void countDown(int year) {
    LocalDate today = LocalDate.now(clock);
    int left = daysLeft(year);
    if (left >= 0) {
      table.insertDay(year, new YearClosing.Day(today, countUnpublished(year), left));
    }
  }

  /** Days until 20 December; 0 on the day, negative after. */
  public int daysLeft(int year) {
    return (int) ChronoUnit.DAYS.between(LocalDate.now(clock), lastDay(year));
  }

  /** @throws YearIsNotOver while anything of the year is unpublished */
  public void requireAllPublished(int year) {
    int left = countUnpublished(year);
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
      table.insertEntries(year, late);
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

  /** How long the list is that was made when the year closed. */
  @Transactional(readOnly = true)
  public int countListed(int year) {
    return table.counts(year).stream().mapToInt(YearClosingTable.Count::count).sum();
  }

  /**
   * Once the year is closed, the list as it was then with what became of each line since; before, what is not published
   * now. Whoever owes most comes first.
   *
   * @param each at most so many lines of each department; {@link #lines} gives the rest
   */
  @Transactional(readOnly = true)
  public List<YearClosing.Part> parts(int year, int each) {
    return isClosed(year) ? listed(year, each) : running(year, each);
  }

  private List<YearClosing.Part> running(int year, int each) {
    Instant now = now();
    Map<String, List<YearClosing.Line>> lines = byDepartment(unpublished.firstOfEach(year, now, each).stream().map(this::line));
    return unpublished.count(year, now).entrySet().stream()
        .map(part -> part(part.getKey(), part.getValue(), 0, lines)).sorted(MOST_FIRST).toList();
  }

  private List<YearClosing.Part> listed(int year, int each) {
    List<YearClosingTable.Count> counts = table.counts(year);
    Published published = published(counts.stream().flatMap(count -> count.checkIds().stream()).toList(),
        counts.stream().flatMap(count -> count.withoutObjects().stream()).toList());
    Map<String, List<YearClosing.Line>> lines =
        byDepartment(table.firstOfEach(year, each).stream().map(entry -> line(entry, published)));
    return counts.stream()
        .map(count -> part(count.department(), count.count(), published.count(count), lines)).sorted(MOST_FIRST).toList();
  }

  /**
   * A part of what {@link #parts} counts, in the order of the list.
   *
   * @param department code of the one that owes it; null for all
   * @param page counted from 1
   */
  @Transactional(readOnly = true)
  public Page<YearClosing.Line> lines(int year, String department, int page, int size) {
    if (!isClosed(year)) {
      return unpublished.page(year, now(), department, page, size).map(this::line);
    }
    Page<YearClosingTable.Entry> entries = table.page(year, department, page, size);
    Published published = published(
        entries.items().stream().map(YearClosingTable.Entry::checkId).filter(Objects::nonNull).toList(),
        entries.items().stream().filter(entry -> entry.checkId() == null)
            .map(YearClosingTable.Entry::jointInspectionId).toList());
    return entries.map(entry -> line(entry, published));
  }

  private boolean isClosed(int year) {
    return table.find(year).filter(closing -> closing.closedAt() != null).isPresent();
  }

  private Instant now() {
    return clock.instant().plusMillis(1);
  }

  /** What of a list has been published since; where there was no object, all of a joint inspection stands for it. */
  private record Published(Map<Long, Instant> checks, Map<String, Instant> joints) {

    Instant at(YearClosingTable.Entry entry) {
      return entry.checkId() == null ? joints.get(entry.jointInspectionId()) : checks.get(entry.checkId());
    }

    long count(YearClosingTable.Count count) {
      return count.checkIds().stream().filter(checks::containsKey).count()
          + count.withoutObjects().stream().filter(joints::containsKey).count();
    }
  }

  private Published published(List<Long> checkIds, List<String> withoutObjects) {
    return new Published(unpublished.publishedAt(checkIds), inspections.completedAt(withoutObjects));
  }

  private YearClosing.Part part(String department, int count, long since, Map<String, List<YearClosing.Line>> lines) {
    return new YearClosing.Part(
        department, departments.byCode(department).name(), count, since, lines.getOrDefault(department, List.of()));
  }

  private static Map<String, List<YearClosing.Line>> byDepartment(Stream<YearClosing.Line> lines) {
    return lines.collect(Collectors.groupingBy(YearClosing.Line::department));
  }

  private YearClosing.Line line(UnpublishedCheck check) {
    return new YearClosing.Line(check.jointInspectionId(), check.title(), check.objectName(), check.department(),
        departments.byCode(check.department()).name(), check.inspectors(), check.stage(), null, null);
  }

  private YearClosing.Line line(YearClosingTable.Entry entry, Published published) {
    return new YearClosing.Line(entry.jointInspectionId(), entry.title(), entry.objectName(), entry.department(),
        departments.byCode(entry.department()).name(), entry.inspectors(), entry.stage(),
        entry.orderId() == null ? null : SupervisionOrder.number(entry.orderId()), published.at(entry));
  }
}
