package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.Table;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.FileProblem;
import cn.jointinspection.registry.intake.Listing.Entry;
import cn.jointinspection.registry.intake.Listing.RowReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the file of a proposal, a row at a time, and stages its good rows. */
@Component
class FileIntake {

  private static final int ROWS_BETWEEN_REPORTS = 5_000;

  private final ChangeTable table;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate apart;

  FileIntake(ChangeTable table, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.table = table;
    this.jdbc = jdbc;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** @param bad rows of these that cannot be used */
  record Result(int rows, int bad) {}

  /** Which rows of a file are meant. */
  interface Wanted {
    boolean is(TableRow row);
  }

  /** Is told now and then how far reading has come. */
  interface Progress {
    /** @return whether to go on */
    boolean reached(int rows, int bad);
  }

  /** Whoever looks at the proposal meanwhile sees how far this is; once it is withdrawn reading stops. */
  Result stage(RegistryChange change, Listing listing) throws IOException {
    return stage(change, listing, row -> true, (rows, bad) ->
        Boolean.TRUE.equals(apart.execute(status -> table.progress(change.id(), rows, bad))));
  }

  Result stage(RegistryChange change, Listing listing, Wanted wanted, Progress progress) throws IOException {
    table.clear(change.id());
    CellChecks checks = new CellChecks(change.fileName());
    RowReader reader = listing.reader(change, checks);
    Result read = onFile(change, listing, rows -> jdbc.execute((ConnectionCallback<Result>) connection -> {
      StagedRows staged = new StagedRows(connection, change.id());
      try {
        return stage(listing, rows, wanted, progress, checks, reader, staged);
      } finally {
        staged.end();
      }
    }));
    table.keepProblems(change.id(), checks.problems());
    int ruledOut = listing.ruledOut() == null ? 0 : table.ruleOut(change.id(), listing.ruledOut());
    return new Result(read.rows(), read.bad() + ruledOut);
  }

  private static Result stage(Listing listing, Table rows, Wanted wanted, Progress progress, CellChecks checks,
      RowReader reader, StagedRows staged) throws SQLException {
    List<String> heads = Columns.heads(listing.columns());
    boolean oneTextIsAnEntry = Columns.needed(listing.columns()).size() == 1;
    int read = 0;
    int bad = 0;
    boolean goesOn = true;
    for (TableRow row : rows) {
      if (!wanted.is(row)) {
        continue;
      }
      int before = checks.found();
      Entry entry = checks.isReadable(row, heads, oneTextIsAnEntry) ? reader.read(row) : null;
      read++;
      if (checks.found() == before && entry != null) {
        staged.add(row.number(), entry);
        if (row.hidden()) {
          checks.note(row, heads.get(0), "可见的行，不应导入的请从文件中删去");
        }
      } else {
        bad++;
      }
      if (read % ROWS_BETWEEN_REPORTS == 0) {
        goesOn = progress.reached(read, bad);
      }
      if (!goesOn) {
        break;
      }
    }
    return new Result(read, bad);
  }

  /** Writes the file with what is wrong in a column of its own, beside the rows. */
  void mark(RegistryChange change, Listing listing, OutputStream to) throws IOException {
    List<FileProblem> problems = table.problems(change.id(), 1, Integer.MAX_VALUE).items();
    withFile(change, path -> {
      try (SheetFile file = SheetFile.open(path, change.fileName())) {
        MarkedCopy.write(file, Columns.knownBy(listing.columns()), problems, to);
      }
      return null;
    });
  }

  private interface OnTable<T> {
    T read(Table rows) throws IOException;
  }

  private interface OnPath<T> {
    T read(Path path) throws IOException;
  }

  private <T> T onFile(RegistryChange change, Listing listing, OnTable<T> work) throws IOException {
    return withFile(change, path -> {
      try (SheetFile file = SheetFile.open(path, change.fileName())) {
        return work.read(file.table(Columns.needed(listing.columns()), listing.otherNames()));
      }
    });
  }

  private <T> T withFile(RegistryChange change, OnPath<T> work) throws IOException {
    Path path = Files.createTempFile("registry-change-", ".bin");
    try {
      try (OutputStream out = Files.newOutputStream(path)) {
        table.write(change.id(), out);
      }
      return work.read(path);
    } finally {
      Files.deleteIfExists(path);
    }
  }
}
