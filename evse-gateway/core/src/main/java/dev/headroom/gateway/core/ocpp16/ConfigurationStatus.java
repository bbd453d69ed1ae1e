package dev.headroom.gateway.core.ocpp16;

/** The answer to a ChangeConfiguration. Spelt as on the wire. */
public enum ConfigurationStatus {
  Accepted,
  Rejected,
  RebootRequired,
  NotSupported
}
