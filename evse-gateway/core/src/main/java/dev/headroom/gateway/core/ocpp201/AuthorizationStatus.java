package dev.headroom.gateway.core.ocpp201;

/** Whether an identifier may charge. Spelt as on the wire. */
public enum AuthorizationStatus {
  Accepted,
  Blocked,
  ConcurrentTx,
  Expired,
  Invalid,
  NoCredit,
  NotAllowedTypeEVSE,
  NotAtThisLocation,
  NotAtThisTime,
  Unknown
}
