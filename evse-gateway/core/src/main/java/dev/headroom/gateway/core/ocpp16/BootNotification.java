package dev.headroom.gateway.core.ocpp16;

import java.time.Instant;
import java.util.Optional;

/** A charge point has started, OCPP 1.6 §4.2; {@code interval} in seconds. */
public sealed interface BootNotification {

  record Req(
      String chargePointVendor,
      String chargePointModel,
      Optional<String> chargePointSerialNumber,
      Optional<String> chargeBoxSerialNumber,
      Optional<String> firmwareVersion,
      Optional<String> iccid,
      Optional<String> imsi,
      Optional<String> meterType,
      Optional<String> meterSerialNumber)
      implements BootNotification, FromStation {
    @Override
    public Action action() {
      return Action.BOOT_NOTIFICATION;
    }
  }

  record Conf(RegistrationStatus status, Instant currentTime, int interval)
      implements BootNotification, Answer {}
}
