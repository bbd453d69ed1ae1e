package dev.headroom.core.site;

/**
 * Where a charger answers: its charging station's OCPP identity and the EVSE's number there, from 1
 * (OCPP 1.6: the connector id).
 */
public record StationAddress(String stationId, int evseId) {

  public StationAddress {
    if (stationId.isBlank() || stationId.length() > 48) {
      throw new IllegalArgumentException(
          "station id '" + stationId + "' must have 1 to 48 characters (OCPP 2.0.1)");
    }
    if (evseId < 1 || evseId > 1000) {
      throw new IllegalArgumentException(
          "station '" + stationId + "': an EVSE's number lies from 1 to 1000, not " + evseId);
    }
  }
}
