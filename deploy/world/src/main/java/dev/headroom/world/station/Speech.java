package dev.headroom.world.station;

import dev.headroom.actors.charger.Connector;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a charging station says and understands, in the gateway's typed words of one version. */
interface Speech {

  Request boot(Instant now);

  Request status(Connector connector, Instant now);

  /** A transaction has begun at the charger. */
  Request started(Connector connector, Instant now);

  /** A transaction ends: before the charger ends it. Empty if nobody ever named it. */
  Optional<Request> stopped(Connector connector, String reason, Instant now);

  /** What the meter says, while a transaction runs that both sides can name. */
  Optional<Request> values(Connector connector, Instant now);

  /** Whether it is said later if there is no link now. */
  boolean waitsForLink(Request said);

  /** Does what it is told; empty for what it does not know. */
  Optional<Response> obey(Request request);

  /** What it says of its own once it has answered this. */
  default List<Request> after(Request heard) {
    return List.of();
  }

  /** The answer to what it said. */
  void answered(Request said, Response answer);
}
