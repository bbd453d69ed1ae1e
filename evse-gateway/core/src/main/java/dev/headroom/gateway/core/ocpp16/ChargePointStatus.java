package dev.headroom.gateway.core.ocpp16;

/** What a connector does; OCPP 1.6 §7.7. Spelt as on the wire. */
public enum ChargePointStatus {
  Available,
  Preparing,
  Charging,
  SuspendedEVSE,
  SuspendedEV,
  Finishing,
  Reserved,
  Unavailable,
  Faulted
}
