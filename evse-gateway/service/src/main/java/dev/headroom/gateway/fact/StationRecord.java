package dev.headroom.gateway.fact;

import dev.headroom.gateway.core.control.Written;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.session.OpenTransaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is on record of a station when it opens a socket.
 *
 * @param written by EVSE, how many profiles were written on its latest day
 */
public record StationRecord(
    Optional<StationIdentity> identity, List<OpenTransaction> open, Map<Integer, Written> written) {

  public StationRecord {
    open = List.copyOf(open);
    written = Map.copyOf(written);
  }
}
