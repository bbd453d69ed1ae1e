package dev.headroom.simulator.run;

import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.Visit;
import dev.headroom.actors.vehicle.Visits;
import java.time.Instant;
import java.util.Optional;

/** Plugs in and unplugs an EVSE's vehicles as they come and go. */
final class VehicleTraffic {

  private final Visits visits;
  private Visit next;
  private Optional<Visit> here = Optional.empty();

  VehicleTraffic(Visits visits) {
    this.visits = visits;
    this.next = visits.next();
  }

  /** A vehicle that somebody else plugged in is left alone; one whose time has come waits. */
  void tick(Instant now, Connector connector, Runnable unplug) {
    here.filter(visit -> !now.isBefore(visit.departure()))
        .ifPresent(
            visit -> {
              if (connector.vehicle().isPresent()) {
                unplug.run();
              }
              here = Optional.empty();
            });
    if (here.isEmpty() && connector.vehicle().isEmpty() && !now.isBefore(next.arrival())) {
      connector.plug(new Vehicle(next.vehicle()));
      here = Optional.of(next);
      next = visits.next();
    }
  }
}
