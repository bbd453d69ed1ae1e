package dev.headroom.trial.fault;

import dev.headroom.trial.process.Machines;
import dev.headroom.trial.process.Part;
import dev.headroom.trial.wire.Field;
import dev.headroom.trial.wire.Town;
import dev.headroom.trial.wire.Watch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A broker, two allocators, sites under load, and a watch on what gateways would believe. */
final class Stage implements AutoCloseable {

  static final Town TOWN = new Town(48, 2, 8);
  static final List<String> NAMES = List.of("one", "two");

  private static final Duration SOON = Duration.ofSeconds(120);
  private static final long READING_MILLIS = 1000;
  private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Machines machines;
  private final Path brokerData;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Part> allocators = new TreeMap<>();
  private final Map<String, Integer> ports = new TreeMap<>();
  private final ScheduledExecutorService meters =
      Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().name("meters").factory());
  private final Watch watch;
  private final Field field;
  private Part broker;

  Stage(Path root, Path directory, Path brokerData, long seed)
      throws IOException, InterruptedException {
    this.brokerData = brokerData;
    machines = new Machines(root, Files.createDirectories(directory));
    broker = startBroker();
    await("the broker listens", machines::brokerAnswers);
    NAMES.forEach(this::start);
    for (String name : NAMES) {
      await(name + " is ready", () -> ready(name));
    }
    watch = new Watch(machines.servers(), TOWN.partitions());
    field = new Field(machines.servers(), TOWN);
    watch.listen(limits -> field.follow(limits.allocation()));
    watch.start();
    field.propose();
    field.plugAll();
    Random chance = new Random(seed);
    List<String> sites = TOWN.names();
    for (int i = 0; i < sites.size(); i++) {
      String site = sites.get(i);
      meters.scheduleAtFixedRate(
          () -> field.read(site, chance),
          i * READING_MILLIS / sites.size(),
          READING_MILLIS,
          TimeUnit.MILLISECONDS);
    }
  }

  Watch watch() {
    return watch;
  }

  Path directory() {
    return machines.directory();
  }

  Path brokerData() {
    return brokerData;
  }

  Part allocator(String name) {
    return allocators.getOrDefault(name, broker);
  }

  Part broker() {
    return broker;
  }

  void start(String name) {
    start(name, Map.of());
  }

  void start(String name, Map<String, String> more) {
    int port = Machines.freePort();
    ports.put(name, port);
    List<String> jvm = new ArrayList<>(SMALL);
    jvm.add("-Xmx256m");
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("headroom.topics.partitions", Integer.toString(TOWN.partitions()));
    allocators.put(name, machines.allocator(name, port, jvm, settings));
  }

  /** Starts the broker again and waits until it listens. */
  void restartBroker() throws InterruptedException {
    broker = startBroker();
    await("the broker listens", machines::brokerAnswers);
  }

  private Part startBroker() {
    List<String> jvm = new ArrayList<>(SMALL);
    jvm.add("-Xmx512m");
    return machines.broker(brokerData, jvm);
  }

  boolean ready(String name) {
    var asked =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + ports.get(name) + "/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return http.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Both run, each owns something, and every site has had limits of its owner for a while. */
  void settle() throws InterruptedException {
    for (String name : NAMES) {
      if (!allocator(name).alive()) {
        start(name);
      }
    }
    for (String name : NAMES) {
      await(name + " is ready", () -> ready(name));
    }
    await(
        "both own partitions",
        () ->
            watch.ownedBy(Set.copyOf(NAMES))
                && Set.copyOf(watch.owners().values()).equals(Set.copyOf(NAMES)));
    watch.begin();
    await("every site has limits", () -> Reading.of(watch.heard()).sites().size() == TOWN.sites());
    Thread.sleep(2000);
    watch.begin();
    Thread.sleep(1000);
  }

  /** Whether it came true in time. */
  static boolean within(Duration patience, BooleanSupplier wanted) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }

  static void await(String what, BooleanSupplier wanted) throws InterruptedException {
    if (!within(SOON, wanted)) {
      throw new IllegalStateException("not within " + SOON + ": " + what);
    }
  }

  @Override
  public void close() {
    meters.shutdownNow();
    watch.close();
    field.close();
    machines.close();
  }
}
