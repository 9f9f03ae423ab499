package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.platform.Sha256;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.FileProblem;
import cn.jointinspection.registry.RegistryActor;
import cn.jointinspection.registry.intake.ChangeTable.Comparison;
import cn.jointinspection.registry.intake.IntakeRefused.FileUnfit;
import cn.jointinspection.registry.intake.IntakeRefused.NotOpen;
import cn.jointinspection.registry.intake.IntakeRefused.NotYourList;
import cn.jointinspection.registry.intake.IntakeRefused.NotYours;
import cn.jointinspection.registry.intake.IntakeRefused.ProposerApproves;
import cn.jointinspection.registry.intake.IntakeRefused.ReasonMissing;
import cn.jointinspection.registry.intake.RegistryChange.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of the registries (一单两库动态调整): a file, or what {@link RegistryEdits} takes
 * from a page, is a proposal, whose rows are read and compared with what is in force;
 * a second person of the department approves, then all of it is in force at once. Nothing of it counts before.
 */
@Service
public class RegistryChanges {

  /** 512 MB: a million objects are some 150 MB as text, a fifth of it as a workbook. */
  private static final long LARGEST_FILE = 512L << 20;
  private static final int LONGEST_REASON = 500;
  /** Keys of this lock are the kinds of lists: of each, one proposal at a time is put in force. */
  private static final int REGISTRY_LOCK = 820_001;

  private final ChangeTable table;
  private final FileIntake intake;
  private final Departments departments;
  private final RegistryActor registryActor;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<ChangeKind, Listing> listings = new EnumMap<>(ChangeKind.class);

  RegistryChanges(ChangeTable table, FileIntake intake, Departments departments, RegistryActor registryActor,
      JdbcClient jdbc, Clock clock, List<Listing> listings) {
    this.table = table;
    this.intake = intake;
    this.departments = departments;
    this.registryActor = registryActor;
    this.jdbc = jdbc;
    this.clock = clock;
    listings.forEach(listing -> this.listings.put(listing.kind(), listing));
  }

  /**
   * What a person hands in.
   *
   * @param department code of the department whose list it is
   * @param fileName as the person knows it
   * @param reason why the list changes
   * @param goodRowsOnly whether rows without faults are taken although others have some
   */
  public record Proposal(ChangeKind kind, String department, String fileName, String reason, boolean goodRowsOnly) {}

  /** Codes of the departments whose lists the person keeps; a registrar keeps all. */
  public List<String> departmentsOf(Actor actor, String registrars) {
    return departments.all().stream().filter(department -> department.kind() == DepartmentKind.DEPARTMENT)
        .map(department -> department.code())
        .filter(code -> actor.in(registrars) || actor.in(code) || actor.in(Bodies.reviewersOf(code))).toList();
  }

  /**
   * Keeps a file as a proposal that is still to be read.
   *
   * @param keeps codes of the departments whose lists the person keeps
   * @return id of the proposal
   */
  @Transactional
  public long propose(Proposal proposal, InputStream file, List<String> keeps, Actor by) throws IOException {
    if (proposal.fileName() == null || proposal.fileName().isBlank()) {
      throw new FileUnfit("没有收到文件。请选择 .xlsx、.xls 或 .csv 文件后重新提交。");
    }
    long id = open(proposal, keeps, by);
    keep(id, proposal, file);
    return id;
  }

  /** Opens a proposal that has nothing in it yet. */
  long open(Proposal proposal, List<String> keeps, Actor by) {
    if (!keeps.contains(proposal.department())) {
      throw new NotYourList(departments.byCode(proposal.department()).name());
    }
    return open(proposal, by);
  }

  private long open(Proposal proposal, Actor by) {
    if (proposal.reason() == null || proposal.reason().isBlank() || proposal.reason().length() > LONGEST_REASON) {
      throw new ReasonMissing();
    }
    return table.insert(proposal.kind(), proposal.department(), proposal.fileName(), proposal.reason().strip(),
        proposal.goodRowsOnly(), by, OffsetDateTime.now(clock));
  }

