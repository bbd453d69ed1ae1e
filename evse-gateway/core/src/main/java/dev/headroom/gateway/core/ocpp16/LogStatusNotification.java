package dev.headroom.gateway.core.ocpp16;

import java.util.OptionalInt;

/** How an upload of a log goes; security whitepaper of OCPP 1.6 §5.13. */
public sealed interface LogStatusNotification {

  record Req(String status, OptionalInt requestId) implements LogStatusNotification, FromStation {
    @Override
    public Action action() {
      return Action.LOG_STATUS_NOTIFICATION;
    }
  }

  record Conf() implements LogStatusNotification, Answer {}
}
