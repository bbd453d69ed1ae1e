package dev.headroom.core.allocation;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.DrawHistory;
import dev.headroom.core.reading.Freshness;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Works out the base load of every conductor: what its CT measured, less what the EVSEs below drew
 * when it measured.
 *
 * <p>CT and charger samples differ in time, so the subtraction errs for a few seconds after every
 * change. For a raise the <em>least</em> the EVSEs can have drawn is subtracted, and the largest
 * result of the whole raise delay counts; it holds because |I next| ≤ |I measured| + Σ(most −
 * least) on plain sums. To see that something must be cut, the likely draw is subtracted, or the
 * most where a raise is still under way: then only a current that is really above the limit cuts at
 * once, and what the chargers' samples leave unexplained for the whole raise delay. A charger that
 * is silent is taken to draw on: its loss alone makes nobody else pause.
 */
final class BaseLoads {

  private final SiteTree tree;
  private final Map<String, MeterHistory> meters;
  private final List<EvseBook> evses;
  private final Instant now;
  private final Duration window;
  private final Map<Conductor, BaseLoad> known = new HashMap<>();

  private BaseLoads(
      SiteTree tree,
      List<Conductor> conductors,
      Map<String, MeterHistory> meters,
      List<EvseBook> evses,
      Instant now) {
    this.tree = tree;
    this.meters = meters;
    this.evses = evses;
    this.now = now;
    this.window = window(tree.site().control().raiseDelay());
    // Leaves first: a circuit that knows nothing of its own sums what it feeds.
    for (Conductor conductor : conductors.reversed()) {
      known.put(conductor, of(conductor));
    }
  }

  /** A raise waits at least for as long as a charger's sample may be out of date. */
  static Duration window(Duration raiseDelay) {
    return raiseDelay.compareTo(DrawHistory.SAMPLE_HOLDS) > 0
        ? raiseDelay
        : DrawHistory.SAMPLE_HOLDS;
  }

  static Map<Conductor, BaseLoad> estimate(
      SiteTree tree,
      List<Conductor> conductors,
      Map<String, MeterHistory> meters,
      List<EvseBook> evses,
      Instant now) {
    return new BaseLoads(tree, conductors, meters, evses, now).known;
  }

  private BaseLoad of(Conductor conductor) {
    Optional<Meter> meter = conductor.circuit().meter();
    if (meter.isEmpty() || tree.site().control().mode() == Control.Mode.STATIC) {
      return unmetered(conductor);
    }
    MeterHistory history = meters.get(meter.get().name());
    if (history != null
        && history.at(now) instanceof Freshness.Fresh(MeterReading latest)
        && latest.currentMilliamps().phases().contains(conductor.phase())) {
      return measured(conductor, meter.get(), history, latest);
    }
    int worst = worstCase(conductor).orElseThrow();
    return new BaseLoad(worst, worst, OptionalInt.empty(), true);
  }

  private BaseLoad unmetered(Conductor conductor) {
    OptionalInt worst = worstCase(conductor);
    if (worst.isPresent()) {
      return new BaseLoad(worst.getAsInt(), worst.getAsInt(), OptionalInt.empty(), false);
    }
    return tree.childrenOf(conductor.circuit()).stream()
        .flatMap(child -> onPhase(child, conductor.phase()).stream())
        .reduce(BaseLoad.none(), BaseLoad::plus);
  }

  private Optional<BaseLoad> onPhase(Circuit circuit, Phase phase) {
    return known.entrySet().stream()
        .filter(entry -> entry.getKey().circuit().equals(circuit))
        .filter(entry -> entry.getKey().phase() == phase)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private BaseLoad measured(
      Conductor conductor, Meter meter, MeterHistory history, MeterReading latest) {
    int likely = likely(conductor, meter, latest);
    int largest = likely;
    int smallest = Integer.MAX_VALUE;
    for (MeterReading reading : history.since(now.minus(window))) {
      largest = Math.max(largest, without(conductor, meter, reading, EvseBook::leastDrawAt));
      smallest = Math.min(smallest, without(conductor, meter, reading, EvseBook::lowestDrawAround));
    }
    if (!history.reachesBackTo(now.minus(window))) {
      // Not watched for long enough: before anything rises the worst case counts.
      largest = Math.max(largest, worstCase(conductor).orElseThrow());
      smallest = likely;
    }
    return new BaseLoad(
        Math.max(likely, smallest),
        Math.max(largest, smallest),
        OptionalInt.of(latest.currentMilliamps().on(conductor.phase())),
        false);
  }

  /** Really above the limit, nobody who had time to follow a cut is believed to draw more. */
  private int likely(Conductor conductor, Meter meter, MeterReading latest) {
    boolean above = withError(latest, meter, conductor) > conductor.circuit().continuousMilliamps();
    Draw draw = above ? EvseBook::drawIfItFollowsAt : EvseBook::likelyDrawAt;
    return without(conductor, meter, latest, draw);
  }

  /** What an EVSE drew on a phase when a CT sampled, by one way of judging its samples. */
  private interface Draw {
    int at(EvseBook evse, Instant then, Phase phase);
  }

  private int without(Conductor conductor, Meter meter, MeterReading reading, Draw draw) {
    int managed = 0;
    for (int member : conductor.members()) {
      managed += draw.at(evses.get(member), reading.receivedAt(), conductor.phase());
    }
    return Math.max(0, withError(reading, meter, conductor) - managed);
  }

  private static int withError(MeterReading reading, Meter meter, Conductor conductor) {
    Integer milliamps = reading.currentMilliamps().values().get(conductor.phase());
    if (milliamps == null) {
      // A phase that was missing in one reading of the window is bounded by the worst case.
      return worstCase(conductor).orElseThrow();
    }
    return milliamps + (int) ((long) milliamps * meter.accuracyPermille() / 1000);
  }

  private static OptionalInt worstCase(Conductor conductor) {
    Optional<PerPhase> worst = conductor.circuit().worstCaseBaseMilliamps();
    return worst.isPresent()
        ? OptionalInt.of(worst.get().on(conductor.phase()))
        : OptionalInt.empty();
  }
}
