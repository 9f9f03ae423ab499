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
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @param seen what the values were when they were shown, to hand back; empty for a new entry
   * @param open proposals about the entry that are not decided yet
   */
  public record Form(List<Field> fields, String seen, List<RegistryChange> open) {}

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
    return new Form(listing.columns().stream().map(column -> new Field(column.head(), value(column, today),
        column.choices(), column.several(), key != null && listing.fixed().contains(column.head()))).toList(),
        key == null ? "" : seal(today), key == null ? List.of() : table.open(kind, key));
  }

  /** Heads of the list's columns, by which a form can be asked for with values in it. */
  public List<String> heads(ChangeKind kind) {
    return Columns.heads(changes.listing(kind).columns());
  }

  /** Proposals about this entry from its page that are not decided yet, the oldest first. */
  public List<RegistryChange> open(ChangeKind kind, String key) {
    return table.open(kind, key);
  }

  private static String value(Column column, Map<String, String> today) {
    String value = today.getOrDefault(column.head(), "");
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
    Proposal proposal = new Proposal(edit.kind(), edit.department(), RegistryChange.PAGE, edit.reason(), false);
    long id = changes.open(proposal, keeps, by);
    table.typed(id, edit.key());
    if (edit.key() != null && !seal(today).equals(edit.seen())) {
      throw new ChangedMeanwhile(edit.kind().label() + "中的这一条");
    }
    Map<String, String> typed = new LinkedHashMap<>();
    for (Column column : listing.columns()) {
      boolean fixed = edit.key() != null && listing.fixed().contains(column.head());
      String text = (fixed ? today : edit.fields()).get(column.head());
      typed.put(column.head(), text == null ? "" : text);
    }
    try {
      changes.keep(id, proposal, new ByteArrayInputStream(csv(typed)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stage(table.get(id), listing, typed);
    Comparison compared = table.compare(id, listing, 1, 0);
    if (edit.key() == null && listing.today(key(id)).isPresent()) {
      throw new AlreadyListed(edit.kind(), key(id));
    }
    if (!compared.counts().anyEffect()) {
      throw new NothingToChange();
    }
    table.compared(id, compared);
    return id;
  }

  private void stage(RegistryChange change, Listing listing, Map<String, String> typed) {
    CellChecks checks = new CellChecks(change.fileName());
    Entry entry = listing.reader(change, checks).read(TableRow.typed(LINE, typed));
    if (checks.found() > 0) {
      throw new FieldsUnfit(checks.problems());
    }
    table.stage(change.id(), LINE, change.subject() == null ? entry : new Entry(change.subject(), entry.cells()));
    if (listing.ruledOut() != null && table.ruleOut(change.id(), listing.ruledOut()) > 0) {
      List<FileProblem> found = table.problems(change.id(), 1, typed.size()).items();
      throw new FieldsUnfit(found);
    }
  }

  private String key(long id) {
    return table.stagedKey(id);
  }

  /** What was typed, as a file of that list. */
  private static byte[] csv(Map<String, String> typed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.csv(bytes)) {
      writer.row(List.copyOf(typed.keySet()));
      writer.row(List.copyOf(typed.values()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String seal(Map<String, String> texts) {
    return HexFormat.of().formatHex(Sha256.fresh().digest(texts.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
