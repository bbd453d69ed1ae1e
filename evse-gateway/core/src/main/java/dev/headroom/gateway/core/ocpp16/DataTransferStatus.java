package dev.headroom.gateway.core.ocpp16;

/** The answer to a DataTransfer. Spelt as on the wire. */
public enum DataTransferStatus {
  Accepted,
  Rejected,
  UnknownMessageId,
  UnknownVendorId
}
