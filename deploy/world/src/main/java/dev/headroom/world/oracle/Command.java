package dev.headroom.world.oracle;

/** A change of the limit in force on a connector by a profile that the charger has taken. */
public record Command(String stationId, int connector, int beforeMilliamps, int afterMilliamps) {

  boolean raises() {
    return afterMilliamps > beforeMilliamps;
  }
}
