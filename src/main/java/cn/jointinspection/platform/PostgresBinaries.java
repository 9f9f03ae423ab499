package cn.jointinspection.platform;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.lang3.SystemUtils;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the server's programs once, into a directory of our own: in a system's temporary directory they would be
 * swept away below a server that runs for weeks.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** Returns the directory that holds {@code bin}, {@code lib} and {@code share}, named after the archive's hash. */
  static Path unpack(Path directory) throws IOException {
    byte[] archive;
    try (InputStream in = open()) {
      archive = in.readAllBytes();
    }
    Path home = directory.resolve(hash(archive));
    if (Files.exists(home)) {
      return home;
    }
    Files.createDirectories(directory);
    Path unfinished = Files.createTempDirectory(directory, "unpacking-");
    try {
      extract(archive, unfinished);
      // A move of a whole directory: whoever is killed here, or unpacks beside us, never leaves half a server.
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(home)) {
        throw e;
      }
    } finally {
      FileSystemUtils.deleteRecursively(unfinished);
    }
    return home;
  }

  /** @throws StartRefused PostgresLeftOut if the program was built without them */
  static void require() {
    try {
      open().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open() throws IOException {
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), SystemUtils.OS_ARCH);
    } catch (IllegalStateException missing) {
      throw new StartRefused.PostgresLeftOut(missing);
    }
  }

  private static void extract(byte[] archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("archive leaves its directory: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
          write(tar, path);
          if (entry.getName().replaceFirst("^\\./", "").startsWith("bin/")) {
            path.toFile().setExecutable(true, false);
          }
        }
      }
    }
  }

  private static void write(InputStream content, Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
  }

  private static String system() {
    if (SystemUtils.IS_OS_WINDOWS) {
      return "Windows";
    }
    return SystemUtils.IS_OS_MAC_OSX ? "Darwin" : "Linux";
  }

  private static String hash(byte[] archive) {
    return Sha256.hex(archive).substring(0, 16);
  }
}
