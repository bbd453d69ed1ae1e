package dev.headroom.gateway.core.ocpp16;

/** How an upload of diagnostics goes; OCPP 1.6 §4.4. */
public sealed interface DiagnosticsStatusNotification {

  record Req(String status) implements DiagnosticsStatusNotification, FromStation {
    @Override
    public Action action() {
      return Action.DIAGNOSTICS_STATUS_NOTIFICATION;
    }
  }

  record Conf() implements DiagnosticsStatusNotification, Answer {}
}
