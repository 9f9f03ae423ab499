package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Sha256;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.platform.sheet.TableWriter;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.FileProblem;
import cn.jointinspection.registry.intake.ChangeTable.Comparison;
import cn.jointinspection.registry.intake.IntakeRefused.AlreadyListed;
import cn.jointinspection.registry.intake.IntakeRefused.FieldsUnfit;
import cn.jointinspection.registry.intake.IntakeRefused.NothingToChange;
import cn.jointinspection.registry.intake.IntakeRefused.UnknownEntry;
import cn.jointinspection.registry.intake.Listing.Column;
import cn.jointinspection.registry.intake.Listing.Entry;
import cn.jointinspection.registry.intake.Listing.Repeated;
import cn.jointinspection.registry.intake.Listing.RowReader;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One entry of a list, changed or added on a page (一单两库动态调整): what is typed is read, compared, approved and put in
 * force as a file of one row would be. It is looked at while it is handed in, so that whoever typed hears at once what is
 * wrong with it.
 */
@Service
public class RegistryEdits {

  /** Below the heads, as in a file. */
  private static final int LINE = 2;
  /** Empty rows at the end of a form. */
  private static final int SPARE = 3;
  /** More than any entry has. */
  private static final int MOST_ROWS = 200;
  private static final Pattern NUMBERED = Pattern.compile("(.+)" + Repeated.DIVIDER + "([1-9][0-9]{0,3})");

  private final RegistryChanges changes;
  private final ChangeTable table;

  RegistryEdits(RegistryChanges changes, ChangeTable table) {
    this.changes = changes;
    this.table = table;
  }

  /**
   * One field of the form.
   *
   * @param head of the column, which is also the field's name
   * @param value as it stands now; empty for a new entry
   * @param choices empty where anything may stand
   * @param several whether it may hold several values, a line each
   * @param fixed whether it says which entry this is, and stays
   */
  public record Field(String head, String value, List<String> choices, boolean several, boolean fixed) {}

  /**
   * A form to fill in.
   *
   * @param rows of the columns that an entry has several times, with some empty ones to add to; none for most lists
   * @param seen what the values were when they were shown, to hand back; empty for a new entry
   * @param open proposals about the entry that are not decided yet
   */
  public record Form(List<Field> fields, List<List<Field>> rows, String seen, List<RegistryChange> open) {}

  /**
   * What a person hands in.
   *
   * @param department code of the department whose list it is
   * @param reason why
   * @param key of the entry; null for a new one
   * @param seen from the form
   * @param fields by head; what is missing is empty
   */
  public record Edit(
      ChangeKind kind, String department, String reason, String key, String seen, Map<String, String> fields) {}

  /**
   * The form for an entry as it is now.
   *
   * @param key null for a new entry
   * @param given values by head that a new entry begins with
   * @throws UnknownEntry if there is none with this key, or it cannot be changed on a page
   */
  @Transactional(readOnly = true)
  public Form form(ChangeKind kind, String key, Map<String, String> given) {
    Listing listing = changes.listing(kind);
    Map<String, String> today = key == null ? given : today(listing, key);
    List<String> repeated = repeated(listing);
    List<Field> fields = listing.columns().stream().filter(column -> !repeated.contains(column.head()))
        .map(column -> field(column, column.head(), today, key != null && listing.fixed().contains(column.head())))
        .toList();
    List<List<Field>> rows = new ArrayList<>();
    for (int row = 1; !repeated.isEmpty() && row <= filled(repeated, today) + SPARE; row++) {
      int number = row;
      rows.add(listing.columns().stream().filter(column -> repeated.contains(column.head()))
          .map(column -> field(column, Repeated.name(column.head(), number), today, false)).toList());
    }
    return new Form(fields, rows, key == null ? "" : seal(today), key == null ? List.of() : table.open(kind, key));
  }

  private static Field field(Column column, String name, Map<String, String> today, boolean fixed) {
    return new Field(name, value(column, today.getOrDefault(name, "")), column.choices(), column.several(), fixed);
  }

  private static List<String> repeated(Listing listing) {
    return listing.repeated() == null ? List.of() : listing.repeated().heads();
  }

  /** How many rows of these columns hold anything, counted up to the last. */
  private static int filled(List<String> repeated, Map<String, String> texts) {
    return texts.keySet().stream().filter(name -> !text(texts, name).isBlank())
        .map(NUMBERED::matcher).filter(Matcher::matches).filter(name -> repeated.contains(name.group(1)))
        .mapToInt(name -> Integer.parseInt(name.group(2))).filter(row -> row <= MOST_ROWS).max().orElse(0);
  }

  /** Heads of the list's columns, by which a form can be asked for with values in it. */
  public List<String> heads(ChangeKind kind) {
    return Columns.heads(changes.listing(kind).columns());
  }

  /** Code of the department in whose name alone this entry is changed; null where that is left to whoever proposes. */
  public String departmentOf(ChangeKind kind, String key) {
    return changes.listing(kind).departmentOf(key);
  }

  /** Proposals about this entry from its page that are not decided yet, the oldest first. */
  public List<RegistryChange> open(ChangeKind kind, String key) {
    return table.open(kind, key);
  }

  private static String value(Column column, String value) {
    return column.several() ? String.join("\n", CellChecks.parts(value, "[；;\\n]")) : value;
  }

  private static Map<String, String> today(Listing listing, String key) {
    return listing.today(key).orElseThrow(() -> new UnknownEntry(listing.kind(), key));
  }

