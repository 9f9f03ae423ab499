package cn.jointinspection.draw;

import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Drawing;
import cn.jointinspection.draw.engine.Drawn;
import cn.jointinspection.draw.engine.Transcript;
import cn.jointinspection.draw.engine.TranscriptFile;
import cn.jointinspection.platform.Sha256;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Draws read from their files, for the events that follow one another in the same draw. What is kept goes by the hash of
 * all it was read from and never changes: no node needs to tell another of anything.
 */
@Component
class ParsedDraws {

  /** Of the heap: room for several draws of a million candidates where it is one gigabyte. */
  private static final int SHARE = 8;
  private static final Duration UNUSED = Duration.ofHours(1);
  private static final int KIB = 1024;

  private final DrawStore store;
  private final Cache<String, Parsed> byFreeze = Caffeine.newBuilder()
      .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE / KIB)
      .weigher((String freeze, Parsed parsed) -> (int) Math.min(Integer.MAX_VALUE, parsed.drawn().bytes() / KIB + 1))
      .expireAfterAccess(UNUSED)
      .executor(Runnable::run)
      .build();
  private final Lock reading = new ReentrantLock();

  ParsedDraws(DrawStore store) {
    this.store = store;
  }

  /** @param transcript as first drawn */
  record Parsed(Drawn drawn, TranscriptFile transcript) {}

  /**
   * Reads the draw's files if nobody has done so lately, which may take seconds: not to be called with its row locked.
   *
   * @param draw whose lots are drawn
   */
  Parsed of(Draw draw) {
    return byFreeze.get(draw.frozen().freeze(), freeze -> readAlone(draw));
  }

  /** One at a time, for the files take several times the memory of what is kept of them. */
  private Parsed readAlone(Draw draw) {
    reading.lock();
    try {
      return read(draw);
    } finally {
      reading.unlock();
    }
  }

  private Parsed read(Draw draw) {
    Drawing drawing = drawing(draw);
    byte[] transcript = store.file(draw.id(), DrawFiles.TRANSCRIPT).orElseThrow();
    requireSame(draw, draw.result().transcriptSha256(), Sha256.hex(transcript));
    return new Parsed(new Drawn(drawing, Transcript.parse(transcript)), new TranscriptFile(transcript));
  }

  /** The frozen lists, read anew. */
  Drawing drawing(Draw draw) {
    Map<String, byte[]> files = new HashMap<>();
    DrawFiles.NAMES.forEach(name -> files.put(name, store.file(draw.id(), name).orElseThrow()));
    Drawing drawing = new Drawing(DrawFiles.of(files), draw.frozen().prev());
    requireSame(draw, draw.frozen().freeze(), drawing.freeze());
    return drawing;
  }

  private static void requireSame(Draw draw, String published, String found) {
    if (!published.equals(found)) {
      throw new IllegalStateException(
          "the files of draw " + draw.id() + " give " + found + " where " + published + " was published");
    }
  }
}
