package dev.headroom.simulator.run;

import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.Visit;
import dev.headroom.actors.vehicle.Visits;
import java.time.Instant;
import java.util.Optional;

/** Plugs in and unplugs an EVSE's vehicles as they come and go. */
final class VehicleTraffic {

  private record Present(Visit visit, Vehicle vehicle) {}

  private final Visits visits;
  private Optional<Visit> next;
  private Optional<Present> here = Optional.empty();
  private Tally departed = Tally.NONE;

  VehicleTraffic(Visits visits) {
    this.visits = visits;
    this.next = visits.next();
  }

  /**
   * A vehicle that somebody else plugged in is left alone; one whose time has come waits, and goes
   * away unserved when its stay is over.
   */
  void tick(Instant now, Connector connector, Runnable unplug) {
    here.filter(present -> !now.isBefore(present.visit().departure()))
        .ifPresent(present -> depart(present, connector, unplug));
    while (next.filter(visit -> !now.isBefore(visit.departure())).isPresent()) {
      departed = departed.plus(Tally.missed(next.get().vehicle()));
      next = visits.next();
    }
    if (here.isEmpty() && connector.vehicle().isEmpty()) {
      next.filter(visit -> !now.isBefore(visit.arrival()))
          .ifPresent(visit -> arrive(visit, connector));
    }
  }

  private void depart(Present present, Connector connector, Runnable unplug) {
    if (connector.vehicle().filter(present.vehicle()::equals).isPresent()) {
      unplug.run();
    }
    departed = departed.plus(Tally.departed(present.vehicle()));
    here = Optional.empty();
  }

  private void arrive(Visit visit, Connector connector) {
    Vehicle vehicle = new Vehicle(visit.vehicle());
    connector.plug(vehicle);
    here = Optional.of(new Present(visit, vehicle));
    next = visits.next();
  }

  /** Everybody who came so far. */
  Tally tally() {
    return here.map(present -> departed.plus(Tally.present(present.vehicle()))).orElse(departed);
  }
}
