package dev.headroom.gateway.core.ocpp16;

/** The answer to a BootNotification. Spelt as on the wire. */
public enum RegistrationStatus {
  Accepted,
  Pending,
  Rejected
}
