package dev.headroom.allocator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where a process may keep state. Its stores are in memory, so today nothing is written there. */
record StateDirectory(Path path, boolean temporary) implements AutoCloseable {

  static StateDirectory of(Optional<Path> configured) {
    return configured
        .map(path -> new StateDirectory(path, false))
        .orElseGet(() -> new StateDirectory(temporaryPath(), true));
  }

  private static Path temporaryPath() {
    return Path.of(System.getProperty("java.io.tmpdir"), "headroom-allocator-" + UUID.randomUUID());
  }

  @Override
  public void close() throws IOException {
    if (!temporary || !Files.exists(path)) {
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
