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
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED = Duration.ofSeconds(4);
  private static final Duration LONGER = Duration.ofSeconds(12);
  private static final List<Integer> RATES =
      List.of(2000, 4000, 8000, 12_000, 16_000, 24_000, 32_000, 48_000, 64_000);

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
    try (Rig rig = new Rig(root, new Town(sites, EVSES, PARTITIONS))) {
      Part bare = rig.passThrough();
      rig.awaitPassing();
      int bareRate = 2000;
      Samples bareHalf = rig.passedAt(bareRate / 2, WARM_UP, MEASURED);
      Samples bareLow = rig.passedAt(1000, WARM_UP, MEASURED);
      bare.terminate();
      bare.awaitEnd(Duration.ofSeconds(10));
      rig.allocator("one", Machines.freePort(), "2g");
      rig.moveIn();
      rig.limitsAt(2000, Duration.ofSeconds(30), MEASURED);
      int ours = highest(rig::limitsAt);
      Samples half = rig.limitsAt(bareRate / 2, WARM_UP, MEASURED);
      Samples low = rig.limitsAt(1000, WARM_UP, MEASURED);
      row("readings/s with p99 below 250 ms: pass-through", bareRate + "");
      row("readings/s with p99 below 250 ms: allocator", ours + "");
      row("ratio", "%.2f".formatted((double) ours / bareRate));
      row("p99 at half the pass-through's rate: pass-through, allocator", both(bareHalf, half));
      row("p50, p99 at 1000 readings/s: pass-through, allocator", both(bareLow, low));
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
    try (Rig rig = new Rig(root, town)) {
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
    try (Rig rig = new Rig(root, town)) {
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

  private static String both(Samples bare, Samples ours) {
    return quantiles(bare) + "; " + quantiles(ours);
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
