package dev.headroom.gateway.core.control;

import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Evse;

/**
 * The limit an allocation gives an EVSE.
 *
 * @param mayRaise false once the lease was lost after it came, or if this connection was not known
 *     when it was decided: it then cuts but raises nothing
 */
record Wanted(int limitMilliamps, Revision revision, boolean mayRaise) {

  /**
   * Never above the EVSE's maximum (S4), and one of the currents it accepts; below the least of
   * them is a pause (S6).
   */
  static Wanted of(int limitMilliamps, Revision revision, Evse evse) {
    int bounded = Math.min(limitMilliamps, evse.maximumMilliamps());
    return new Wanted(evse.acceptedMilliamps(bounded), revision, true);
  }

  Wanted withoutRaise() {
    return new Wanted(limitMilliamps, revision, false);
  }
}
