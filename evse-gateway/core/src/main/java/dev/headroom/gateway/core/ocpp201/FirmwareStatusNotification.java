package dev.headroom.gateway.core.ocpp201;

import java.util.OptionalInt;

/** How an update of firmware goes; OCPP 2.0.1 L01. */
public sealed interface FirmwareStatusNotification {

  record Req(String status, OptionalInt requestId)
      implements FirmwareStatusNotification, FromStation {
    @Override
    public Action action() {
      return Action.FIRMWARE_STATUS_NOTIFICATION;
    }
  }

  record Res() implements FirmwareStatusNotification, Answer {}
}
