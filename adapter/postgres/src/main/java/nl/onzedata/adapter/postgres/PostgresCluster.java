package nl.onzedata.adapter.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The data folder of our own server and the commands on it. The caller sees to it that one thread
/// of one process uses it at a time.
final class PostgresCluster {
  static final String ADMINISTRATOR = "postgres";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int TRIES = 20;

  private final Path home;
  private final Path programs;
  private final Path data;
  private final String password;
  private int port;

  private PostgresCluster(Path home, Path programs, String password) {
    this.home = home;
    this.programs = programs;
    this.data = dataFolder(home);
    this.password = password;
  }

  /// Opens the folder, and makes the data folder and its password if there is none.
  static PostgresCluster at(Path home, Path programs, Consumer<String> progress)
      throws IOException {
    requireReadable(home);
    var passwordFile = home.resolve("password");
    var made = Files.exists(dataFolder(home));
    if (!Files.exists(passwordFile)) {
      if (made) {
        throw new CannotStart(
            "%s is gone while its database is there: put it back from a backup"
                .formatted(passwordFile));
      }
      writeSafely(passwordFile, randomPassword());
    }
    var cluster = new PostgresCluster(home, programs, Files.readString(passwordFile).strip());
    if (!made) {
      progress.accept("Making an empty database (once)");
      cluster.make(passwordFile);
    }
    return cluster;
  }

  String password() {
    return password;
  }

  /// The port of the server, once it was started.
  int port() {
    return port;
  }

  /// Starts the server and waits until it takes connections.
  Process start(Consumer<String> progress) throws IOException {
    settleEarlierServer(progress);
    progress.accept("Starting PostgreSQL");
    setOldLogAside();
    port = usablePort();
    for (int attempt = 1; ; attempt++) {
      var stale = settleEarlierServer(progress);
      var logStart = Files.exists(log()) ? Files.size(log()) : 0;
      var process = spawn(stale);
      if (becomesReady(process)) {
        return process;
      }
      var said = logFrom(logStart);
      if (attempt == TRIES || !mayPass(said)) {
        throw new CannotStart(
            "PostgreSQL did not start (%s): %s"
                .formatted(reason(said), advice(said).formatted(log())));
      }
      pause(Duration.ofMillis(500));
    }
  }

  /// Whether it may go better in a moment: another program took the port just now, helpers of a
  /// killed server still hold its memory, or a server that a killed process was just starting came
  /// up in between, and is stopped before the next try.
  private boolean mayPass(String said) throws IOException {
    if (said.contains("could not bind")) {
      port = freePort();
      return true;
    }
    return said.contains("pre-existing shared memory block")
        || said.contains("\"postmaster.pid\" already exists");
  }

  private static String reason(String said) {
    return said.lines()
        .filter(line -> line.contains("FATAL") || line.contains("unshare"))
        .map(line -> line.replaceFirst("^.*FATAL: *", ""))
        .findFirst()
        .orElse("it gave no reason");
  }

  private static String advice(String said) {
    if (said.contains("unshare")) {
      return "it refuses to run as root and this machine has no user namespaces; start Onze Data as"
          + " another user, or give a server with ONZE_DB_URL (log: %s)";
    }
    if (said.contains("No space left")) {
      return "the disk is full; free some room and start again (log: %s)";
    }
    return "its log is %s";
  }

