package dev.headroom.gateway.socket;

import java.time.Instant;

/** When time was last passed on to the sockets; long ago means that the event loop is stuck. */
public interface Heartbeat {

  Instant latest();
}
