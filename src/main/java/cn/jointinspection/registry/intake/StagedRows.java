package cn.jointinspection.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jointinspection.registry.intake.Listing.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows to the staging table by COPY. Until {@link #end} the connection can do nothing else. */
final class StagedRows {

  private static final int CHUNK = 1 << 16;

  private final long changeId;
  private final CopyIn copy;
  private final StringBuilder text = new StringBuilder(CHUNK + 4_096);

  StagedRows(Connection connection, long changeId) throws SQLException {
    this.changeId = changeId;
    copy = connection.unwrap(PGConnection.class).getCopyAPI()
        .copyIn("copy registry_change_row (change_id, line, key, cells) from stdin");
  }

  void add(int line, Entry entry) throws SQLException {
    text.append(changeId).append('\t').append(line).append('\t');
    escaped(entry.key());
    text.append("\t{");
    for (int i = 0; i < entry.cells().length; i++) {
      text.append(i == 0 ? "" : ",");
      element(entry.cells()[i]);
    }
    text.append("}\n");
    if (text.length() >= CHUNK) {
      flush();
    }
  }

  void end() throws SQLException {
    flush();
    copy.endCopy();
  }

  private void flush() throws SQLException {
    byte[] bytes = text.toString().getBytes(UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  /** Of an array: in quotes, with those and backslashes escaped; then once more, as every column of COPY. */
  private void element(String cell) {
    if (cell == null) {
      text.append("NULL");
      return;
    }
    text.append('"');
    escaped(cell.indexOf('"') < 0 && cell.indexOf('\\') < 0 ? cell : cell.replace("\\", "\\\\").replace("\"", "\\\""));
    text.append('"');
  }

  private void escaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
