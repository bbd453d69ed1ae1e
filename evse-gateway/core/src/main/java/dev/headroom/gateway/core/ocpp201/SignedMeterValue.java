package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** A value as it is billed; nobody reads it here. */
public record SignedMeterValue(
    Optional<String> signedMeterData,
    Optional<String> signingMethod,
    Optional<String> encodingMethod,
    Optional<String> publicKey) {}
