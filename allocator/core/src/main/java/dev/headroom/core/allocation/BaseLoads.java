package dev.headroom.core.allocation;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.evse.DrawHistory;
import dev.headroom.core.reading.Freshness;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.reading.MeterReading;
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
 * measured; without a CT it is the worst case, or what the circuits below carry. From those in the
 * conductors follows that in every other bound.
 */
final class BaseLoads {

  private static final BaseLoad NOTHING =
      new BaseLoad(0, Sure.worst(0), OptionalInt.empty(), false);

  private final Known known;
  private final Flows most;
  private final Map<String, MeterLook> looks = new HashMap<>();
  private final BaseLoad[] loads;

  private BaseLoads(Known known, Flows most) {
    this.known = known;
    this.most = most;
    this.loads = new BaseLoad[known.grid().watched()];
  }

  /** A raise waits at least for as long as a charger's sample may be out of date. */
  static Duration window(Duration raiseDelay) {
    return raiseDelay.compareTo(DrawHistory.SAMPLE_HOLDS) > 0
        ? raiseDelay
        : DrawHistory.SAMPLE_HOLDS;
  }

  /**
   * The base load in every bound that is watched.
   *
   * @param most what each EVSE may draw now (S1)
   */
  static List<BaseLoad> everywhere(Known known, Flows most) {
    BaseLoads base = new BaseLoads(known, most);
    // Leaves first: a circuit that knows nothing of its own sums what it feeds.
    for (Conductor conductor : known.grid().conductors().reversed()) {
      base.loads[conductor.place()] = base.of(conductor);
    }
    for (Meeting meeting : known.grid().meetings().all()) {
      base.loads[meeting.place()] = meeting.of(base.loads);
    }
    return List.of(base.loads);
  }

  private BaseLoad of(Conductor conductor) {
    Optional<Meter> meter = conductor.circuit().meter();
    if (meter.isEmpty() || known.grid().control().mode() == Control.Mode.STATIC) {
      return unmetered(conductor);
    }
    MeterHistory history = known.meters().get(meter.get().name());
    if (history != null
        && history.at(known.now()) instanceof Freshness.Fresh(MeterReading latest)
        && latest.currentMilliamps().phases().contains(conductor.phase())
        && known.trust().follows(conductor.place())) {
      ConductorLook look =
          new ConductorLook(conductor, look(conductor, meter.get(), history, latest));
      if (!look.readsBelowUs()) {
        return look.base(most);
      }
    }
    return worst(conductor, true);
  }

  private MeterLook look(
      Conductor conductor, Meter meter, MeterHistory history, MeterReading latest) {
    Draws draws = new Draws(known.grid().sources(), known.books(), conductor.fed());
    return looks.computeIfAbsent(
        meter.name(), _ -> MeterLook.of(meter, history, latest, draws, start()));
  }

  private Instant start() {
    return known.now().minus(window(known.grid().control().raiseDelay()));
  }

  private BaseLoad unmetered(Conductor conductor) {
    return conductor.circuit().worstCaseBaseMilliamps().isPresent()
        ? worst(conductor, false)
        : ofThoseBelow(conductor);
  }

  private static BaseLoad worst(Conductor conductor, boolean silent) {
    PerPhase declared = conductor.circuit().worstCaseBaseMilliamps().orElseThrow();
    int worst = declared.on(conductor.phase());
    return new BaseLoad(worst, Sure.worst(worst), OptionalInt.empty(), silent);
  }

  private BaseLoad ofThoseBelow(Conductor conductor) {
    BaseLoad sum = NOTHING;
    for (Meeting meeting : known.grid().meetings().below(conductor)) {
      sum = sum.plus(meeting.of(loads));
    }
    return sum;
  }
}
