package dev.headroom.gateway.core.ocpp201;

import java.util.OptionalInt;

/** How an upload of a log goes; OCPP 2.0.1 N01. */
public sealed interface LogStatusNotification {

  record Req(String status, OptionalInt requestId) implements LogStatusNotification, FromStation {
    @Override
    public Action action() {
      return Action.LOG_STATUS_NOTIFICATION;
    }
  }

  record Res() implements LogStatusNotification, Answer {}
}
