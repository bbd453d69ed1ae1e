package dev.headroom.cli.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The temporary directory of one {@code up}. It says which process it belongs to, so that the next
 * one can sweep what a killed one left.
 */
record WorkDirectory(Path path) implements AutoCloseable {
  private static final String PREFIX = "headroom-up-";
  private static final String OWNER = "owner";

  static WorkDirectory create(Path parent) {
    try {
      var directory = new WorkDirectory(Files.createTempDirectory(parent, PREFIX));
      Files.writeString(directory.path.resolve(OWNER), ownerOf(ProcessHandle.current()));
      directory.subdirectory("logs");
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a work directory in " + parent, e);
    }
  }

  /** Deletes the directories of launchers that are no more; returns how many those were. */
  static int sweep(Path parent) {
    try (var entries = Files.newDirectoryStream(parent, PREFIX + "*")) {
      int swept = 0;
      for (Path entry : entries) {
        if (abandoned(entry)) {
          endPostgres(entry.resolve("postgres/data/postmaster.pid"));
          delete(entry);
          swept++;
        }
      }
      return swept;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for leftovers in " + parent, e);
    }
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path subdirectory(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a directory in " + path, e);
    }
  }

  @Override
  public void close() {
    delete(path);
  }

  /** A process id comes back for another process some day; its start does not. */
  private static String ownerOf(ProcessHandle process) {
    return process.pid() + "\n" + process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static boolean abandoned(Path directory) throws IOException {
    Path owner = directory.resolve(OWNER);
    if (!Files.isReadable(owner)) {
      // Another user's, or one that is just being made.
      return false;
    }
    String text = Files.readString(owner);
    Optional<ProcessHandle> process =
        text.lines().findFirst().map(Long::parseLong).flatMap(ProcessHandle::of);
    return process.filter(ProcessHandle::isAlive).map(it -> !ownerOf(it).equals(text)).orElse(true);
  }

  /** Its lifeline should have ended it; not if somebody killed that too. */
  private static void endPostgres(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(it -> it.info().command().orElse("").endsWith("postgres"))
        .ifPresent(ProcessHandle::destroy);
  }

  private static void delete(Path directory) {
    try (var paths = Files.walk(directory)) {
      for (Path it : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(it);
      }
    } catch (IOException | UncheckedIOException stillWritten) {
      // Whoever writes there still ends with us; the next 'up' sweeps the rest.
      return;
    }
  }
}
