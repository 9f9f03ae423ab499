package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;

/** A table of the sample county among the resources. */
final class SampleTable {

  private SampleTable() {}

  static List<TableRow> rows(String path, String... heads) {
    try (InputStream in = new ClassPathResource(path).getInputStream();
        SheetFile file = SheetFile.open(in.readAllBytes(), path)) {
      return StreamSupport.stream(file.table(List.of(heads)).spliterator(), false).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
