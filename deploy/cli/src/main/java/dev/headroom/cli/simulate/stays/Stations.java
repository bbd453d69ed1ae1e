package dev.headroom.cli.simulate.stays;

import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which EVSE a session file means: by the EVSE's name, by {@code station/evse} as OCPP numbers
 * them, or by the station alone where it has one EVSE.
 */
final class Stations {

  private final Map<String, Integer> portOf = new HashMap<>();

  Stations(Site site) {
    List<Evse> evses = site.evses();
    for (int port = 0; port < evses.size(); port++) {
      String station = evses.get(port).address().stationId();
      portOf.put(evses.get(port).name(), port);
      portOf.put(station + "/" + evses.get(port).address().evseId(), port);
      if (evses.stream().filter(it -> it.address().stationId().equals(station)).count() == 1) {
        portOf.put(station, port);
      }
    }
  }

  OptionalInt port(String station) {
    Integer port = portOf.get(station);
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }
}
