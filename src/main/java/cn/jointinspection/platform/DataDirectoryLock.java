package cn.jointinspection.platform;

import cn.jointinspection.platform.StartRefused.OneServerPerDataDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held as long as this process uses the data directory. The operating system drops it when the process dies in any way,
 * so unlike a pid file it is never stale.
 */
final class DataDirectoryLock implements AutoCloseable {

  /** The process id stands before this offset and stays readable where locks are mandatory. */
  private static final long LOCKED_OFFSET = 1 << 20;

  private final FileChannel channel;

  private DataDirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** @throws OneServerPerDataDirectory when another living process holds it */
  static DataDirectoryLock acquire(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve("running.lock");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(LOCKED_OFFSET, 1, false);
      if (lock == null) {
        throw new OneServerPerDataDirectory(dataDirectory, Files.readString(file).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new DataDirectoryLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
