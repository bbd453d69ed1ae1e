package dev.headroom.cli.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The temporary directory of one {@code up}. It says which process it belongs to, so that the next
 * one can sweep what a killed one left.
 */
public record TemporaryDirectory(Path path) implements WorkDirectory {
  private static final String PREFIX = "headroom-up-";
  private static final String OWNER = "owner";

  public static TemporaryDirectory create(Path parent) {
    try {
      var directory = new TemporaryDirectory(Files.createTempDirectory(parent, PREFIX));
      Files.writeString(directory.path.resolve(OWNER), ownerOf(ProcessHandle.current()));
      directory.subdirectory("logs");
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a work directory in " + parent, e);
    }
  }

  /** Deletes the directories of launchers that are no more; returns how many those were. */
  public static int sweep(Path parent) {
    try (var entries = Files.newDirectoryStream(parent, PREFIX + "*")) {
      int swept = 0;
      for (Path entry : entries) {
        if (abandoned(entry)) {
          // Its lifeline should have ended it; not if somebody killed that too.
          Postmaster.of(entry.resolve("postgres")).end(Duration.ZERO);
          FileTree.delete(entry);
          swept++;
        }
      }
      return swept;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for leftovers in " + parent, e);
    }
  }

  @Override
  public boolean kept() {
    return false;
  }

  @Override
  public void close() {
    FileTree.delete(path);
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
}
