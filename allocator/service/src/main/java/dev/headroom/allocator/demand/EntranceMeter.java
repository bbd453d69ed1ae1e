package dev.headroom.allocator.demand;

import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.demand.ClosedWindow;
import dev.headroom.core.demand.OpenWindow;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sums up what a site takes through its service entrance, where that has a meter or the site a
 * demand cap. A meter that says watts is believed; otherwise it is its amperes times the volts that
 * it says or, without those, that are configured. Unmeasured time counts at the worst: the
 * worst-case base load and all that EVSEs may draw.
 */
public final class EntranceMeter {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  private Circuit circuit;
  private Supply supply;
  private Duration length;
  private Duration soon;
  private boolean isKept;
  private Optional<OpenWindow> open = Optional.empty();

  @SuppressWarnings("NullAway.Init") // by redefine
  public EntranceMeter(SiteTree tree) {
    redefine(tree);
  }

  /** The site has a new definition; a window goes on unless it is another's. */
  public void redefine(SiteTree tree) {
    circuit = tree.root();
    supply = tree.supplyOf(circuit);
    Optional<DemandCap> cap = tree.site().control().demandCap();
    length = cap.map(DemandCap::window).orElse(QUARTER);
    soon = tree.site().control().staleAfter();
    isKept = cap.isPresent() || circuit.meter().isPresent();
    resume(open);
  }

  /** Goes on with a window, if it is one of this entrance. */
  public void resume(Optional<OpenWindow> window) {
    open =
        window
            .filter(it -> isKept && it.circuit().equals(circuit.name()))
            .filter(it -> it.length().equals(length));
  }

  /** The window that now lies in; empty where none is kept, and before the first news. */
  public Optional<OpenWindow> open() {
    return open;
  }

  /** A meter of the site spoke; returns the windows that ended by it. */
  public List<ClosedWindow> accept(MeterReading reading, List<CircuitLoad> seen) {
    boolean ours = circuit.meter().map(Meter::name).filter(reading.meter()::equals).isPresent();
    Optional<OpenWindow.Power> power = ours ? powerOf(reading) : Optional.empty();
    Instant at = reading.receivedAt();
    return power.map(it -> take(now(at).metered(it, worst(seen), soon, at))).orElse(List.of());
  }

  /** Time has passed; returns the windows that no reading can change any more. */
  public List<ClosedWindow> passed(List<CircuitLoad> seen, Instant now) {
    return isKept ? take(now(now).passed(worst(seen), soon, now)) : List.of();
  }

  private OpenWindow now(Instant now) {
    return open.orElseGet(() -> OpenWindow.begin(circuit.name(), length, now));
  }

  private List<ClosedWindow> take(OpenWindow.Step step) {
    open = Optional.of(step.next());
    return step.closed();
  }

  private Optional<OpenWindow.Power> powerOf(MeterReading reading) {
    Optional<PerPhase> real = reading.activePowerWatts().filter(this::hasEveryPhase);
    if (real.isPresent()) {
      long watts = circuit.phases().stream().mapToLong(real.get()::on).sum();
      return Optional.of(new OpenWindow.Power(Math.max(0, watts), true));
    }
    if (!hasEveryPhase(reading.currentMilliamps())) {
      return Optional.empty();
    }
    long milliwatts = 0;
    for (Phase phase : circuit.phases()) {
      milliwatts += (long) (volts(reading, phase) * reading.currentMilliamps().on(phase));
    }
    return Optional.of(new OpenWindow.Power(milliwatts / 1000, false));
  }

  private boolean hasEveryPhase(PerPhase values) {
    return values.phases().containsAll(circuit.phases());
  }

  private double volts(MeterReading reading, Phase phase) {
    return reading
        .voltageMillivolts()
        .filter(it -> it.phases().contains(phase))
        .map(it -> it.on(phase) / 1000.0)
        .orElse((double) supply.volts(phase));
  }

  private long worst(List<CircuitLoad> seen) {
    long milliwatts = 0;
    for (Phase phase : circuit.phases()) {
      milliwatts += (long) supply.volts(phase) * worstMilliamps(phase, seen);
    }
    return milliwatts / 1000;
  }

  /** Before the first look all that the circuit may carry. */
  private int worstMilliamps(Phase phase, List<CircuitLoad> seen) {
    for (CircuitLoad load : seen) {
      if (load.phase() == phase && load.circuit().equals(circuit.name())) {
        return circuit.worstBaseMilliamps(phase) + load.mostMilliamps();
      }
    }
    return circuit.continuousMilliamps();
  }
}
