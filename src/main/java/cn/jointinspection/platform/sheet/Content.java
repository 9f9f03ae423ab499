package cn.jointinspection.platform.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The bytes of a file, wherever they are, to be read as often as needed. */
interface Content {

  SeekableByteChannel channel() throws IOException;

  static Content of(byte[] bytes) {
    return () -> new SeekableInMemoryByteChannel(bytes);
  }

  static Content of(Path file) {
    return () -> Files.newByteChannel(file);
  }

  /** A file that only its owner may read, gone when it is closed. */
  static FileChannel temporary() throws IOException {
    Path file = Files.createTempFile("sheet", null);
    return FileChannel.open(
        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
  }

  default InputStream stream() throws IOException {
    return new BufferedInputStream(Channels.newInputStream(channel()), 1 << 16);
  }

  /** The first bytes, at most so many. */
  default byte[] start(int most) throws IOException {
    try (InputStream in = stream()) {
      return in.readNBytes(most);
    }
  }
}
