package dev.headroom.gateway.charging;

/** Which charging session: a transaction's id is unique at its station alone. */
public record ChargingKey(String stationId, String transactionId) {}
