package dev.headroom.cli.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory with all that is in it. */
final class FileTree {
  private FileTree() {}

  /** Deletes what can be deleted. */
  static void delete(Path directory) {
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
