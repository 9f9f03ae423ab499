package cn.jointinspection.platform;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL server over one cluster directory: created, started and stopped with the server's own programs. */
final class Postmaster {

  static final String SUPERUSER = "postgres";

  /** Crash recovery after a power cut replays the log before the server answers. */
  private static final String WAIT_SECONDS = "600";

  /** Given on the command line, where neither the configuration file nor {@code alter system} can undo them. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "password_encryption", "scram-sha-256",
          "max_connections", "200",
          "timezone", "Asia/Shanghai",
          "log_timezone", "Asia/Shanghai",
          "lc_messages", "C");

  private static final String UNFINISHED = "postgres-unfinished-";

  private final Path programs;
  private final Path cluster;
  private final Path log;

  Postmaster(Path binaries, Path cluster, Path log) {
    this.programs = binaries.resolve("bin");
    this.cluster = cluster;
    this.log = log;
  }

  /** Creates the cluster if there is none; whoever is killed meanwhile leaves no half-made one. */
  void initialise(Path passwordFile) throws IOException {
    if (Files.exists(cluster)) {
      return;
    }
    removeUnfinished();
    // A name of its own each time: the initdb of a killed application may still be writing to the last one.
    Path unfinished = Files.createTempDirectory(cluster.getParent(), UNFINISHED);
    run(
        "initdb", "--pgdata=" + unfinished, "--username=" + SUPERUSER, "--pwfile=" + passwordFile,
        "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums",
        // Compares by code point: the order of rows is the same on every machine.
        "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  private void removeUnfinished() throws IOException {
    try (var leftovers = Files.newDirectoryStream(cluster.getParent(), UNFINISHED + "*")) {
      for (Path leftover : leftovers) {
        FileSystemUtils.deleteRecursively(leftover.toFile());
      }
    }
  }

  /** Stops the server that a killed application left behind, if any; what it committed stays. */
  void stopLeftover() throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    Optional<ProcessHandle> process = pid(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    if (process.isPresent() && isOurs(process.get().info())) {
      stop();
    }
    // After a machine crash the file may be empty, or its number belong to anyone by now. Should a server live on
    // unseen, the shared memory it holds still keeps a second one from starting on this directory.
    Files.deleteIfExists(pidFile);
  }

  private boolean isOurs(ProcessHandle.Info process) {
    boolean server =
        process.command().filter(path -> Path.of(path).getFileName().toString().startsWith("postgres")).isPresent();
    return server
        && process.arguments().map(given -> Arrays.asList(given).contains(cluster.toString())).orElse(true);
  }

  private static Optional<Long> pid(Path pidFile) throws IOException {
    try {
      return Files.readString(pidFile, StandardCharsets.ISO_8859_1)
          .lines().findFirst().map(String::strip).filter(line -> line.matches("[1-9]\\d{0,9}")).map(Long::valueOf);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Returns the port, which is free and differs from start to start. */
  int start() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    String options =
        SETTINGS.entrySet().stream().map(e -> "-c " + e.getKey() + "=" + e.getValue()).sorted()
            .collect(Collectors.joining(" ", "-c port=" + port + " ", ""));
    run("pg_ctl", "start", "--pgdata=" + cluster, "--log=" + log, "--wait", "--timeout=" + WAIT_SECONDS,
        "--options=" + options);
    return port;
  }

  /** Ends open transactions, writes everything out and waits for the end. Harmless when nothing runs. */
  void stop() throws IOException {
    try {
      run("pg_ctl", "stop", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=" + WAIT_SECONDS);
    } catch (IOException e) {
      if (Files.exists(cluster.resolve("postmaster.pid"))) {
        throw e;
      }
    }
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses root; in a user namespace of its own the process is nobody in particular.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(Arrays.asList(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(program + ": " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " interrupted", e);
    }
  }
}