  /**
   * Keeps what was typed as a proposal that waits for approval.
   *
   * @param keeps codes of the departments whose lists the person keeps
   * @return id of the proposal
   * @throws FieldsUnfit if a field holds what no row of a file may hold
   * @throws ChangedMeanwhile if the entry is not any more as the form showed it
   */
  @Transactional
  public long propose(Edit edit, List<String> keeps, Actor by) {
    Listing listing = changes.listing(edit.kind());
    Map<String, String> today = edit.key() == null ? Map.of() : today(listing, edit.key());
    String owner = edit.key() == null ? null : listing.departmentOf(edit.key());
    Proposal proposal = new Proposal(
        edit.kind(), owner == null ? edit.department() : owner, RegistryChange.PAGE, edit.reason(), false);
    long id = changes.open(proposal, keeps, by);
    table.typed(id, edit.key());
    if (edit.key() != null && !seal(today).equals(edit.seen())) {
      throw new ChangedMeanwhile(edit.kind().label() + "中的这一条");
    }
    Typed typed = typed(listing, edit, today);
    try {
      changes.keep(id, proposal, new ByteArrayInputStream(csv(typed.rows())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stage(table.get(id), listing, typed);
    Comparison compared = table.compare(id, listing, typed.rows().size(), 0);
    String staged = listing.entryKey(proposal.department(), table.stagedKey(id));
    if (edit.key() == null && listing.today(staged).isPresent()) {
      String named = listing.departmentOf(staged) == null ? staged : typed.rows().get(0).get(listing.columns().get(0).head());
      throw new AlreadyListed(edit.kind(), named);
    }
    if (!compared.counts().anyEffect()) {
      throw new NothingToChange();
    }
    table.compared(id, compared);
    return id;
  }

  /**
   * What was typed, as rows of a file.
   *
   * @param numbers of the rows of the page that the rows of the file come from; empty where a page has no such rows
   */
  private record Typed(List<Map<String, String>> rows, List<Integer> numbers) {

    /** By which name the page knows the field of this row of the file. */
    String field(int line, String head, List<String> repeated) {
      return !repeated.contains(head) || numbers.isEmpty() ? head : Repeated.name(head, numbers.get(line - LINE));
    }
  }

  private static Typed typed(Listing listing, Edit edit, Map<String, String> today) {
    List<String> repeated = repeated(listing);
    Map<String, String> first = new LinkedHashMap<>();
    for (Column column : listing.columns()) {
      boolean fixed = edit.key() != null && listing.fixed().contains(column.head());
      first.put(column.head(), text(fixed ? today : edit.fields(), column.head()));
    }
    List<Map<String, String>> rows = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= filled(repeated, edit.fields()); number++) {
      Map<String, String> row = new LinkedHashMap<>(rows.isEmpty() ? first : blank(first));
      String identity = listing.columns().get(0).head();
      row.put(identity, first.get(identity));
      for (String head : repeated) {
        row.put(head, text(edit.fields(), Repeated.name(head, number)));
      }
      if (repeated.stream().anyMatch(head -> !row.get(head).isBlank())) {
        rows.add(row);
        numbers.add(number);
      }
    }
    if (rows.isEmpty()) {
      if (filled(repeated, today) > 0) {
        first.put(repeated.get(0), listing.repeated().none());
      }
      rows.add(first);
    }
    return new Typed(rows, numbers);
  }

  private static String text(Map<String, String> texts, String head) {
    String text = texts.get(head);
    return text == null ? "" : text;
  }

  private static Map<String, String> blank(Map<String, String> row) {
    Map<String, String> blank = new LinkedHashMap<>(row);
    blank.replaceAll((head, text) -> "");
    return blank;
  }

  private void stage(RegistryChange change, Listing listing, Typed typed) {
    CellChecks checks = new CellChecks(change.fileName());
    List<String> repeated = repeated(listing);
    RowReader reader = listing.reader(change, checks);
    List<Entry> entries = new ArrayList<>();
    for (Map<String, String> row : typed.rows()) {
      entries.add(reader.read(TableRow.typed(LINE + entries.size(), row)));
    }
    if (checks.found() > 0) {
      throw new FieldsUnfit(named(checks.problems(), typed, repeated));
    }
    for (int row = 0; row < entries.size(); row++) {
      Entry entry = entries.get(row);
      boolean alone = change.subject() != null && repeated.isEmpty();
      table.stage(change.id(), LINE + row, alone ? new Entry(change.subject(), entry.cells()) : entry);
    }
    if (listing.ruledOut() != null && table.ruleOut(change.id(), listing.ruledOut()) > 0) {
      List<FileProblem> found = table.problems(change.id(), 1, typed.rows().get(0).size()).items();
      throw new FieldsUnfit(named(found, typed, repeated));
    }
  }

  private static List<FileProblem> named(List<FileProblem> problems, Typed typed, List<String> repeated) {
    return problems.stream().map(problem -> new FileProblem(problem.row(),
        typed.field(problem.row(), problem.column(), repeated), problem.found(), problem.expected())).toList();
  }

  /** What was typed, as a file of that list. */
  private static byte[] csv(List<Map<String, String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.csv(bytes)) {
      writer.row(List.copyOf(rows.get(0).keySet()));
      for (Map<String, String> row : rows) {
        writer.row(List.copyOf(row.values()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String seal(Map<String, String> texts) {
    return HexFormat.of().formatHex(Sha256.fresh().digest(texts.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
