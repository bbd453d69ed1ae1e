package dev.headroom.gateway.core.ocpp201;

/** Which part of a transaction an event is. Spelt as on the wire. */
public enum TransactionEventType {
  Started,
  Updated,
  Ended
}
