package dev.headroom.allocator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a process keeps its state; a temporary one is deleted with it. */
record StateDirectory(Path path, boolean temporary) implements AutoCloseable {

  static StateDirectory of(Optional<Path> configured) {
    try {
      return configured.isPresent()
          ? new StateDirectory(Files.createDirectories(configured.get()), false)
          : new StateDirectory(Files.createTempDirectory("headroom-allocator-"), true);
    } catch (IOException e) {
      throw new UncheckedIOException("no state directory can be had", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!temporary) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : deepestFirst) {
      Files.deleteIfExists(one);
    }
  }
}
