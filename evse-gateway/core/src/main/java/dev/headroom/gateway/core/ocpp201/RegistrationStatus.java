package dev.headroom.gateway.core.ocpp201;

/** The answer to a BootNotification. Spelt as on the wire. */
public enum RegistrationStatus {
  Accepted,
  Pending,
  Rejected
}
