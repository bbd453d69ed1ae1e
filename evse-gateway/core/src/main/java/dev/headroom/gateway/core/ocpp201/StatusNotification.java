package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;

/** A connector's status; OCPP 2.0.1 G01. */
public sealed interface StatusNotification {

  record Req(Instant timestamp, ConnectorStatus connectorStatus, int evseId, int connectorId)
      implements StatusNotification, FromStation {
    @Override
    public Action action() {
      return Action.STATUS_NOTIFICATION;
    }
  }

  record Res() implements StatusNotification, Answer {}
}
