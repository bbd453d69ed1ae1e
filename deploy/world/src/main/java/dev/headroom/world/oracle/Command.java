package dev.headroom.world.oracle;

/** What a profile that the charger has taken did to the limit in force on a connector. */
public record Command(String stationId, int connector, int beforeMilliamps, int afterMilliamps) {

  boolean raises() {
    return afterMilliamps > beforeMilliamps;
  }
}
