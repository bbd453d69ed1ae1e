package dev.headroom.world.run;

import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.Visit;
import dev.headroom.actors.vehicle.Visits;
import dev.headroom.core.site.Evse;
import dev.headroom.world.setting.Setting;
import dev.headroom.world.station.Station;
import dev.headroom.world.time.Agenda;
import java.util.Map;

/** Vehicles that come and go. */
final class Comings {

  private final Agenda agenda;
  private final Map<String, Station> stations;

  Comings(Agenda agenda, Setting setting, Map<String, Station> stations) {
    this.agenda = agenda;
    this.stations = stations;
    setting.visits().forEach(this::next);
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
