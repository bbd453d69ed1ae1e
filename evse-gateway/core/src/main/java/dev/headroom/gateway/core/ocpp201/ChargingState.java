package dev.headroom.gateway.core.ocpp201;

/** How a transaction charges. Spelt as on the wire. */
public enum ChargingState {
  Charging,
  EVConnected,
  SuspendedEV,
  SuspendedEVSE,
  Idle
}
