package dev.headroom.gateway.core.ocpp16;

/** Asks to stop a transaction; OCPP 1.6 §5.12. */
public sealed interface RemoteStopTransaction {

  record Req(int transactionId) implements RemoteStopTransaction, ToStation {
    @Override
    public Action action() {
      return Action.REMOTE_STOP_TRANSACTION;
    }
  }

  record Conf(RemoteStartStopStatus status) implements RemoteStopTransaction, Answer {}
}
