package dev.headroom.gateway.core.ocpp201;

/** What a connector does. Spelt as on the wire. */
public enum ConnectorStatus {
  Available,
  Occupied,
  Reserved,
  Unavailable,
  Faulted
}
