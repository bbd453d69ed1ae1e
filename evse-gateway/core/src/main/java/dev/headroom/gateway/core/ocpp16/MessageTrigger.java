package dev.headroom.gateway.core.ocpp16;

/** What a TriggerMessage can ask for. Spelt as on the wire. */
public enum MessageTrigger {
  BootNotification,
  DiagnosticsStatusNotification,
  FirmwareStatusNotification,
  Heartbeat,
  MeterValues,
  StatusNotification
}
