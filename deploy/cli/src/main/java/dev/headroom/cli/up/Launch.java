package dev.headroom.cli.up;

import dev.headroom.cli.cluster.Backends;
import dev.headroom.cli.cluster.Broker;
import dev.headroom.cli.cluster.Database;
import dev.headroom.cli.cluster.Ports;
import dev.headroom.cli.process.Children;
import dev.headroom.cli.work.WorkDirectory;
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
  private final Progress progress;
  private final Children children;
  private Optional<EmbeddedKafka> kafka = Optional.empty();
  private Optional<EmbeddedDatabase> database = Optional.empty();
  private boolean closed;

  Launch(WorkDirectory work, Progress progress) {
    this.work = work;
    this.progress = progress;
    this.children = new Children(work.logs());
  }

  Children children() {
    return children;
  }

  /** Starts the broker, with its topics, and the database, both at once, unless they are given. */
  Backends startBackends(BackendPlan plan, Ports ports) {
    var starting =
        CompletableFuture.supplyAsync(
            () -> plan.database().orElseGet(() -> startDatabase(ports.postgres())));
    Broker broker =
        plan.broker().orElseGet(() -> startKafka(ports.kafka(), plan.embeddedPartitions()));
    return new Backends(broker, starting.join());
  }

  private Broker startKafka(int port, int partitions) {
    var started = EmbeddedKafka.builder().port(port).directory(work.kafka()).start();
    keep(() -> kafka = Optional.of(started), started);
    Map<String, Object> address = Map.of("bootstrap.servers", started.bootstrapServers());
    try (var admin = Admin.create(address)) {
      TopicSetup.ensure(admin, partitions, (short) 1);
    }
    progress.step("broker", started.bootstrapServers());
    return Broker.of(started, partitions);
  }

  private Database startDatabase(int port) {
    var builder = EmbeddedDatabase.builder().port(port).directory(work.postgres());
    var started = work.kept() ? builder.start() : builder.throwAway().start();
    keep(() -> database = Optional.of(started), started);
    progress.step("database", started.reactiveUrl());
    return Database.of(started);
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
