package dev.headroom.gateway.core.ocpp201;

/** What a schedule's start is tied to. Spelt as on the wire. */
public enum ChargingProfileKind {
  Absolute,
  Recurring,
  Relative
}
