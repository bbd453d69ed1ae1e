package dev.headroom.gateway.core.ocpp16;

import java.time.Instant;
import java.util.Optional;

/** A connector's status, connector 0 being the charge point; OCPP 1.6 §4.9. */
public sealed interface StatusNotification {

  record Req(
      int connectorId,
      String errorCode,
      Optional<String> info,
      ChargePointStatus status,
      Optional<Instant> timestamp,
      Optional<String> vendorId,
      Optional<String> vendorErrorCode)
      implements StatusNotification, FromStation {
    @Override
    public Action action() {
      return Action.STATUS_NOTIFICATION;
    }
  }

  record Conf() implements StatusNotification, Answer {}
}
