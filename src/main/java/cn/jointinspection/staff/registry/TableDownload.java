package cn.jointinspection.staff.registry;

import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.sheet.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a table while it is read. */
@Component
public class TableDownload {

  /** Rows of a list that are read at once. */
  private static final int PIECE = 1_000;
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Clock clock;

  TableDownload(Clock clock) {
    this.clock = clock;
  }

  /** What to write. */
  @FunctionalInterface
  public interface Rows {
    void to(TableWriter table) throws IOException;
  }

  /** Pages of a list. */
  @FunctionalInterface
  public interface Pages<T> {
    /** @param page counted from 1 */
    Page<T> of(int page, int size);
  }

  /** A whole list under its heads, read page by page. @param cells of a row; null among them for an empty one */
  public static <T> Rows list(List<String> heads, Pages<T> pages, Function<T, List<String>> cells) {
    return table -> {
      table.row(heads);
      Page<T> page = null;
      do {
        page = pages.of(page == null ? 1 : page.page() + 1, PIECE);
        for (T item : page.items()) {
          table.row(cells.apply(item));
        }
      } while (!page.last());
    };
  }

  /** @param name of the file without its ending and day, and of the sheet */
  public void xlsx(String name, HttpServletResponse response, Rows rows) throws IOException {
    head(name + ".xlsx", XLSX, response);
    try (TableWriter table = TableWriter.xlsx(response.getOutputStream(), name)) {
      rows.to(table);
    }
  }

  /** @param name of the file without its ending and day */
  public void csv(String name, HttpServletResponse response, Rows rows) throws IOException {
    head(name + ".csv", "text/csv;charset=UTF-8", response);
    try (TableWriter table = TableWriter.csv(response.getOutputStream())) {
      rows.to(table);
    }
  }

  private void head(String name, String type, HttpServletResponse response) {
    String dated = name.replace(".", "-" + LocalDate.now(clock) + ".");
    response.setContentType(type);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(dated, StandardCharsets.UTF_8).build().toString());
  }
}
