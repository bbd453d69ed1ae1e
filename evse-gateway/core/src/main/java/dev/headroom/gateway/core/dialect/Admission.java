package dev.headroom.gateway.core.dialect;

/** Whether a transaction may go on, and the id it has. */
public record Admission(boolean accepted, String transactionId) {}
