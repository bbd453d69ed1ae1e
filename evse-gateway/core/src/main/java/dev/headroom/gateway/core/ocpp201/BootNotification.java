package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;

/** A station has started, OCPP 2.0.1 B01; {@code interval} in seconds. */
public sealed interface BootNotification {

  record Req(ChargingStation chargingStation, String reason)
      implements BootNotification, FromStation {
    @Override
    public Action action() {
      return Action.BOOT_NOTIFICATION;
    }
  }

  record Res(Instant currentTime, int interval, RegistrationStatus status)
      implements BootNotification, Answer {}
}
