package dev.headroom.world.station;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.Installation;
import dev.headroom.world.bug.Sabotage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Profiles on their way into the charger, seen by a witness. */
record Obeying(ChargingStation charger, Abilities abilities, Sabotage sabotage, Witness witness) {

  /** Whether the charger accepts it. */
  boolean install(int connector, ChargingProfile profile) {
    if (abilities.refuses(profile)) {
      return false;
    }
    Map<Integer, Integer> before = limits();
    boolean accepted =
        charger.install(connector, sabotage.installed(profile)) instanceof Installation.Accepted;
    if (accepted) {
      limits()
          .forEach(
              (number, limit) -> {
                int was = before.getOrDefault(number, 0);
                if (was != limit || number == connector) {
                  witness.obeyed(charger.id(), number, was, limit, charger.now());
                }
              });
    }
    return accepted;
  }

  private Map<Integer, Integer> limits() {
    Map<Integer, Integer> limits = new LinkedHashMap<>();
    for (Connector each : charger.connectors()) {
      int number = each.evse().address().evseId();
      limits.put(number, charger.limitMilliamps(number, charger.now()));
    }
    return limits;
  }
}
