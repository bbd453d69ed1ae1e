package dev.headroom.trial.load;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.trial.process.Await;
import dev.headroom.trial.process.Machines;
import dev.headroom.trial.process.Part;
import dev.headroom.trial.report.Samples;
import dev.headroom.trial.wire.Field;
import dev.headroom.trial.wire.Town;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A broker, a town of sites, and what is asked of whoever hands readings on or decides on them. */
final class Rig implements AutoCloseable {

  private final Town town;
  private final Machines machines;
  private final Field field;
  private final Pulse pulse;
  private final Cuts cuts = new Cuts();
  private final Chargers chargers;
  private final Echo limits;
  private final Echo passed;

  /**
   * @param cutsEach so manieth reading of a site cuts
   */
  Rig(Path root, Town town, int cutsEach) throws Exception {
    this.town = town;
    Path all = Files.createDirectories(root.resolve("deploy/bench/target/trials"));
    machines = new Machines(root, Files.createTempDirectory(all, "load-"));
    machines.broker(
        machines.directory().resolve("broker"),
        List.of("-Xmx1g"),
        "group.streams.num.standby.replicas=1");
    Await.until("the broker listens", machines::brokerAnswers);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", machines.servers()))) {
      TopicSetup.ensure(admin, town.partitions(), (short) 1);
      admin
          .createTopics(List.of(new NewTopic(PassThrough.TOPIC, town.partitions(), (short) 1)))
          .all()
          .get();
    }
    field = new Field(machines.servers(), town);
    chargers = new Chargers(field, town.names());
    pulse = new Pulse(field, town, cutsEach);
    limits =
        new Echo(machines.servers(), Topic.LIMITS.topicName(), town.partitions(), this::limits);
    passed = new Echo(machines.servers(), PassThrough.TOPIC, town.partitions(), Rig::passed);
  }

  private Optional<Echo.Answer> limits(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    return switch (Codecs.LIMITS.decode(record.value())) {
      case LimitsRecord.SiteLimits it -> {
        chargers.told(it.allocation());
        yield Optional.of(cuts.answer(it));
      }
      case LimitsRecord.OwnerLease lease -> Optional.empty();
    };
  }

  private static Optional<Echo.Answer> passed(ConsumerRecord<byte[], byte[]> record) {
    String site = Keys.siteOf(new String(record.key(), StandardCharsets.UTF_8));
    return Optional.of(
        new Echo.Answer(
            site, Optional.of(Codecs.METER_READING.decode(record.value()).receivedAt())));
  }

  Part passThrough() {
    return machines.main(
        PassThrough.class,
        List.of("-Xmx1g"),
        machines.servers(),
        machines.directory().resolve("pass").toString());
  }

  Part allocator(String name, int port, String heap) {
    return machines.allocator(
        name,
        port,
        List.of("-Xmx" + heap),
        Map.of(
            "headroom.topics.partitions",
            Integer.toString(town.partitions()),
            "quarkus.http.limits.max-connections",
            "5000"));
  }

  /** Proposes all sites, plugs all vehicles in, and waits until every site has limits. */
  Duration moveIn() throws InterruptedException {
    limits.begin();
    long since = System.nanoTime();
    pulse.rate(town.sites());
    field.propose();
    field.plugAll();
    Await.until("every site has limits", () -> limits.sites() == town.sites());
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** From now until every site has had limits again. */
  Duration untilAllHaveLimits() throws InterruptedException {
    long since = System.nanoTime();
    limits.begin();
    Await.until("every site has limits", () -> limits.sites() == town.sites());
    return Duration.ofNanos(System.nanoTime() - since);
  }

  void awaitPassing() throws InterruptedException {
    pulse.rate(town.sites());
    passed.begin();
    Await.until("readings are passed on", () -> passed.sites() == town.sites());
  }

  Samples limitsAt(int readingsPerSecond, Duration warmUp, Duration measured)
      throws InterruptedException {
    return at(limits, readingsPerSecond, warmUp, measured);
  }

  Samples passedAt(int readingsPerSecond, Duration warmUp, Duration measured)
      throws InterruptedException {
    return at(passed, readingsPerSecond, warmUp, measured);
  }

  private Samples at(Echo echo, int readingsPerSecond, Duration warmUp, Duration measured)
      throws InterruptedException {
    pulse.rate(readingsPerSecond);
    Thread.sleep(warmUp.toMillis());
    echo.begin();
    long before = pulse.sent();
    Thread.sleep(measured.toMillis());
    double reached = (pulse.sent() - before) / (measured.toMillis() / 1000.0);
    Samples latencies = echo.take();
    System.out.printf(
        "  %d readings/s asked, %.0f reached: %s%n", readingsPerSecond, reached, latencies.cells());
    return reached < 0.9 * readingsPerSecond ? new Samples() : latencies;
  }

  @Override
  public void close() {
    pulse.close();
    chargers.close();
    limits.close();
    passed.close();
    field.close();
    machines.close();
  }
}
