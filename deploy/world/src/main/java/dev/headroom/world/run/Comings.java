package dev.headroom.world.run;

import dev.headroom.actors.vehicle.SeededVisits;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.Visit;
import dev.headroom.actors.vehicle.Visits;
import dev.headroom.core.site.Evse;
import dev.headroom.world.setting.Setting;
import dev.headroom.world.station.Station;
import dev.headroom.world.time.Agenda;
import java.util.Map;
import java.util.SplittableRandom;

/** Vehicles that come and go. */
final class Comings {

  private static final int FIRST_WITHIN_SECONDS = 300;

  private final Agenda agenda;
  private final Map<String, Station> stations;

  Comings(Agenda agenda, Setting setting, Map<String, Station> stations) {
    this.agenda = agenda;
    this.stations = stations;
    SplittableRandom random = setting.chances().of("vehicles");
    for (Evse evse : setting.site().evses()) {
      Visits visits =
          new SeededVisits(
              random.nextLong(),
              evse.output(),
              Setting.START.plusSeconds(random.nextInt(30, FIRST_WITHIN_SECONDS)));
      next(evse, visits);
    }
  }

  private void next(Evse evse, Visits visits) {
    visits.next().ifPresent(visit -> expect(evse, visits, visit));
  }

  private void expect(Evse evse, Visits visits, Visit visit) {
    Station station = stations.get(evse.address().stationId());
    if (station != null) {
      int number = evse.address().evseId();
      agenda.at(visit.arrival(), () -> station.plug(number, new Vehicle(visit.vehicle())));
      agenda.at(
          visit.departure(),
          () -> {
            station.unplug(number);
            next(evse, visits);
          });
    }
  }
}
