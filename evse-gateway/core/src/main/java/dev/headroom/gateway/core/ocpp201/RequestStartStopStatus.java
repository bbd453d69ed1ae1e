package dev.headroom.gateway.core.ocpp201;

/** The answer to a RequestStopTransaction. Spelt as on the wire. */
public enum RequestStartStopStatus {
  Accepted,
  Rejected
}
