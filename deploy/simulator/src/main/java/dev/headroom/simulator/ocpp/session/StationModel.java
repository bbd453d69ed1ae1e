package dev.headroom.simulator.ocpp.session;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import java.util.List;

/** What a station says it is. */
public record StationModel(String vendor, String name, String firmware) {

  public static final StationModel AC = new StationModel("Headroom", "Simulated AC", "1.0.0");
  public static final StationModel DC = new StationModel("Headroom", "Simulated DC", "1.0.0");

  /** What a station is by its connectors: one that gives direct current makes it a DC charger. */
  public static StationModel of(ChargingStation station) {
    return station.connectors().stream().anyMatch(Connector::isDc) ? DC : AC;
  }

  /** The units in which it takes limits, as {@code A} and {@code W}. */
  public static List<String> units(ChargingStation station) {
    return of(station).equals(DC) ? List.of("W") : List.of("A", "W");
  }
}
