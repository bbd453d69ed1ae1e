package dev.headroom.gateway.core.ocpp16;

import java.time.Instant;

/** A charge point is still there and asks for the time; OCPP 1.6 §4.6. */
public sealed interface Heartbeat {

  record Req() implements Heartbeat, FromStation {
    @Override
    public Action action() {
      return Action.HEARTBEAT;
    }
  }

  record Conf(Instant currentTime) implements Heartbeat, Answer {}
}
