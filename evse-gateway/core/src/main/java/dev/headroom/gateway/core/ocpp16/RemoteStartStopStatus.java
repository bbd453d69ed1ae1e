package dev.headroom.gateway.core.ocpp16;

/** The answer to a RemoteStopTransaction. Spelt as on the wire. */
public enum RemoteStartStopStatus {
  Accepted,
  Rejected
}
