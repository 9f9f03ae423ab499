package cn.jointinspection.staff.timelimits;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.TimeLimits.Limit;
import cn.jointinspection.deadlines.limits.DeadlineChange;
import cn.jointinspection.deadlines.limits.DeadlineChange.State;
import cn.jointinspection.deadlines.limits.LimitsRefused.UnknownVersion;
import cn.jointinspection.deadlines.limits.Recomputation;
import cn.jointinspection.deadlines.limits.Recomputations;
import cn.jointinspection.deadlines.limits.TimeLimitVersions;
import cn.jointinspection.deadlines.limits.TimeLimitsFile;
import cn.jointinspection.deadlines.limits.TimeLimitsTable;
import cn.jointinspection.platform.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** What the pages of time limits show; asks the engine without regard to who reads, as all staff may. */
@Component
class TimeLimitsViews {

  private static final int PAGE_SIZE = 50;
  private static final int WAITS_PAGE_SIZE = 200;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  private final TimeLimits limits;
  private final TimeLimitsFile file;
  private final TimeLimitVersions versions;
  private final Recomputations recomputations;
  private final RepositoryService repository;
  private final Clock clock;

  TimeLimitsViews(TimeLimits limits, TimeLimitsFile file, TimeLimitVersions versions, Recomputations recomputations,
      RepositoryService repository, Clock clock) {
    this.limits = limits;
    this.file = file;
    this.versions = versions;
    this.recomputations = recomputations;
    this.repository = repository;
    this.clock = clock;
  }

  /** @param id of the definition, which names the version a draft is made from */
  record Current(String id, int version, List<TimeLimitsTable.Row> rows) {}

  record VersionLine(int version, String at, String by, String reason) {}

  /** @param decision who decided, when and why; null while undecided */
  record RecomputationLine(long id, int version, String at, String status, String decision) {}

  /** @param before and {@code after} as they are to be read, cell by cell; null where the row is new or gone */
  record ChangeLine(String description, List<Cell> cells) {}

  record Cell(String label, String before, String after) {}

  /** @param note null where there is nothing to say */
  record WaitLine(String name, String businessKey, String before, String after, String note, String at) {}

  /** @param state code, by which its pages are asked for */
  record WaitGroup(String title, String state, Page<WaitLine> waits) {}

  Current current() {
    DecisionDefinition inForce = limits.inForce();
    return new Current(inForce.getId(), inForce.getVersion(), TimeLimitsTable.read(file.of(inForce)).rows());
  }

  byte[] file(int version) {
    return file.of(definition(version));
  }

  Page<VersionLine> history(int page) {
    return versions.page(page, PAGE_SIZE)
        .map(version -> new VersionLine(version.version(), minute(version.at()), version.by(), version.reason()));
  }

  /** What a version changed in the one before it. */
  List<ChangeLine> changesOf(int version) {
    return lines(TimeLimitsTable.read(file(version - 1)).changesTo(TimeLimitsTable.read(file(version))));
  }

  List<ChangeLine> lines(List<TimeLimitsTable.Change> changes) {
    return changes.stream().map(TimeLimitsViews::line).toList();
  }

  private static ChangeLine line(TimeLimitsTable.Change change) {
    List<Cell> before = cells(change.before());
    List<Cell> after = cells(change.after());
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      String old = before.get(i).after();
      String now = after.get(i).after();
      if (!Objects.equals(old, now)) {
        cells.add(new Cell(before.get(i).label(), old, now));
      }
    }
    return new ChangeLine(change.description(), cells);
  }

  private static List<Cell> cells(Limit limit) {
    return List.of(
        new Cell("期限", null, limit == null ? "—" : limit.text()),
        new Cell("提前提醒", null, limit == null ? "—" : limit.remindBefore() + " 个工作日"),
        new Cell("逾期后再提醒", null, limit == null ? "—" : "每 " + limit.remindAfterEvery() + " 个工作日"),
        new Cell("提醒谁", null, limit == null ? "—" : limit.tellsText()),
        new Cell("逾期转谁督办", null, limit == null ? "—" : limit.escalatesTo().text()));
  }

  Page<RecomputationLine> recomputations(int page) {
    return recomputations.page(page, PAGE_SIZE).map(this::line);
  }

  RecomputationLine recomputation(long id) {
    return line(recomputations.get(id));
  }

  private RecomputationLine line(Recomputation run) {
    String decision = run.decidedAt() == null ? null
        : "%s，%s：%s".formatted(run.decidedBy(), minute(run.decidedAt()), run.reason());
    return new RecomputationLine(run.id(), run.version(), minute(run.startedAt()), run.status().text(), decision);
  }

  /**
   * The waits of a recomputation by what became of them, of each kind the first page.
   *
   * @param turned of which another page is wanted; null for none
   * @param page of that one, counted from 1
   */
  List<WaitGroup> waits(long id, State turned, int page) {
    return Stream.of(State.CHANGED, State.OFFERED, State.KEPT, State.ENDED)
        .map(state -> new WaitGroup(state.text(), state.name(),
            recomputations.changes(id, state, state == turned ? page : 1, WAITS_PAGE_SIZE).map(this::line)))
        .filter(group -> group.waits().total() > 0)
        .toList();
  }

  private WaitLine line(DeadlineChange wait) {
    boolean onlyReminder = wait.newDue() != null && wait.newDue().equals(wait.oldDue()) && wait.note() == null;
    return new WaitLine(wait.name(), wait.businessKey(), day(wait.oldDue()), wait.newDue() == null ? "—" : day(wait.newDue()),
        onlyReminder ? "只改提醒日" : wait.note(), wait.changedAt() == null ? null : minute(wait.changedAt()));
  }

  private DecisionDefinition definition(int version) {
    DecisionDefinition definition = repository.createDecisionDefinitionQuery()
        .decisionDefinitionKey(TimeLimits.DECISION).decisionDefinitionVersion(version).withoutTenantId().singleResult();
    if (definition == null) {
      throw new UnknownVersion(version);
    }
    return definition;
  }

  private String minute(Instant at) {
    return MINUTE.format(LocalDateTime.ofInstant(at, clock.getZone()));
  }

  private String day(Instant at) {
    return DAY.format(LocalDateTime.ofInstant(at, clock.getZone()));
  }
}
