package dev.headroom.gateway.station;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a charging station calls itself: in the path of its socket and as its user name. */
public final class StationId {

  /** OCPP 2.0.1 identifierString with the length of its charging station identity. */
  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9*+=:|@._-]{1,48}");

  private StationId() {}

  /** The identity, if it is legal. */
  public static Optional<String> of(String text) {
    return Optional.of(text).filter(id -> LEGAL.matcher(id).matches());
  }
}
