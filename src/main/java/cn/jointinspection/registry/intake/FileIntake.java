package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.Table;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.CellChecks;
import cn.jointinspection.registry.FileProblem;
import cn.jointinspection.registry.intake.Listing.Column;
import cn.jointinspection.registry.intake.Listing.Entry;
import cn.jointinspection.registry.intake.Listing.RowReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
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

  /** Whoever looks at the proposal meanwhile sees how far this is; once it is withdrawn reading stops. */
  Result stage(RegistryChange change, Listing listing) throws IOException {
    table.clear(change.id());
    CellChecks checks = new CellChecks(change.fileName());
    RowReader reader = listing.reader(change, checks);
    Result read = onFile(change, listing, rows -> jdbc.execute((ConnectionCallback<Result>) connection -> {
      StagedRows staged = new StagedRows(connection, change.id());
      try {
        return stage(change, listing, rows, checks, reader, staged);
      } finally {
        staged.end();
      }
    }));
    table.keepProblems(change.id(), checks.problems());
    int ruledOut = listing.ruledOut() == null ? 0 : table.ruleOut(change.id(), listing.ruledOut());
    return new Result(read.rows(), read.bad() + ruledOut);
  }

  private Result stage(RegistryChange change, Listing listing, Table rows, CellChecks checks, RowReader reader,
      StagedRows staged) throws SQLException {
    List<String> heads = Columns.heads(listing.columns());
    boolean oneTextIsAnEntry = Columns.needed(listing.columns()).size() == 1;
    int read = 0;
    int bad = 0;
    boolean wanted = true;
    for (TableRow row : rows) {
      int before = checks.found();
      Entry entry = checks.isReadable(row, heads, oneTextIsAnEntry) ? reader.read(row) : null;
      read++;
      if (checks.found() == before && entry != null) {
        staged.add(row.number(), entry);
      } else {
        bad++;
      }
      if (read % ROWS_BETWEEN_REPORTS == 0) {
        int soFar = read;
        int badSoFar = bad;
        wanted = Boolean.TRUE.equals(apart.execute(status -> table.progress(change.id(), soFar, badSoFar)));
      }
      if (!wanted) {
        break;
      }
    }
    return new Result(read, bad);
  }

  /** Writes the file with what is wrong in a column of its own, beside the rows. */
  void mark(RegistryChange change, Listing listing, OutputStream to) throws IOException {
    Column first = listing.columns().get(0);
    List<String> heads = Stream.concat(Stream.of(first.head()), first.otherNames().stream()).map(CellText::compact).toList();
    List<FileProblem> problems = table.problems(change.id(), 1, Integer.MAX_VALUE).items();
    withFile(change, path -> {
      try (SheetFile file = SheetFile.open(path, change.fileName())) {
        MarkedCopy.write(file, heads, problems, to);
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
