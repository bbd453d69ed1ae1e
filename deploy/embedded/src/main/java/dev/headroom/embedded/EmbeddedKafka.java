package dev.headroom.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker (KRaft, its own controller) in this JVM, on the loopback interface. Topics
 * are not created on use. It can be stopped and started again on the same port and data.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private final BrokerConfiguration configuration;
  private final boolean temporary;
  private Optional<KafkaRaftServer> server = Optional.empty();

  private EmbeddedKafka(BrokerConfiguration configuration, boolean temporary) {
    this.configuration = configuration;
    this.temporary = temporary;
  }

  /** A broker on any free port with temporary data. */
  public static EmbeddedKafka start() {
    return builder().start();
  }

  public static Builder builder() {
    return new Builder();
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + configuration.port();
  }

  public int port() {
    return configuration.port();
  }

  public synchronized boolean running() {
    return server.isPresent();
  }

  /** Stops the broker in order; its data stay until {@link #close()}. */
  public synchronized void stop() {
    server.ifPresent(
        running -> {
          running.shutdown();
          running.awaitShutdown();
        });
    server = Optional.empty();
  }

  /** Starts the stopped broker on the same port and data; does nothing while it runs. */
  public synchronized void restart() {
    if (server.isPresent()) {
      return;
    }
    format();
    var starting =
        new KafkaRaftServer(KafkaConfig.fromProps(configuration.properties(), false), Time.SYSTEM);
    starting.startup();
    server = Optional.of(starting);
  }

  /** Stops the broker and deletes its data, if they are temporary. */
  @Override
  public void close() {
    stop();
    if (temporary) {
      Directories.delete(configuration.directory());
    }
  }

  private void format() {
    if (Files.exists(configuration.directory().resolve("meta.properties"))) {
      return;
    }
    var formatter =
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setNodeId(BrokerConfiguration.NODE)
            .setClusterId(Uuid.randomUuid().toString())
            .setDirectories(List.of(configuration.directory().toString()))
            .setReleaseVersion(MetadataVersion.latestProduction())
            .setControllerListenerName(BrokerConfiguration.CONTROLLER_LISTENER)
            .setHasDynamicQuorum(false);
    try {
      formatter.run();
    } catch (Exception e) {
      throw new IllegalStateException("cannot format " + configuration.directory(), e);
    }
  }

  /** What may differ between brokers. */
  public static final class Builder {
    private int port;
    private Optional<Path> directory = Optional.empty();
    private final Map<String, String> overrides = new HashMap<>();

    private Builder() {}

    /** The port to listen on; 0, the default, takes any free one. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** Keeps the data in this directory; without it they are temporary. */
    public Builder directory(Path value) {
      directory = Optional.of(value);
      return this;
    }

    /** A setting of the broker, by its name in Kafka's documentation. */
    public Builder property(String name, String value) {
      overrides.put(name, value);
      return this;
    }

    public EmbeddedKafka start() {
      Path data =
          directory
              .map(Directories::existing)
              .orElseGet(() -> Directories.temporary("headroom-kafka-"));
      var configuration =
          new BrokerConfiguration(
              FreePorts.orAny(port), FreePorts.any(), data, Map.copyOf(overrides));
      var kafka = new EmbeddedKafka(configuration, directory.isEmpty());
      try {
        kafka.restart();
      } catch (RuntimeException failed) {
        kafka.close();
        throw failed;
      }
      return kafka;
    }
  }
}
