package cn.jointinspection.staff.registry;

import cn.jointinspection.platform.sheet.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a table while it is read. */
@Component
class TableDownload {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Clock clock;

  TableDownload(Clock clock) {
    this.clock = clock;
  }

  /** What to write. */
  @FunctionalInterface
  interface Rows {
    void to(TableWriter table) throws IOException;
  }

  /** @param name of the file without its ending and day, and of the sheet */
  void xlsx(String name, HttpServletResponse response, Rows rows) throws IOException {
    head(name + ".xlsx", XLSX, response);
    try (TableWriter table = TableWriter.xlsx(response.getOutputStream(), name)) {
      rows.to(table);
    }
  }

  /** @param name of the file without its ending and day */
  void csv(String name, HttpServletResponse response, Rows rows) throws IOException {
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
