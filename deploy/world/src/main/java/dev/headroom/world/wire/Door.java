package dev.headroom.world.wire;

import java.util.Optional;

/** Where chargers connect. */
@FunctionalInterface
public interface Door {

  /** A socket for a station, or nothing where nobody listens. */
  Optional<Link> open(String stationId, Link.End station);
}
