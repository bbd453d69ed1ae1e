package dev.headroom.gateway.core.ocpp16;

/** How an update of firmware goes; OCPP 1.6 §4.5. */
public sealed interface FirmwareStatusNotification {

  record Req(String status) implements FirmwareStatusNotification, FromStation {
    @Override
    public Action action() {
      return Action.FIRMWARE_STATUS_NOTIFICATION;
    }
  }

  record Conf() implements FirmwareStatusNotification, Answer {}
}
