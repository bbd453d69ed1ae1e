package dev.headroom.core.site;

import java.util.regex.Pattern;

/**
 * Where a charger answers: its charging station's OCPP identity and the EVSE's number there, from 1
 * (OCPP 1.6: the connector id).
 */
public record StationAddress(String stationId, int evseId) {

  /** An identifierString; a charger that calls itself otherwise is not let in by the gateway. */
  public static final String FORM = "[A-Za-z0-9*+=:|@._-]{1,48}";

  private static final Pattern IDENTITY = Pattern.compile(FORM);

  public StationAddress {
    if (!IDENTITY.matcher(stationId).matches()) {
      throw new IllegalArgumentException(
          "station id '"
              + stationId
              + "' must have 1 to 48 characters, letters, digits or any of * + = : | @ . _ - as"
              + " OCPP 2.0.1 has them");
    }
    if (evseId < 1 || evseId > 1000) {
      throw new IllegalArgumentException(
          "station '" + stationId + "': an EVSE's number lies from 1 to 1000, not " + evseId);
    }
  }
}
