package cn.jointinspection.registry;

import cn.jointinspection.platform.Sheet.TableRow;
import cn.jointinspection.platform.SheetReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** A table of the sample county among the resources. */
final class SampleTable {

  private SampleTable() {}

  static List<TableRow> rows(String path, String... heads) {
    try (InputStream in = new ClassPathResource(path).getInputStream()) {
      return SheetReader.read(in.readAllBytes(), path).table(List.of(heads)).rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
