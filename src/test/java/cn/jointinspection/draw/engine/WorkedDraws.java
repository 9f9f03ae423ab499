package cn.jointinspection.draw.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of {@code draw-vectors/}. */
final class WorkedDraws {

  private static final Path ROOT = Path.of("draw-vectors");
  private static final String BROKEN = "broken";

  private WorkedDraws() {}

  static List<Path> whole() {
    return folders(ROOT).stream().filter(folder -> !folder.endsWith(BROKEN)).toList();
  }

  static List<Path> broken() {
    return folders(ROOT.resolve(BROKEN));
  }

  /** What the transcript was made from. */
  static DrawInputs inputs(Transcript transcript) {
    List<DrawInputs.Event> events = transcript.events().stream().map(event -> new DrawInputs.Event(
        event.type(), event.object(), event.inspector(), event.reason(), event.evidence(), event.fresh())).toList();
    return new DrawInputs(transcript.frozen().prev(), transcript.contributions(), transcript.publicValue().value(), events);
  }

  private static List<Path> folders(Path root) {
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
