package dev.headroom.gateway.charging;

import java.util.Optional;

/**
 * Where a session is, as its site's definition says when it is heard of.
 *
 * @param mostWatts above what the EVSE can never deliver; bounds what its register may gain (S4)
 */
public record Place(String site, String evse, Optional<String> tenant, long mostWatts) {

  /** More than any charger there is delivers. */
  public static final long ANY_CHARGER_WATTS = 4_000_000;
}
