package dev.headroom.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of keys and free ports for one run of the service. Where the file is tests find in a
 * system property: Quarkus loads them with another class loader.
 */
public final class IngestEnvironment implements QuarkusTestResourceLifecycleManager {

  private static final String METERS = "headroom.test.meters";

  private Optional<Path> keys = Optional.empty();

  @Override
  public Map<String, String> start() {
    Path meters = writeKeys();
    keys = Optional.of(meters);
    System.setProperty(METERS, meters.toString());
    return Map.of(
        "headroom.coap.secure-port", "0",
        "headroom.coap.plain-port", "0",
        "headroom.meters.file", meters.toString(),
        "headroom.meters.refresh", "100ms",
        "headroom.readings.broker-patience", "1s");
  }

  static Path metersFile() {
    return Path.of(Objects.requireNonNull(System.getProperty(METERS)));
  }

  private static Path writeKeys() {
    try {
      return Files.writeString(
          Files.createTempFile("headroom-meters-", ".txt"), MeterKeysFile.INITIAL);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void stop() {
    keys.ifPresent(file -> file.toFile().delete());
  }
}
