package cn.jointinspection.platform;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import cn.jointinspection.platform.StartRefused.OneServerPerDataDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/**
 * Gives every Spring test context an empty database of its own, on the one server all contexts of a test JVM share.
 * Tests that want to share a database name it: {@code joint-inspection.embedded.database}.
 */
class TestDatabase implements EnvironmentPostProcessor {

  static final Path ROOT = Path.of("target", "test-data").toAbsolutePath();
  static final Path BINARIES = ROOT.resolve("postgres-binaries");
  private static final Path SERVER = newDirectory();

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        // Before application.yaml, behind what a test itself sets.
        .addAfter(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new MapPropertySource(
                "testDatabase",
                Map.of(
                    // Contexts are kept for later tests, and the server has a hundred places: idle connections go.
                    "spring.datasource.hikari.minimum-idle", 0,
                    "spring.datasource.hikari.idle-timeout", 10_000,
                    "joint-inspection.data-dir", SERVER.toString(),
                    "joint-inspection.embedded.binaries-dir", BINARIES.toString(),
                    "joint-inspection.embedded.database", "test_" + UUID.randomUUID().toString().replace('-', '_'))));
  }

  /** A new directory below {@code target}; removed by a later run. */
  static Path newDirectory() {
    removeLeftovers();
    return ROOT.resolve("server-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
  }

  /** Earlier runs leave their data, and killed ones a server as well. Of two that begin at once one clears up. */
  @SuppressWarnings("try") // the lock is held, not used
  private static synchronized void removeLeftovers() {
    try {
      Files.createDirectories(ROOT);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    try (FileChannel file = FileChannel.open(ROOT.resolve("clearing-up"), CREATE, WRITE); FileLock lock = file.lock()) {
      List<Path> directories;
      try (var files = Files.list(ROOT)) {
        directories = files.filter(TestDatabase::isLeftover).toList();
      }
      for (Path directory : directories) {
        remove(directory);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isLeftover(Path directory) {
    String[] name = directory.getFileName().toString().split("-", 3);
    return name[0].equals("server") && name.length == 3 && ProcessHandle.of(Long.parseLong(name[1])).isEmpty();
  }

  @SuppressWarnings("try") // the lock is held, not used
  private static void remove(Path directory) throws IOException {
    try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory)) {
      Path cluster = directory.resolve("postgres");
      new Postmaster(PostgresBinaries.unpack(BINARIES), cluster, directory.resolve("postgres.log")).stopLeftover();
      FileSystemUtils.deleteRecursively(directory);
    } catch (OneServerPerDataDirectory inUse) {
      // Another test run is using it.
    }
  }
}
