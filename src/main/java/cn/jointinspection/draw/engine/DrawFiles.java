package cn.jointinspection.draw.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bytes of the five frozen files (draw-spec 2). */
public final class DrawFiles {

  public static final String PARAMS = "params.json";
  public static final String CANDIDATES = "candidates.jsonl";
  public static final String EXCLUDED = "excluded.jsonl";
  public static final String INSPECTORS = "inspectors.jsonl";
  public static final String RECUSALS = "recusals.jsonl";
  public static final String TRANSCRIPT = "transcript.json";

  /** In the order in which they enter the freeze. */
  public static final List<String> NAMES = List.of(PARAMS, CANDIDATES, EXCLUDED, INSPECTORS, RECUSALS);

  private final Map<String, byte[]> files;
  private final Map<String, String> hashes = new LinkedHashMap<>();

  private DrawFiles(Map<String, byte[]> files) {
    this.files = files;
    files.forEach((name, bytes) -> hashes.put(name, Hash.sha256(bytes)));
  }

  /** @throws Malformed if one is missing */
  public static DrawFiles of(Map<String, byte[]> files) {
    Map<String, byte[]> kept = new LinkedHashMap<>();
    for (String name : NAMES) {
      byte[] bytes = files.get(name);
      if (bytes == null) {
        throw new Malformed(name, 0, "缺少这个文件");
      }
      kept.put(name, bytes);
    }
    return new DrawFiles(kept);
  }

  /** @throws Malformed if one is missing or cannot be read */
  public static DrawFiles in(Path folder) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : NAMES) {
      files.put(name, read(folder.resolve(name)));
    }
    return new DrawFiles(files);
  }

  /** @throws Malformed if it is missing or cannot be read */
  public static byte[] read(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new Malformed(name, 0, "缺少这个文件");
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Malformed(name, 0, "无法读取：" + e.getMessage());
    }
  }

  public byte[] bytes(String name) {
    return files.get(name);
  }

  /** SHA-256 by file name. */
  public Map<String, String> hashes() {
    return Collections.unmodifiableMap(hashes);
  }

  static String text(String file, byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    if (StandardCharsets.UTF_8.newDecoder().decode(rest, text, true).isError()) {
      long linesBefore = text.flip().chars().filter(c -> c == '\n').count();
      throw new Malformed(file, (int) linesBefore + 1, "不是 UTF-8 编码");
    }
    return text.flip().toString();
  }
}
