package dev.headroom.gateway.fact;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.session.OpenTransaction;
import java.util.List;
import java.util.Optional;

/** What is on record of a station when it opens a socket. */
public record StationRecord(Optional<StationIdentity> identity, List<OpenTransaction> open) {

  public StationRecord {
    open = List.copyOf(open);
  }
}
