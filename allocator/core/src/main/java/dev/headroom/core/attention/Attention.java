package dev.headroom.core.attention;

import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.SiteController;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a site is worth a look. What matters is answered at once; noise and samples are taken into
 * account by the next look, which time brings: soon while something is under way, seldom at rest,
 * and in time for what is known to come. One thread at a time.
 */
public final class Attention {

  /** How long a site without news goes without a look while something is under way. */
  public static final Duration SOON = Duration.ofMillis(500);

  /** The same of a site at rest: what time alone changes there can wait for so long. */
  public static final Duration AT_REST = Duration.ofSeconds(5);

  /** How long news of EVSEs that come one after the other wait to be looked at together. */
  public static final Duration TOGETHER = Duration.ofMillis(50);

  /** What raises answer to is worth no less (milliamperes). */
  private static final int DEAD_BAND = 500;

  /** So near below its effective limit every rise matters (milliamperes). */
  private static final int NEAR = 1000;

  private final Map<String, PerPhase> newest = new HashMap<>();
  private final Map<String, PerPhase> looked = new HashMap<>();
  private final Map<String, String> circuits = new HashMap<>();
  private final Map<String, EvseState> states = new HashMap<>();
  private final Map<String, EvseState> lookedStates = new HashMap<>();
  private List<CircuitLoad> loads = List.of();
  private Instant lookAt = Instant.MIN;
  private Instant lookedAt = Instant.MIN;

  public Attention(SiteTree tree) {
    redefine(tree);
  }

  /** The site has a new definition, which is worth a look. */
  public void redefine(SiteTree tree) {
    looked.clear();
    newest.clear();
    circuits.clear();
    for (Circuit circuit : tree.rootFirst()) {
      circuit.meter().map(Meter::name).ifPresent(meter -> circuits.put(meter, circuit.name()));
    }
    demand();
  }

  /** There is news that nothing here judges: the next look is due. */
  public void demand() {
    lookAt = Instant.MIN;
  }

  /** Whether there is news, or time for a look without any. */
  public boolean due(Instant now) {
    return !now.isBefore(lookAt);
  }

  /** No look was possible now: it is tried again soon. */
  public void postponed(Instant now) {
    lookAt = now.plus(SOON);
  }

  /** The site was looked at by this controller, with all that was heard until now. */
  public void looked(SiteController controller, Instant now) {
    loads = controller.seen();
    looked.putAll(newest);
    lookedStates.putAll(states);
    lookedAt = now;
    Instant inTime = now.plus(controller.atRest() ? AT_REST : SOON);
    Instant change = controller.changesAt(now);
    lookAt = change.isAfter(now) && change.isBefore(inTime) ? change : inTime;
  }

  /** Of so many meters nothing fresh is known. One that leaves out a line is as good as none. */
  public long silentMeters(List<CircuitLoad> seen) {
    Set<String> silent = new HashSet<>();
    for (CircuitLoad load : seen) {
      if (load.measuredMilliamps().isEmpty() && circuits.containsValue(load.circuit())) {
        silent.add(load.circuit());
      }
    }
    return silent.size();
  }

  /**
   * A meter spoke.
   *
   * @return whether that is worth a look at once: more than noise, or more than is left
   */
  public boolean heard(MeterReading reading) {
    boolean drawn = isDrawnBy(reading);
    if (drawn) {
      demand();
    }
    return drawn;
  }

  private boolean isDrawnBy(MeterReading reading) {
    PerPhase now = reading.currentMilliamps();
    newest.put(reading.meter(), now);
    PerPhase before = looked.get(reading.meter());
    String circuit = circuits.get(reading.meter());
    if (circuit == null) {
      return false;
    }
    return before == null || differs(now, before) || isTight(circuit, now, before);
  }

  /** By more than noise. */
  private static boolean differs(PerPhase now, PerPhase before) {
    if (!before.phases().equals(now.phases())) {
      return true;
    }
    for (Phase phase : now.phases()) {
      if (Math.abs(now.on(phase) - before.on(phase)) >= DEAD_BAND) {
        return true;
      }
    }
    return false;
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

  /**
   * The gateway spoke of an EVSE. A sample beyond noise makes the next look due, no more: CTs see
   * what it says, and others of the site are about to follow.
   *
   * @return whether that is worth a look at once: more than another sample
   */
  public boolean heard(EvseState state, Instant now) {
    EvseState before = states.put(state.evse(), state);
    boolean news = before == null || !withoutSample(state).equals(withoutSample(before));
    if (news || hasMoved(state)) {
      demand();
    }
    return news && !now.isBefore(lookedAt.plus(TOGETHER));
  }

  private boolean hasMoved(EvseState state) {
    Optional<PerPhase> now = state.measured().map(MeasuredCurrent::milliamps);
    Optional<PerPhase> before =
        Optional.ofNullable(lookedStates.get(state.evse()))
            .flatMap(EvseState::measured)
            .map(MeasuredCurrent::milliamps);
    return now.isPresent() != before.isPresent()
        || (now.isPresent() && differs(now.get(), before.get()));
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
