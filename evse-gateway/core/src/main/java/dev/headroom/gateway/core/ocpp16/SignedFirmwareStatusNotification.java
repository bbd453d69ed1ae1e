package dev.headroom.gateway.core.ocpp16;

import java.util.OptionalInt;

/** How an update of signed firmware goes; security whitepaper of OCPP 1.6 §5.17. */
public sealed interface SignedFirmwareStatusNotification {

  record Req(String status, OptionalInt requestId)
      implements SignedFirmwareStatusNotification, FromStation {
    @Override
    public Action action() {
      return Action.SIGNED_FIRMWARE_STATUS_NOTIFICATION;
    }
  }

  record Conf() implements SignedFirmwareStatusNotification, Answer {}
}