  /// Stops the server at once but in order; with force if that takes over a minute.
  void stop() throws IOException {
    if (serverOfOurs().isEmpty()) {
      return;
    }
    if (run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop") != 0) {
      run("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "-t", "60", "stop");
    }
  }

  /// Stops a server that an earlier process left behind. Returns the number in a pid file that
  /// belongs to nobody or to some other program by now; PostgreSQL itself would not start then.
  private OptionalLong settleEarlierServer(Consumer<String> progress) throws IOException {
    var ours = serverOfOurs();
    if (ours.isPresent()) {
      progress.accept(
          "Stopping the PostgreSQL of an earlier run (process %d)".formatted(ours.getAsLong()));
      stop();
    }
    return recordedPid();
  }

  /// The running server on our data folder: the process of the pid file, if it is a PostgreSQL that
  /// works in that folder. A number that was given to another program since is not taken for it.
  private OptionalLong serverOfOurs() throws IOException {
    var recorded = recordedPid();
    if (recorded.isEmpty()) {
      return recorded;
    }
    var process = Path.of("/proc", Long.toString(recorded.getAsLong()));
    try {
      var folder = Files.readSymbolicLink(process.resolve("cwd"));
      var program = Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
      return folder.equals(data) && program.startsWith("postgres")
          ? recorded
          : OptionalLong.empty();
    } catch (IOException gone) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong recordedPid() throws IOException {
    var file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    var first = Files.readAllLines(file).stream().findFirst().orElse("").strip();
    if (first.isEmpty()) { // PostgreSQL refuses an empty one; a full disk leaves it so
      Files.delete(file);
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(first));
  }

  private Process spawn(OptionalLong stale) throws IOException {
    // Setting a session apart keeps a Ctrl-C in the terminal from reaching the server before us.
    var command = new ArrayList<String>();
    command.add("setsid");
    command.addAll(
        command(
            "postgres",
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories="));
    var builder = builder(command).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    // PostgreSQL takes a pid file with this number for left over, and still checks the memory.
    stale.ifPresent(pid -> builder.environment().put("PG_GRANDPARENT_PID", Long.toString(pid)));
    return builder.start();
  }

  /// PostgreSQL writes its state on line 8 of the pid file.
  private boolean becomesReady(Process process) throws IOException {
    var file = data.resolve("postmaster.pid");
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < until) {
      var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
      if (lines.size() >= 8
          && lines.getFirst().strip().equals(Long.toString(process.pid()))
          && lines.get(7).strip().equals("ready")) {
        return true;
      }
      pause(Duration.ofMillis(20));
    }
    process.destroy();
    return false;
  }

  private void make(Path passwordFile) throws IOException {
    var fresh = home.resolve("making");
    if (Files.exists(fresh)) {
      PostgresBinaries.removeTree(fresh);
    }
    var exit =
        run(
            "initdb",
            "-D",
            fresh.toString(),
            "-U",
            ADMINISTRATOR,
            "--auth=scram-sha-256",
            "--pwfile=" + passwordFile,
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=icu",
            "--icu-locale=nl-NL",
            "--set=timezone=UTC",
            "--set=log_timezone=UTC",
            "--set=shared_buffers=128MB",
            "--set=max_connections=100",
            "--set=fsync=on",
            "--set=synchronous_commit=on",
            "--no-instructions");
    if (exit != 0) {
      var said = logFrom(0);
      throw new CannotStart(
          "the database could not be made (%s): %s"
              .formatted(reason(said), advice(said).formatted(log())));
    }
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private int run(String program, String... arguments) throws IOException {
    var process =
        builder(command(program, arguments))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    try {
      if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroy();
    throw new CannotStart("%s was broken off; its log is %s".formatted(program, log()));
  }

  private List<String> command(String program, String... arguments) {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) { // PostgreSQL refuses to run as root
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C"); // we read what it says
    return builder;
  }

  private int usablePort() throws IOException {
    var file = home.resolve("port");
    if (Files.exists(file)) {
      var text = Files.readString(file).strip();
      if (text.matches("[1-9][0-9]{0,4}") && isFree(Integer.parseInt(text))) {
        return Integer.parseInt(text);
      }
    }
    return freePort();
  }

  private int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      writeSafely(home.resolve("port"), Integer.toString(socket.getLocalPort()));
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException | IllegalArgumentException taken) {
      return false;
    }
  }

  private Path log() {
    return home.resolve("server.log");
  }

  private void setOldLogAside() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > 10_000_000) {
      Files.move(log(), home.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String logFrom(long start) throws IOException {
    var bytes = Files.readAllBytes(log());
    var from = (int) Math.min(start, bytes.length);
    return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
  }

  /// Makes a folder that only its owner can look into, if it is not there.
  static Path privateFolder(Path folder) throws IOException {
    var ownerOnly = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder.resolveSibling("."));
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    return folder;
  }

  private static void requireReadable(Path home) throws IOException {
    var owner = Files.getOwner(home).getName();
    var user = System.getProperty("user.name");
    if (!owner.equals(user)) {
      throw new CannotStart(
          "%s belongs to %s and you are %s: start as %s, or run chown -R %s %s"
              .formatted(home, owner, user, owner, user, home));
    }
    try (var folders = Files.newDirectoryStream(home, "data-*")) {
      for (var folder : folders) {
        if (!folder.equals(dataFolder(home))) {
          throw new CannotStart(
              "%s was made by another main version of PostgreSQL than %s: dump it with that version (pg_dumpall), move it away, and load the dump"
                  .formatted(folder, PostgresBinaries.VERSION));
        }
      }
    }
  }

  private static Path dataFolder(Path home) {
    return home.resolve("data-" + PostgresBinaries.VERSION.replaceFirst("\\..*", ""));
  }

  private static String randomPassword() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Writes a small file that only its owner can read, whole or not at all.
  static void writeSafely(Path file, String text) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(ownerOnly));
    try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("starting PostgreSQL was broken off", e);
    }
  }
}
