package dev.headroom.gateway.core.ocpp16;

import java.time.Instant;
import java.util.Optional;

/** Something of weight for security; security whitepaper of OCPP 1.6 §5.14. */
public sealed interface SecurityEventNotification {

  record Req(String type, Instant timestamp, Optional<String> techInfo)
      implements SecurityEventNotification, FromStation {
    @Override
    public Action action() {
      return Action.SECURITY_EVENT_NOTIFICATION;
    }
  }

  record Conf() implements SecurityEventNotification, Answer {}
}
