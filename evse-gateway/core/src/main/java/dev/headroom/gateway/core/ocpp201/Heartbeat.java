package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;

/** A station is still there and asks for the time; OCPP 2.0.1 G02. */
public sealed interface Heartbeat {

  record Req() implements Heartbeat, FromStation {
    @Override
    public Action action() {
      return Action.HEARTBEAT;
    }
  }

  record Res(Instant currentTime) implements Heartbeat, Answer {}
}
