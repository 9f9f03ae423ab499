package cn.jointinspection.publicsite;

import cn.jointinspection.platform.sheet.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything found, as a table for office programs: UTF-8 with BOM, one row for each disclosure, newest first. */
@Component
class DisclosureCsv {

  static final List<String> HEAD = List.of("公示编号", "抽查任务编号", "抽查任务名称", "检查对象编号", "检查对象", "统一社会信用代码",
      "检查部门", "抽查事项", "检查方式", "检查日期", "检查结果", "公示说明", "后续处理", "公示时间");

  private static final int CHUNK = 500;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Disclosures disclosures;

  DisclosureCsv(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  /** Writes in chunks, so that neither memory nor a transaction grows with the number of rows. */
  void write(String typed, OutputStream out) throws IOException {
    try (TableWriter csv = TableWriter.csv(out)) {
      csv.row(HEAD);
      List<Disclosure> chunk = disclosures.walk(typed, null, CHUNK);
      while (!chunk.isEmpty()) {
        for (Disclosure disclosure : chunk) {
          csv.row(cells(disclosure));
        }
        chunk = disclosures.walk(typed, chunk.get(chunk.size() - 1).id(), CHUNK);
      }
    }
  }

  private static List<String> cells(Disclosure d) {
    return Stream.of(
            String.valueOf(d.id()), d.task().jointInspectionId(), d.task().title(), d.subject().objectNo(), d.subject().objectName(), d.subject().creditCode(),
            d.body().departmentName(), String.join("；", d.check().matters()), d.check().method(), d.check().checkedOn().toString(),
            d.results().stream().map(Disclosure.Result::words).collect(Collectors.joining("；")), d.statement(),
            d.followUps().stream().map(Disclosure.FollowUp::words).collect(Collectors.joining("；")),
            TIME.format(d.publishedAt()))
        .toList();
  }
}
