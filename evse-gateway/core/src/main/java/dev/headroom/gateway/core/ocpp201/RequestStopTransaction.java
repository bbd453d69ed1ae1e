package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** Asks to stop a transaction; OCPP 2.0.1 F03. */
public sealed interface RequestStopTransaction {

  record Req(String transactionId) implements RequestStopTransaction, ToStation {
    @Override
    public Action action() {
      return Action.REQUEST_STOP_TRANSACTION;
    }
  }

  record Res(RequestStartStopStatus status, Optional<StatusInfo> statusInfo)
      implements RequestStopTransaction, Answer {}
}
