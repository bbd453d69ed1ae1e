package dev.headroom.gateway.core.ocpp201;

/** The unit of a schedule's limits. Spelt as on the wire. */
public enum ChargingRateUnit {
  W,
  A
}
