package cn.jointinspection.platform.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that the cells of a workbook share. There may be one for every cell, so they wait in two temporary files
 * that are gone when this is closed: the texts, and where each begins.
 */
final class SharedStrings implements Closeable {

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int REMEMBERED = 1_000;
  private static final int PLACE = Long.BYTES;

  private final FileChannel texts;
  private final FileChannel places;
  private final int count;
  /** Texts that return, such as the name of a department, without asking the files. */
  private final Map<Integer, String> recent = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
      return size() > REMEMBERED;
    }
  };

  private SharedStrings(FileChannel texts, FileChannel places, int count) {
    this.texts = texts;
    this.places = places;
    this.count = count;
  }

  /** @param xml the part, or null in a workbook that has none */
  static SharedStrings read(Xml xml) throws IOException {
    FileChannel texts = Content.temporary();
    FileChannel places = Content.temporary();
    try {
      return new SharedStrings(texts, places, write(xml, new BufferedOutputStream(Channels.newOutputStream(texts)),
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(places)))));
    } catch (IOException | RuntimeException e) {
      texts.close();
      places.close();
      throw e;
    }
  }

  private static int write(Xml xml, OutputStream texts, DataOutputStream places) throws IOException {
    int count = 0;
    long end = 0;
    places.writeLong(end);
    while (xml != null && xml.nextStart()) {
      if (xml.is("si")) {
        byte[] bytes = decoded(xml.richText()).getBytes(StandardCharsets.UTF_8);
        texts.write(bytes);
        end += bytes.length;
        places.writeLong(end);
        count++;
      }
    }
    texts.flush();
    places.flush();
    return count;
  }

  /** @throws IOException if the workbook has no such text */
  String text(int index) throws IOException {
    if (index < 0 || index >= count) {
      throw new IOException("no shared text " + index);
    }
    String text = recent.get(index);
    if (text == null) {
      ByteBuffer ends = bytes(places, (long) index * PLACE, 2 * PLACE);
      long start = ends.getLong();
      text = StandardCharsets.UTF_8.decode(bytes(texts, start, (int) (ends.getLong() - start))).toString();
      recent.put(index, text);
    }
    return text;
  }

  private static ByteBuffer bytes(FileChannel file, long start, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, start + bytes.position()) < 0) {
        throw new IOException("temporary file cut short");
      }
    }
    return bytes.flip();
  }

  /** What Excel writes as {@code _x000D_} because XML cannot hold it; {@code _x005F_} is the underscore itself. */
  static String decoded(String text) {
    return ESCAPE.matcher(text).replaceAll(
        escape -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }

  @Override
  public void close() throws IOException {
    try (texts; places) {
      recent.clear();
    }
  }
}
