package dev.headroom.world.oracle;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Circuit;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at the physical site four times a second, and at every state that is published. */
public final class Oracle {

  private static final Duration RECOVERY = Duration.ofSeconds(30);
  private static final Duration S8 = Duration.ofSeconds(10);

  private final PhysicalSite site;
  private final Faults faults;
  private final Duration longestTail;
  private final Map<Revision, Long> owners = new HashMap<>();
  private final Map<String, Long> followed = new HashMap<>();
  private final List<Violation> found = new ArrayList<>();

  public Oracle(PhysicalSite site, Faults faults, Duration longestTail) {
    this.site = site;
    this.faults = faults;
    this.longestTail = longestTail;
  }

  public List<Violation> found() {
    return List.copyOf(found);
  }

  /** Who really issued a revision, whatever epoch it bears. */
  public void issued(Revision revision, long owner) {
    owners.put(revision, owner);
  }

  /** S7: a charger that follows an owner follows no earlier one after it. */
  public void published(EvseState state) {
    state
        .acknowledged()
        .map(it -> owners.get(it.revision()))
        .ifPresent(
            owner -> {
              long before = followed.getOrDefault(state.evse(), 0L);
              if (owner < before) {
                found.add(new Violation("S7", state.at(), state.evse() + " follows " + owner));
              }
              followed.put(state.evse(), owner);
            });
  }

  public void look(Instant now) {
    boolean controlled = faults.underControl(now, RECOVERY);
    for (Circuit circuit : site.site().circuits()) {
      for (Phase phase : circuit.phases()) {
        breaker(circuit, phase, controlled, now);
      }
    }
    site.stations().forEach(station -> charger(station, now));
  }

  private void breaker(Circuit circuit, Phase phase, boolean controlled, Instant now) {
    var heat = site.heat(circuit.name(), phase);
    String where = circuit.name() + " " + phase;
    if (heat.violated()) {
      found.add(new Violation("D", now, where + " is past its patience"));
    }
    if (controlled && heat.above().compareTo(S8) > 0) {
      found.add(new Violation("S8", now, where + " above its rating for " + heat.above()));
    }
  }

  private void charger(ChargingStation station, Instant now) {
    var connector = station.connector(1);
    int offered = connector.offeredMilliamps();
    if (offered > 0 && offered < connector.evse().minimumMilliamps()) {
      found.add(new Violation("S6", now, station.id() + " offers " + offered + " mA"));
    }
    if (offered > connector.evse().fallbackMilliamps() && gatewayDeadFor(now)) {
      found.add(new Violation("S5", now, station.id() + " offers " + offered + " mA"));
    }
  }

  private boolean gatewayDeadFor(Instant now) {
    for (Fault fault : faults.all()) {
      if (fault.kind() == FaultKind.GATEWAY_DEAD
          && fault.isOn(now)
          && fault.start().plus(longestTail).plusSeconds(1).isBefore(now)) {
        return true;
      }
    }
    return false;
  }
}
