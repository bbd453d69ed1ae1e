package dev.headroom.allocator.partition;

import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.SiteTree;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which news of a site are worth a look at once. The others, noise and samples, are taken into
 * account by the next look, which time brings soon enough.
 */
final class Attention {

  /** What raises answer to is worth no less (milliamperes). */
  private static final int DEAD_BAND = 500;

  /** So near below its effective limit every rise matters (milliamperes). */
  private static final int NEAR = 1000;

  private final Map<String, PerPhase> newest = new HashMap<>();
  private final Map<String, PerPhase> looked = new HashMap<>();
  private final Map<String, String> circuits = new HashMap<>();
  private final Map<String, EvseState> states = new HashMap<>();
  private List<CircuitLoad> loads = List.of();

  Attention(SiteTree tree) {
    redefine(tree);
  }

  void redefine(SiteTree tree) {
    looked.clear();
    newest.clear();
    circuits.clear();
    for (Circuit circuit : tree.rootFirst()) {
      circuit.meter().map(Meter::name).ifPresent(meter -> circuits.put(meter, circuit.name()));
    }
  }

  /** The site was looked at, with all that was heard until now. */
  void looked(List<CircuitLoad> seen) {
    loads = seen;
    looked.putAll(newest);
  }

  /** Of so many meters nothing fresh is known. One that leaves out a line is as good as none. */
  long silentMeters(List<CircuitLoad> seen) {
    return seen.stream()
        .filter(load -> load.measuredMilliamps().isEmpty())
        .map(CircuitLoad::circuit)
        .filter(circuits::containsValue)
        .distinct()
        .count();
  }

  /** Whether this changes what was looked at by more than noise, or more than is left. */
  boolean isDrawnBy(MeterReading reading) {
    PerPhase now = reading.currentMilliamps();
    newest.put(reading.meter(), now);
    PerPhase before = looked.get(reading.meter());
    String circuit = circuits.get(reading.meter());
    if (circuit == null) {
      return false;
    }
    if (before == null || !before.phases().equals(now.phases())) {
      return true;
    }
    for (Phase phase : now.phases()) {
      int rise = now.on(phase) - before.on(phase);
      if (Math.abs(rise) >= DEAD_BAND) {
        return true;
      }
    }
    return isTight(circuit, now, before);
  }

  private boolean isTight(String circuit, PerPhase now, PerPhase before) {
    for (CircuitLoad load : loads) {
      if (load.circuit().equals(circuit) && isTight(load, now, before)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTight(CircuitLoad load, PerPhase now, PerPhase before) {
    Phase phase = load.phase();
    if (!now.phases().contains(phase)) {
      return false;
    }
    boolean above = now.on(phase) > load.effectiveLimitMilliamps();
    boolean near = now.on(phase) > load.effectiveLimitMilliamps() - NEAR;
    return above || (near && now.on(phase) > before.on(phase));
  }

  /** Whether this says more than another sample. */
  boolean isDrawnBy(EvseState state) {
    EvseState before = states.put(state.evse(), state);
    return before == null || !withoutSample(state).equals(withoutSample(before));
  }

  private static EvseState withoutSample(EvseState state) {
    return new EvseState(
        state.site(),
        state.evse(),
        state.connectionEpoch(),
        Instant.EPOCH,
        state.online(),
        state.session(),
        state.acknowledged(),
        state.settled(),
        Optional.empty(),
        state.baseAccepted(),
        state.fallbackProven(),
        state.disobeys());
  }
}
