package dev.headroom.gateway.core.control;

import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Evse;

/**
 * The limit an allocation gives an EVSE.
 *
 * @param mayRaise false once the lease was lost after it came: it then cuts but raises nothing
 */
record Wanted(int limitMilliamps, Revision revision, boolean mayRaise) {

  /** Never above the EVSE's maximum (S4); what it cannot be asked for is a pause (S6). */
  static Wanted of(int limitMilliamps, Revision revision, Evse evse) {
    int bounded = Math.min(limitMilliamps, evse.maximumMilliamps());
    int enforceable = bounded < evse.floorMilliamps() ? 0 : bounded;
    return new Wanted(enforceable, revision, true);
  }

  Wanted withoutRaise() {
    return new Wanted(limitMilliamps, revision, false);
  }
}
