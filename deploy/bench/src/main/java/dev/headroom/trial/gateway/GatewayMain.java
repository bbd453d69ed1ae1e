package dev.headroom.trial.gateway;

import dev.headroom.trial.process.Await;
import dev.headroom.trial.process.Machines;
import dev.headroom.trial.process.Part;
import dev.headroom.trial.report.Samples;
import dev.headroom.trial.report.Table;
import dev.headroom.trial.wire.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Memory, messages, storms and fan-out of a gateway with many chargers, beside a bare server. */
public final class GatewayMain {

  private static final int MANY = 10_000;
  private static final int EVSES = 20;
  private static final int PARTITIONS = 8;
  private static final String PASSWORD = "bench-0123456789-abcdefgh";
  private static final Duration CALM = Duration.ofSeconds(12);
  private static final int FIRST_MILLIAMPS = 32_000;
  private static final List<Integer> CUTS = List.of(24_000, 20_000, 16_000, 13_000, 10_000);

  /** A sample of each charger in so many seconds while limits fan out. */
  private static final int SAMPLE_SECONDS = 20;

  private static final Table RESULTS = new Table("what", "bare server", "gateway", "ratio");

  private GatewayMain() {}

  /**
   * Measures.
   *
   * @param chargers instead of 10,000; a multiple of 20
   */
  public static void run(Path root, Optional<Integer> chargers) throws Exception {
    Town town = new Town(chargers.orElse(MANY) / EVSES, EVSES, PARTITIONS);
    List<String> ids =
        town.names().stream()
            .flatMap(site -> IntStream.range(0, EVSES).mapToObj(it -> site + "-" + it))
            .toList();
    try (Ground ground = new Ground(root, town)) {
      Idle bare = bare(ground, ids);
      gateway(ground, ids, bare);
    } finally {
      System.out.println(RESULTS);
    }
  }

  /** What is compared of both servers. */
  private record Idle(Rest empty, Rest full, Load load) {}

  private static Idle bare(Ground ground, List<String> ids) throws Exception {
    int port = Machines.freePort();
    Part server = ground.bare(port);
    Rest empty = Rest.of(server, 0);
    try (Fleet<Echoed> fleet = new Fleet<>(port, ids, PASSWORD, Echoed::new)) {
      long since = System.nanoTime();
      fleet.connect();
      untilReady(fleet, ids.size(), since, "bare server: all connect");
      Rest full = Rest.of(server, ids.size());
      Load load = Load.highest(fleet, server);
      return new Idle(empty, full, load);
    } finally {
      server.terminate();
      server.awaitEnd(Duration.ofSeconds(10));
    }
  }

  private static void gateway(Ground ground, List<String> ids, Idle bare) throws Exception {
    int port = Machines.freePort();
    Part server = ground.gateway(port);
    ground.provision(port, ids, PASSWORD);
    Thread.sleep(CALM.toMillis());
    Rest empty = Rest.of(server, 0);
    try (Fleet<Ocpp16> fleet = new Fleet<>(port, ids, PASSWORD, Ocpp16::new)) {
      long since = System.nanoTime();
      fleet.connect();
      alone(
          "all connect to a gateway that knows none of their passwords",
          untilReady(fleet, ids.size(), since, "gateway: all connect"));
      Thread.sleep(CALM.toMillis());
      Rest full = Rest.of(server, ids.size());
      compare(bare, empty, full);
      charge(ground, fleet, ids.size());
      Thread.sleep(CALM.toMillis());
      Rest charging = Rest.of(server, ids.size());
      compared("processors busy, all charging and silent", 0, charging.processors());
      Load load = Load.highest(fleet, server);
      compare(bare.load, load);
      fanOut(ground, fleet, ids.size());
      storm(fleet, ids.size());
      System.out.println("resident in all, MiB: " + (server.residentBytes() >> 20));
      System.out.println(Told.of(port));
    }
  }

  private static void compare(Idle bare, Rest empty, Rest full) {
    double bareHeap = bare.full.heapKibSince(bare.empty);
    double bareResident = bare.full.residentKibSince(bare.empty);
    compared("heap after a collection, KiB a connection", bareHeap, full.heapKibSince(empty));
    compared("resident, KiB a connection", bareResident, full.residentKibSince(empty));
    compared("processors busy, all idle", bare.full.processors(), full.processors());
    compared("resident in all, MiB", mib(bare.full), mib(full));
  }

  private static double mib(Rest rest) {
    return rest.residentBytes() / 1024.0 / 1024.0;
  }

  private static void compare(Load bare, Load ours) {
    compared("messages/s answered with p99 <= 250 ms", bare.perSecond(), ours.perSecond());
    compared("processor time a message then, us", micros(bare), micros(ours));
    compared("messages/s a core then", bare.perCore(), ours.perCore());
  }

  private static double micros(Load load) {
    return load.processor().toNanos() / 1e3;
  }

  /** All begin to charge and are given their first limit. */
  private static void charge(Ground ground, Fleet<Ocpp16> fleet, int chargers)
      throws InterruptedException {
    fleet.eachSpeaker(Ocpp16::begin);
    ground.owner().allot(FIRST_MILLIAMPS);
    Await.until("all have a limit", () -> limited(fleet, FIRST_MILLIAMPS) == chargers);
  }

  private static int limited(Fleet<Ocpp16> fleet, int milliamps) {
    return (int) fleet.speakers().stream().filter(it -> it.limitMilliamps() == milliamps).count();
  }

  private static void fanOut(Ground ground, Fleet<Ocpp16> fleet, int chargers)
      throws InterruptedException {
    fleet.rate((double) chargers / SAMPLE_SECONDS);
    Samples all = new Samples();
    for (int milliamps : CUTS) {
      Thread.sleep(CALM.toMillis());
      long since = System.nanoTime();
      ground.owner().allot(milliamps);
      Await.until("all have the limit", () -> limited(fleet, milliamps) == chargers);
      for (Ocpp16 charger : fleet.speakers()) {
        all.add(Duration.ofNanos(charger.limitNanos() - since));
      }
      System.out.println("  fan-out to " + milliamps + " mA: " + all.cells());
    }
    fleet.rate(0);
    alone("limits of all cut at once, until each charger is told", all);
  }

  private static void storm(Fleet<Ocpp16> fleet, int chargers) throws InterruptedException {
    Thread.sleep(CALM.toMillis());
    long since = System.nanoTime();
    fleet.cut();
    alone(
        "all cut at once, until each is booted and holds a base profile",
        untilReady(fleet, chargers, since, "storm"));
  }

  private static Samples untilReady(Fleet<?> fleet, int chargers, long since, String what)
      throws InterruptedException {
    Await.until(what, () -> fleet.readySince(since) == chargers);
    Samples samples = fleet.readyAfter(since);
    System.out.println("  " + what + ": " + samples.cells() + " " + fleet.takeTroubles());
    return samples;
  }

  private static void compared(String what, double bare, double ours) {
    row(what, figure(bare), figure(ours), bare > 0 ? figure(ours / bare) : "-");
  }

  private static void alone(String what, Samples samples) {
    List<String> cells = samples.cells();
    row(
        what + " (s: p50, p99, last)",
        "",
        "%s, %s, %s".formatted(cells.get(2), cells.get(3), cells.get(4)),
        "");
  }

  private static void row(String... cells) {
    System.out.println("  " + String.join("; ", cells));
    RESULTS.row(List.of(cells));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
