package dev.headroom.core.allocation;

import java.util.OptionalLong;

/** A limit that books are told of. */
final class GivenLimit {

  private GivenLimit() {}

  /** Of an EVSE on the connection that fixtures have: the seventh. */
  static EvseLimit of(int milliamps) {
    return new EvseLimit("bay", milliamps, Reason.of(Reason.Kind.FAIR_SHARE), OptionalLong.of(7));
  }
}
