package dev.headroom.world.oracle;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.electrical.LineCurrents;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * That the site is of use. Nobody waits for minutes beside headroom that even a declared rise of
 * the building would leave; nobody gets nothing for the length of several turns.
 */
final class UseJudge implements Judge {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** Raise delay, ramp and what others may claim back take their time. */
  private static final Duration UNUSED_AT_MOST = Duration.ofMinutes(6);

  /** Four times the dwell of a turn. */
  private static final Duration NOTHING_AT_MOST = Duration.ofMinutes(60);

  private static final int WORTH_MILLIAMPS = 2000;
  private static final int FREE_MILLIAMPS = 8000;

  private final Map<String, Instant> waitsSince = new HashMap<>();
  private final Map<String, Instant> nothingSince = new HashMap<>();
  private Instant next = Instant.MIN;

  @Override
  public void look(Sight sight, Consumer<Violation> found) {
    Instant now = sight.now();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(BETWEEN_LOOKS);
    boolean judged = sight.holds(Rule.LIVENESS) && !isCapped(sight);
    Set<String> full = judged ? full(sight) : Set.of();
    for (ChargingStation station : sight.physical().stations()) {
      for (Connector connector : station.connectors()) {
        judge(connector, judged, full, sight, found);
      }
    }
  }

  /** What a demand cap leaves in its window, circuits do not show. */
  private static boolean isCapped(Sight sight) {
    return sight.physical().site().control().demandCap().isPresent();
  }

  private void judge(
      Connector connector,
      boolean judged,
      Set<String> full,
      Sight sight,
      Consumer<Violation> found) {
    Evse evse = connector.evse();
    boolean wants = wants(connector);
    boolean unused = judged && wants && !anyAbove(evse, full, sight);
    if (lasts(waitsSince, evse.name(), unused, UNUSED_AT_MOST, sight.now())) {
      found.accept(new Violation(Rule.LIVENESS, sight.now(), evse.name() + " waits beside room"));
    }
    boolean nothing = judged && wants && connector.offeredMilliamps() == 0;
    if (lasts(nothingSince, evse.name(), nothing, NOTHING_AT_MOST, sight.now())) {
      found.accept(new Violation(Rule.STARVATION, sight.now(), evse.name() + " gets nothing"));
    }
  }

  private static boolean lasts(
      Map<String, Instant> since, String evse, boolean is, Duration most, Instant now) {
    if (!is) {
      since.remove(evse);
      return false;
    }
    return since.computeIfAbsent(evse, _ -> now).plus(most).isBefore(now);
  }

  private static boolean wants(Connector connector) {
    Optional<Vehicle> vehicle = connector.vehicle();
    return connector.transaction().isPresent()
        && vehicle.isPresent()
        && !vehicle.get().satisfied()
        && vehicle.get().acceptsMilliamps() >= connector.offeredMilliamps() + WORTH_MILLIAMPS
        && connector.maximumMilliamps() >= connector.offeredMilliamps() + WORTH_MILLIAMPS;
  }

  /** Circuits that have no room that could be relied on, beside what the building may add. */
  private static Set<String> full(Sight sight) {
    Set<String> full = new HashSet<>();
    for (Circuit circuit : sight.physical().site().circuits()) {
      int rise =
          Math.max(
              circuit.rises().largestStepMilliamps().orElse(circuit.breakerMilliamps()),
              circuit.rises().withinTtlMilliamps().orElse(circuit.breakerMilliamps()));
      LineCurrents flowing =
          sight
              .physical()
              .baseOf(circuit.name())
              .plus(sight.physical().below(circuit.name(), evse -> kept(evse, sight)));
      for (Phase phase : circuit.phases()) {
        int free = circuit.continuousMilliamps() - rise - flowing.magnitudeMilliamps(phase);
        if (free < FREE_MILLIAMPS) {
          full.add(circuit.name());
        }
      }
    }
    return full;
  }

  /**
   * What nobody else can have: what it draws; its minimum once it has that, drawn or not; and where
   * no vehicle charges the fallback, at which one may begin by itself.
   */
  private static LineCurrents kept(Evse evse, Sight sight) {
    Connector connector = sight.physical().connectorOf(evse);
    int own =
        connector.transaction().isPresent()
            ? Math.min(connector.offeredMilliamps(), evse.minimumMilliamps())
            : evse.fallbackMilliamps();
    return own > connector.drawMilliamps()
        ? LineCurrents.behind(connector.supply(), evse.wiring(), evse.wiring().lines().size(), own)
        : connector.currents();
  }

  private static boolean anyAbove(Evse evse, Set<String> full, Sight sight) {
    Optional<String> at = Optional.of(evse.circuit());
    while (at.isPresent()) {
      if (full.contains(at.get())) {
        return true;
      }
      String name = at.get();
      at =
          sight.physical().site().circuits().stream()
              .filter(circuit -> circuit.name().equals(name))
              .findFirst()
              .flatMap(Circuit::parent);
    }
    return false;
  }
}
