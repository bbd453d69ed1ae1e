package dev.headroom.gateway.core.ocpp201;

/** The answer to a DataTransfer. Spelt as on the wire. */
public enum DataTransferStatus {
  Accepted,
  Rejected,
  UnknownMessageId,
  UnknownVendorId
}
