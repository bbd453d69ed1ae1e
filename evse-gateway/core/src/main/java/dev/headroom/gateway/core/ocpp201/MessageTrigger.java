package dev.headroom.gateway.core.ocpp201;

/** What a TriggerMessage can ask for. Spelt as on the wire. */
public enum MessageTrigger {
  BootNotification,
  Heartbeat,
  MeterValues,
  StatusNotification,
  TransactionEvent
}