  /** Keeps its file. */
  void keep(long id, Proposal proposal, InputStream file) throws IOException {
    DigestInputStream hashed = new DigestInputStream(new AtMost(file, LARGEST_FILE, proposal.fileName()), Sha256.fresh());
    if (table.keep(id, hashed) == 0) {
      throw new FileUnfit("文件“" + proposal.fileName() + "”是空的。请核对后重新选择。");
    }
    table.hashed(id, HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
  }

  /** @throws IntakeRefused.UnknownChange if there is none */
  public RegistryChange get(long id) {
    return table.get(id);
  }

  /** The latest first. @param keeps whose lists, by code of department; null for all @param page counted from 1 */
  public Page<RegistryChange> list(List<String> keeps, int page, int size) {
    return table.list(keeps, page, size);
  }

  /** Those of these proposals, by id, that were typed on a page. */
  public Set<Long> typedOnPage(Collection<Long> ids) {
    return ids.isEmpty() ? Set.of() : table.typed(ids);
  }

  /** What is wrong with the file, in the order of its lines. @param page counted from 1 */
  public Page<FileProblem> problems(long id, int page, int size) {
    return table.problems(id, page, size);
  }

  /** Rows of a proposal that waits, as they would change the registry as it is now; none once it is decided. */
  public List<Sample> samples(RegistryChange change, Effect effect, int atMost) {
    Listing listing = listing(change);
    return table.samples(change.id(), listing.compared(), effect, atMost).stream()
        .map(row -> new Sample(row.line(), row.title(), IntStream.range(0, row.after().size())
            .filter(i -> !Objects.equals(before(row, i), after(row, i)))
            .mapToObj(i -> new Sample.Field(
                listing.fields().get(i), listing.inWords(i, before(row, i)), listing.inWords(i, after(row, i))))
            .toList()))
        .toList();
  }

  private static String before(ChangeTable.Compared row, int field) {
    return row.before() == null ? null : blankToNull(row.before().get(field));
  }

  private static String after(ChangeTable.Compared row, int field) {
    return blankToNull(row.after().get(field));
  }

  private static String blankToNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Writes the file as it was handed in. */
  public void file(long id, OutputStream to) throws IOException {
    table.write(id, to);
  }

  /** The file with what is wrong written beside its rows, as a workbook. */
  public void markedFile(long id, OutputStream to) throws IOException {
    RegistryChange change = table.get(id);
    intake.mark(change, listing(change), to);
  }

  /** An empty file for such a list, with drop-down lists and a row to copy, as a workbook. */
  public void template(ChangeKind kind, OutputStream to) throws IOException {
    Template.write(listings.get(kind), to);
  }

  /**
   * Reads the file and compares it with the registry. May be repeated: what was read before is read anew.
   *
   * @return whether there is something to approve
   */
  @Transactional
  public boolean read(long id) {
    RegistryChange change = table.get(id);
    if (change.status() != ChangeStatus.READING) {
      return change.status() == ChangeStatus.WAITING;
    }
    Listing listing = listing(change);
    return read(change, listing, () -> intake.stage(change, listing));
  }

  private interface Staging {
    FileIntake.Result stage() throws IOException;
  }

  private boolean read(RegistryChange change, Listing listing, Staging staging) {
    long id = change.id();
    FileIntake.Result read;
    try {
      read = staging.stage();
    } catch (RuleViolation refusal) {
      refuse(id, change.counts(), refusal.getMessage());
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Comparison compared = table.compare(id, listing, read.rows(), read.bad());
    String refusal = refusal(change, compared.counts());
    if (refusal != null) {
      refuse(id, compared.counts(), refusal);
      return false;
    }
    boolean wanted = table.compared(id, compared);
    if (!wanted) {
      table.clearRows(id);
    }
    return wanted;
  }

  private void refuse(long id, Counts counts, String why) {
    table.clearRows(id);
    table.refused(id, counts.rowsRead(), counts.bad(), why);
  }

  private static String refusal(RegistryChange change, Counts counts) {
    if (counts.rowsRead() == 0) {
      return "表头下面没有任何一行。请核对文件后重新提交。";
    }
    if (counts.bad() == counts.rowsRead() || counts.bad() > 0 && !change.goodRowsOnly()) {
      return "有 " + counts.bad() + " 行不能采用，名录没有任何更改。请按下表改正后重新提交整份文件"
          + (counts.bad() == counts.rowsRead() ? "。" : "，或选择“只采用没有问题的行”。");
    }
    return counts.anyEffect() ? null : "文件与名录现状一致，没有要变更的内容。";
  }

  /** Takes a proposal back that is not decided. */
  @Transactional
  public void withdraw(long id, Actor by) {
    RegistryChange change = table.lock(id);
    if (!change.proposed().by().equals(by.userId())) {
      throw new NotYours(change);
    }
    if (!Set.of(ChangeStatus.READING, ChangeStatus.WAITING).contains(change.status()) || change.decision() != null) {
      throw new NotOpen(change);
    }
    table.decided(id, ChangeStatus.WITHDRAWN, by, OffsetDateTime.now(clock), null);
    table.clearRows(id);
  }

  /**
   * Approves a proposal or turns it down; approved, it is in force after {@link #putInForce}.
   *
   * @param note nullable
   */
  @Transactional
  public void decide(long id, boolean approve, String note, Actor by) {
    RegistryChange change = table.lock(id);
    if (change.status() != ChangeStatus.WAITING || change.decision() != null) {
      throw new NotOpen(change);
    }
    if (approve && change.proposed().by().equals(by.userId())) {
      throw new ProposerApproves();
    }
    table.decided(id, approve ? ChangeStatus.WAITING : ChangeStatus.REJECTED, by, OffsetDateTime.now(clock), note);
    if (!approve) {
      table.clearRows(id);
    }
  }

  /**
   * Puts an approved proposal in force, in one piece. Where the entries it is about have changed since, so that it would
   * now do something else than what was approved, it does nothing and waits for another approval. May be repeated.
   *
   * @return whether it is in force
   */
  @Transactional
  public boolean putInForce(long id) {
    RegistryChange change = table.lock(id);
    if (change.status() == ChangeStatus.IN_FORCE) {
      return true;
    }
    if (change.status() != ChangeStatus.WAITING || change.decision() == null) {
      throw new NotOpen(change);
    }
    lock(change.kind());
    Listing listing = listing(change);
    Comparison now = table.compare(id, listing, change.counts().rowsRead(), change.counts().bad());
    if (!table.stillHolds(change, now)) {
      table.compared(id, now);
      table.overtaken(id, OffsetDateTime.now(clock));
      return false;
    }
    OffsetDateTime at =
        registryActor.sign(new Actor(change.proposed().by(), change.proposed().name(), Set.of()));
    listing.apply(jdbc, change, at);
    table.inForce(id, at);
    table.clearRows(id);
    return true;
  }

  /**
   * Keeps, reads and puts in force at once what nobody else can have a say in yet: a county's first load.
   *
   * @param wanted rows of the file that are the department's
   * @return the change, in force, or refused with what is wrong
   */
  RegistryChange putAtOnce(Proposal proposal, InputStream file, FileIntake.Wanted wanted, FileIntake.Progress progress,
      Actor by) throws IOException {
    long id = open(proposal, by);
    keep(id, proposal, file);
    RegistryChange change = table.get(id);
    Listing listing = listing(change);
    if (read(change, listing, () -> intake.stage(change, listing, wanted, progress))) {
      table.decided(id, ChangeStatus.WAITING, by, OffsetDateTime.now(clock), proposal.reason());
      putInForce(id);
    }
    return table.get(id);
  }

  /** By which a table of this list is known. */
  List<String> knownBy(ChangeKind kind) {
    return Columns.knownBy(listings.get(kind).columns());
  }

  /** A merge moves what belongs to objects from one to another: nothing else is put in force meanwhile. */
  private void lock(ChangeKind kind) {
    for (ChangeKind one : kind == ChangeKind.MERGES ? ChangeKind.values() : new ChangeKind[] {kind}) {
      jdbc.sql("select pg_advisory_xact_lock(?, ?)").params(REGISTRY_LOCK, one.ordinal()).query().singleRow();
    }
  }

  private Listing listing(RegistryChange change) {
    return listing(change.kind());
  }

  Listing listing(ChangeKind kind) {
    return listings.get(kind);
  }
}
