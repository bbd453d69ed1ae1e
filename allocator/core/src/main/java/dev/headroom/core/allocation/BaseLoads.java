package dev.headroom.core.allocation;

import dev.headroom.core.evse.DrawHistory;
import dev.headroom.core.reading.Freshness;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Works out the base load of every conductor from its CT and from what the EVSEs below drew when it
 * measured; without a CT it is the worst case, or what the circuits below carry.
 */
final class BaseLoads {

  private final Grid grid;
  private final Map<String, MeterHistory> meters;
  private final Draws draws;
  private final CtTrust trust;
  private final Flows most;
  private final Instant now;
  private final Map<String, MeterLook> looks = new HashMap<>();
  private final Map<Integer, BaseLoad> known = new HashMap<>();

  private BaseLoads(
      Grid grid,
      Map<String, MeterHistory> meters,
      List<EvseBook> evses,
      CtTrust trust,
      Flows most,
      Instant now) {
    this.grid = grid;
    this.meters = meters;
    this.draws = new Draws(grid, evses);
    this.trust = trust;
    this.most = most;
    this.now = now;
    // Leaves first: a circuit that knows nothing of its own sums what it feeds.
    for (Conductor conductor : grid.conductors().reversed()) {
      known.put(conductor.place(), of(conductor));
    }
  }

  /** A raise waits at least for as long as a charger's sample may be out of date. */
  static Duration window(Duration raiseDelay) {
    return raiseDelay.compareTo(DrawHistory.SAMPLE_HOLDS) > 0
        ? raiseDelay
        : DrawHistory.SAMPLE_HOLDS;
  }

  /**
   * The base load of every conductor, by its place.
   *
   * @param most what each EVSE may draw now (S1)
   */
  static Map<Integer, BaseLoad> estimate(
      Grid grid,
      Map<String, MeterHistory> meters,
      List<EvseBook> evses,
      CtTrust trust,
      Flows most,
      Instant now) {
    return new BaseLoads(grid, meters, evses, trust, most, now).known;
  }

  private BaseLoad of(Conductor conductor) {
    Optional<Meter> meter = conductor.circuit().meter();
    if (meter.isEmpty() || control().mode() == Control.Mode.STATIC) {
      return unmetered(conductor);
    }
    MeterHistory history = meters.get(meter.get().name());
    if (history != null
        && history.at(now) instanceof Freshness.Fresh(MeterReading latest)
        && latest.currentMilliamps().phases().contains(conductor.phase())
        && trust.follows(conductor.place())) {
      MeterLook look = look(meter.get(), history, latest);
      if (!look.readsBelowUs(conductor)) {
        return look.at(conductor, most);
      }
    }
    return worst(conductor, true).orElseThrow();
  }

  private MeterLook look(Meter meter, MeterHistory history, MeterReading latest) {
    return looks.computeIfAbsent(
        meter.name(), _ -> MeterLook.of(grid.network(), meter, history, latest, draws, start()));
  }

  private Instant start() {
    return now.minus(window(control().raiseDelay()));
  }

  private Control control() {
    return grid.tree().site().control();
  }

  private BaseLoad unmetered(Conductor conductor) {
    return worst(conductor, false).orElseGet(() -> ofThoseBelow(conductor));
  }

  private Optional<BaseLoad> worst(Conductor conductor, boolean silent) {
    return conductor
        .circuit()
        .worstCaseBaseMilliamps()
        .map(worst -> worst.on(conductor.phase()))
        .map(
            worst ->
                new BaseLoad(
                    worst, Sure.worst(grid.network(), worst), OptionalInt.empty(), silent));
  }

  private BaseLoad ofThoseBelow(Conductor conductor) {
    BaseLoad sum = new BaseLoad(0, Sure.worst(grid.network(), 0), OptionalInt.empty(), false);
    for (Circuit child : grid.tree().childrenOf(conductor.circuit())) {
      BaseLoad below =
          grid.conductor(child, conductor.phase()).map(it -> known.get(it.place())).orElse(sum);
      sum =
          new BaseLoad(
              sum.likely() + below.likely(),
              sum.sure().plus(grid.network(), below.sure()),
              OptionalInt.empty(),
              sum.worstCase() || below.worstCase());
    }
    return sum;
  }
}
