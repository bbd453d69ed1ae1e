package dev.headroom.gateway.core.ocpp201;

/** A plain yes or no. Spelt as on the wire. */
public enum GenericStatus {
  Accepted,
  Rejected
}
