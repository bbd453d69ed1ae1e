package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;
import java.util.Optional;

/** Something of weight for security; OCPP 2.0.1 A04. */
public sealed interface SecurityEventNotification {

  record Req(String type, Instant timestamp, Optional<String> techInfo)
      implements SecurityEventNotification, FromStation {
    @Override
    public Action action() {
      return Action.SECURITY_EVENT_NOTIFICATION;
    }
  }

  record Res() implements SecurityEventNotification, Answer {}
}
