package dev.headroom.ingest;

import dev.headroom.embedded.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A broker that can be switched off and a file of keys, for one run of the service. What tests need
 * of it they find in system properties: Quarkus loads them with another class loader.
 */
public final class IngestEnvironment implements QuarkusTestResourceLifecycleManager {

  private static final String STOP = "headroom.test.broker.stop";
  private static final String RESTART = "headroom.test.broker.restart";
  private static final String METERS = "headroom.test.meters";

  private Optional<EmbeddedKafka> broker = Optional.empty();
  private Optional<Path> keys = Optional.empty();

  @Override
  public Map<String, String> start() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    broker = Optional.of(kafka);
    Runnable stop = kafka::stop;
    Runnable restart = kafka::restart;
    System.getProperties().put(STOP, stop);
    System.getProperties().put(RESTART, restart);
    Path meters = writeKeys();
    keys = Optional.of(meters);
    System.setProperty(METERS, meters.toString());
    return Map.of(
        "kafka.bootstrap.servers", kafka.bootstrapServers(),
        "headroom.topics.partitions", "8",
        "headroom.topics.replication", "1",
        "headroom.coap.secure-port", "0",
        "headroom.coap.plain-port", "0",
        "headroom.meters.file", meters.toString(),
        "headroom.meters.refresh", "100ms",
        "headroom.readings.broker-patience", "1s",
        "quarkus.log.category.\"kafka\".level", "WARN",
        "quarkus.log.category.\"state.change.logger\".level", "WARN");
  }

  static void stopBroker() {
    run(STOP);
  }

  static void restartBroker() {
    run(RESTART);
  }

  private static void run(String switchName) {
    ((Runnable) Objects.requireNonNull(System.getProperties().get(switchName))).run();
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
    broker.ifPresent(EmbeddedKafka::close);
    keys.ifPresent(file -> file.toFile().delete());
  }
}
