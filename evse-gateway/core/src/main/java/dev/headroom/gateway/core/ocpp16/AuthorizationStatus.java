package dev.headroom.gateway.core.ocpp16;

/** Whether an identifier may charge. Spelt as on the wire. */
public enum AuthorizationStatus {
  Accepted,
  Blocked,
  Expired,
  Invalid,
  ConcurrentTx
}
