package dev.headroom.trial.load;

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

/** Readings a second beside a bare pass-through, many sites, restores, many dashboards. */
public final class LoadMain {

  private static final int PARTITIONS = 8;
  private static final int EVSES = 20;
  private static final int SOME_SITES = 1000;
  private static final int MANY_SITES = 10_000;
  private static final Duration LIMIT = Duration.ofMillis(250);
  private static final int ENOUGH = 100;

  /** Of a building's readings, a second apart, so few see a load of 1 A or more switched on. */
  private static final int SELDOM = 100;

  private static final int LOW = 1000;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration LONG_WARM_UP = Duration.ofSeconds(20);
  private static final Duration VERY_LONG_WARM_UP = Duration.ofSeconds(75);
  private static final Duration MEASURED = Duration.ofSeconds(4);
  private static final Duration LONGER = Duration.ofSeconds(12);
  private static final List<Integer> RATES =
      List.of(500, 1000, 2000, 4000, 8000, 12_000, 16_000, 24_000, 32_000, 48_000, 64_000);

  private static final Table RESULTS = new Table("what", "figure");

  private LoadMain() {}

  /**
   * Measures.
   *
   * @param name {@code load} for everything, or {@code load-rate}, {@code load-sites}, {@code
   *     load-readers}
   * @param sites instead of 1,000 and 10,000
   */
  public static void run(Path root, String name, Optional<Integer> sites) throws Exception {
    int some = sites.orElse(SOME_SITES);
    if (name.equals("load") || name.equals("load-rate")) {
      rates(root, some);
    }
    if (name.equals("load") || name.equals("load-readers")) {
      readers(root, some);
    }
    if (name.equals("load") || name.equals("load-sites")) {
      sites(root, new Town(some, EVSES, PARTITIONS), "1g");
      sites(root, new Town(sites.orElse(MANY_SITES), EVSES, PARTITIONS), "6g");
    }
    System.out.println(RESULTS);
  }

  private interface Measure {
    Samples at(int rate, Duration warmUp, Duration measured) throws InterruptedException;
  }

  private static void rates(Path root, int sites) throws Exception {
    Town town = new Town(sites, EVSES, PARTITIONS);
    try (Rig rig = new Rig(root, town, SELDOM)) {
      Part bare = rig.passThrough();
      rig.awaitPassing();
      rig.passedAt(LOW, LONG_WARM_UP, MEASURED);
      int rate = highest(rig::passedAt);
      Samples low = rig.passedAt(LOW, WARM_UP, MEASURED);
      bare.terminate();
      bare.awaitEnd(Duration.ofSeconds(10));
      row("readings/s with p99 below 250 ms: pass-through", rate + "");
      row("its p50, p99 at %d readings/s".formatted(LOW), quantiles(low));
      allocator(rig, SELDOM, rate, low);
    }
    try (Rig rig = new Rig(root, town, 1)) {
      allocator(rig, 1, 0, new Samples());
    }
  }

  /** How many readings it answers, and how fast, beside what a pass-through does. */
  private static void allocator(Rig rig, int cutsEach, int bareRate, Samples bareLow)
      throws InterruptedException {
    String what = cutsEach == 1 ? "each cuts" : "one in %d cuts".formatted(cutsEach);
    rig.allocator("one", Machines.freePort(), "2g");
    rig.moveIn();
    rig.limitsAt(LOW, VERY_LONG_WARM_UP, MEASURED);
    Samples low = rig.limitsAt(LOW, WARM_UP, cutsEach == 1 ? MEASURED : LONGER);
    int rate = highest(rig::limitsAt);
    row("readings/s with p99 below 250 ms, %s: allocator".formatted(what), rate + "");
    row("its p50, p99 at %d readings/s".formatted(LOW), quantiles(low));
    if (bareRate > 0) {
      row("ratio of the rates", "%.2f".formatted((double) rate / bareRate));
      row(
          "ratio of the p99s at %d readings/s".formatted(LOW),
          "%.1f".formatted(ratio(low, bareLow)));
    }
  }

  /** The highest rate whose p99 is below the limit, of those tried in turn. */
  private static int highest(Measure measure) throws InterruptedException {
    int highest = 0;
    for (int rate : RATES) {
      Samples samples = measure.at(rate, WARM_UP, MEASURED);
      if (samples.size() < ENOUGH || samples.quantile(0.99).compareTo(LIMIT) > 0) {
        return highest;
      }
      highest = rate;
    }
    return highest;
  }

  private static void sites(Path root, Town town, String heap) throws Exception {
    String name = town.sites() + " sites x " + EVSES + " EVSEs";
    try (Rig rig = new Rig(root, town, SELDOM)) {
      Part one = rig.allocator("one", Machines.freePort(), heap);
      Await.until("it writes its first lines", () -> one.said("Listening on") > 0);
      long empty = one.liveHeapBytes();
      Duration accepted = rig.moveIn();
      Samples samples = rig.limitsAt(town.sites(), LONGER, LONGER);
      long heapBytes = one.liveHeapBytes() - empty;
      row(name + ": all proposed until all have limits", seconds(accepted));
      row(name + ", a reading a second each: p50, p99 of reading to limit", quantiles(samples));
      row(
          name + ": live heap for each site, resident in all",
          "%d KiB, %d MiB"
              .formatted(heapBytes / 1024 / town.sites(), one.residentBytes() / (1 << 20)));
      one.kill();
      one.awaitEnd(Duration.ofSeconds(5));
      Part again = rig.allocator("again", Machines.freePort(), heap);
      row(name + ": the only one killed and started, until all have limits", until(rig));
      Part two = rig.allocator("two", Machines.freePort(), heap);
      Await.until("the second has a part", () -> two.said("is ours in epoch") > 0);
      rig.limitsAt(town.sites(), LONGER, LONGER);
      again.kill();
      row(name + ": one of two killed, standby on the other, until all have limits", until(rig));
    }
  }

  private static String until(Rig rig) throws InterruptedException {
    return seconds(rig.untilAllHaveLimits());
  }

  private static void readers(Path root, int sites) throws Exception {
    Town town = new Town(sites, EVSES, PARTITIONS);
    try (Rig rig = new Rig(root, town, SELDOM)) {
      int port = Machines.freePort();
      rig.allocator("one", port, "2g");
      rig.moveIn();
      Samples without = rig.limitsAt(town.sites(), LONGER, LONGER);
      try (Subscribers subscribers = new Subscribers(port, town, 1000, 100)) {
        Samples with = rig.limitsAt(town.sites(), LONGER, LONGER);
        row(sites + " sites, no dashboards: p50, p99", quantiles(without));
        row(
            "the same with 1000 dashboards, 100 of which never read",
            quantiles(with) + ", " + subscribers.bytes() / 1024 + " KiB read");
        row("ratio of the p99s", "%.2f".formatted(ratio(with, without)));
      }
      row("the same after they left", quantiles(rig.limitsAt(town.sites(), WARM_UP, LONGER)));
    }
  }

  private static double ratio(Samples one, Samples other) {
    return (double) one.quantile(0.99).toNanos() / other.quantile(0.99).toNanos();
  }

  private static void row(String what, String figure) {
    System.out.println("  " + what + ": " + figure);
    RESULTS.row(List.of(what, figure));
  }

  private static String quantiles(Samples samples) {
    return samples.size() == 0
        ? "not reached"
        : String.format(
            Locale.ROOT,
            "%.1f, %.1f ms",
            samples.quantile(0.5).toNanos() / 1e6,
            samples.quantile(0.99).toNanos() / 1e6);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
