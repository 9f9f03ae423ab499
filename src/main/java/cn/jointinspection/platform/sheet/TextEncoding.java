package cn.jointinspection.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the characters of a text file are written: as its mark says, otherwise UTF-8 if all of it is valid UTF-8,
 * otherwise GB18030. UTF-16 without a mark is told by its zero bytes.
 *
 * @param markLength number of bytes in front of the text
 */
record TextEncoding(Charset charset, int markLength) {

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] LITTLE_ENDIAN_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] BIG_ENDIAN_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final String LAYOUT = "\t\n\r,;\"";

  /** Empty if the bytes are no text. */
  static Optional<TextEncoding> of(Content content) throws IOException {
    for (TextEncoding candidate : candidates(content.start(UTF_8_MARK.length))) {
      if (candidate.fits(content)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static List<TextEncoding> candidates(byte[] start) {
    if (begins(start, UTF_8_MARK)) {
      return List.of(new TextEncoding(StandardCharsets.UTF_8, UTF_8_MARK.length));
    }
    if (begins(start, LITTLE_ENDIAN_MARK)) {
      return List.of(new TextEncoding(StandardCharsets.UTF_16LE, LITTLE_ENDIAN_MARK.length));
    }
    if (begins(start, BIG_ENDIAN_MARK)) {
      return List.of(new TextEncoding(StandardCharsets.UTF_16BE, BIG_ENDIAN_MARK.length));
    }
    return List.of(new TextEncoding(StandardCharsets.UTF_8, 0), new TextEncoding(Charset.forName("GB18030"), 0),
        new TextEncoding(StandardCharsets.UTF_16LE, 0), new TextEncoding(StandardCharsets.UTF_16BE, 0));
  }

  private static boolean begins(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  /**
   * Whether all of the file is text in this encoding. In the other byte order of UTF-16 the signs that divide a table
   * are characters nobody types, so a table has some of them and no character that is not assigned.
   */
  private boolean fits(Content content) throws IOException {
    boolean wide = charset.name().startsWith("UTF-16");
    boolean layout = false;
    try (InputStream in = content.stream()) {
      in.skipNBytes(markLength);
      Reader text = new InputStreamReader(in, charset.newDecoder());
      char[] buffer = new char[1 << 14];
      for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == 0 || wide && !Character.isDefined(buffer[i])) {
            return false;
          }
          layout |= LAYOUT.indexOf(buffer[i]) >= 0;
        }
      }
    } catch (CharacterCodingException e) {
      return false;
    }
    return layout || !wide || markLength > 0;
  }
}
