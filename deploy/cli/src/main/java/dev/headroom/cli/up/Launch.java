package dev.headroom.cli.up;

import dev.headroom.cli.cluster.Backends;
import dev.headroom.cli.cluster.ClusterSettings;
import dev.headroom.cli.cluster.Ports;
import dev.headroom.cli.process.Children;
import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.embedded.EmbeddedDatabase;
import dev.headroom.embedded.EmbeddedKafka;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;

/** Everything one {@code up} has running, stopped in the opposite order of its start. */
final class Launch implements AutoCloseable {
  private final WorkDirectory work;
  private final Children children;
  private Optional<EmbeddedKafka> kafka = Optional.empty();
  private Optional<EmbeddedDatabase> database = Optional.empty();
  private boolean closed;

  Launch(WorkDirectory work) {
    this.work = work;
    this.children = new Children(work.logs());
  }

  Children children() {
    return children;
  }

  /** Starts the broker, with its topics, and the database, both at once. */
  Backends startBackends(Ports ports, Progress progress) {
    var starting = CompletableFuture.runAsync(() -> startDatabase(ports.postgres(), progress));
    startKafka(ports.kafka(), progress);
    starting.join();
    EmbeddedDatabase postgres = database.orElseThrow();
    return new Backends(
        kafka.orElseThrow().bootstrapServers(),
        postgres.jdbcUrl(),
        postgres.reactiveUrl(),
        postgres.user(),
        postgres.password());
  }

  private void startKafka(int port, Progress progress) {
    var started = EmbeddedKafka.builder().port(port).directory(work.subdirectory("kafka")).start();
    keep(() -> kafka = Optional.of(started), started);
    Map<String, Object> address = Map.of("bootstrap.servers", started.bootstrapServers());
    try (var admin = Admin.create(address)) {
      TopicSetup.ensure(admin, ClusterSettings.PARTITIONS, (short) 1);
    }
    progress.step("broker", started.bootstrapServers());
  }

  private void startDatabase(int port, Progress progress) {
    var started =
        EmbeddedDatabase.builder()
            .port(port)
            .directory(work.subdirectory("postgres"))
            .throwAway()
            .start();
    keep(() -> database = Optional.of(started), started);
    progress.step("database", started.reactiveUrl());
  }

  /** What comes up after the stop has begun must go down again at once. */
  private synchronized void keep(Runnable keeping, AutoCloseable started) {
    keeping.run();
    if (closed) {
      closeQuietly(started);
      throw new IllegalStateException("stopping");
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    children.close();
    kafka.ifPresent(Launch::closeQuietly);
    database.ifPresent(Launch::closeQuietly);
  }

  /** One part that does not stop in order must not keep the others from it. */
  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.getLogger(Launch.class.getName()).log(System.Logger.Level.WARNING, "stopping", e);
    }
  }
}
