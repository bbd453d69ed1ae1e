package dev.headroom.world.process;

import dev.headroom.actors.site.CtMeter;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.fault.Faulty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** One meter and its way to the ingest, with what is wrong with both. */
final class MeterProcess implements Faulty {

  private static final int LATE_MILLIS = 8000;
  private static final int REORDERED_MILLIS = 2500;
  private static final int USUAL_MILLIS = 60;
  private static final double MOST_CLOCK_ERROR_MILLIS = 20_000;

  private final CtMeter clamps;
  private final Set<Fault> faults = new LinkedHashSet<>();
  private Optional<PerPhase> frozen = Optional.empty();

  MeterProcess(CtMeter clamps) {
    this.clamps = clamps;
  }

  /** What it says now; empty if it says nothing. */
  Optional<PerPhase> shown() {
    if (has(FaultKind.METER_SILENT)) {
      return Optional.empty();
    }
    PerPhase truth = clamps.sample().currentMilliamps();
    if (has(FaultKind.METER_FROZEN)) {
      frozen = Optional.of(frozen.orElse(truth));
      return frozen;
    }
    frozen = Optional.empty();
    PerPhase seen = has(FaultKind.METER_PHASES_SWAPPED) ? swapped(truth) : truth;
    return Optional.of(has(FaultKind.METER_WRONG) ? halved(seen) : seen);
  }

  private static PerPhase swapped(PerPhase truth) {
    List<Phase> phases = new ArrayList<>(truth.phases());
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    for (int i = 0; i < phases.size(); i++) {
      values.put(phases.get(i), truth.on(phases.get((i + 1) % phases.size())));
    }
    return new PerPhase(values);
  }

  private static PerPhase halved(PerPhase truth) {
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    truth.values().forEach((phase, milliamps) -> values.put(phase, milliamps / 2));
    return new PerPhase(values);
  }

  Duration clockError() {
    return faults.stream()
        .filter(fault -> fault.kind() == FaultKind.METER_CLOCK_OFF)
        .map(fault -> Duration.ofMillis((long) ((2 * fault.size() - 1) * MOST_CLOCK_ERROR_MILLIS)))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  Duration delay(SplittableRandom random) {
    int least = has(FaultKind.METER_LATE) ? LATE_MILLIS : 0;
    int jitter = has(FaultKind.METER_REORDERED) ? REORDERED_MILLIS : USUAL_MILLIS;
    return Duration.ofMillis(least + random.nextInt(jitter));
  }

  private boolean has(FaultKind kind) {
    for (Fault fault : faults) {
      if (fault.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void begin(Fault fault) {
    faults.add(fault);
  }

  @Override
  public void end(Fault fault) {
    faults.remove(fault);
  }
}
