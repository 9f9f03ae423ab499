package cn.jointinspection.draw.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Splits a {@code .jsonl} file at its line feeds without copying it. */
final class JsonLines {

  private JsonLines() {}

  @FunctionalInterface
  interface Reader {

    /** @param line from 1 */
    void line(byte[] bytes, int from, int to, int line);
  }

  static void read(String file, byte[] bytes, Reader reader) {
    int from = 0;
    int line = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        line++;
        if (i == from) {
          throw new Malformed(file, line, "空行");
        }
        if (bytes[i - 1] == '\r') {
          throw new Malformed(file, line, "行末应为一个 LF，不是 CRLF");
        }
        reader.line(bytes, from, i, line);
        from = i + 1;
      }
    }
    if (from < bytes.length) {
      throw new Malformed(file, line + 1, "行末缺少换行符");
    }
  }

  static String text(String file, byte[] bytes, int from, int to, int line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed(file, line, "不是 UTF-8 编码");
    }
  }
}
