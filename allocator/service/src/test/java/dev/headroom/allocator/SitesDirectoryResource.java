package dev.headroom.allocator;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** An empty directory for site files. */
public final class SitesDirectoryResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      return Map.of(
          "headroom.allocator.sites-directory",
          Files.createTempDirectory("headroom-sites-").toString(),
          "headroom.allocator.heartbeat",
          "1s",
          "headroom.allocator.rescan",
          "2s",
          "quarkus.http.test-port",
          "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The operating system's temporary directory is cleaned by its own rules.
  }
}
