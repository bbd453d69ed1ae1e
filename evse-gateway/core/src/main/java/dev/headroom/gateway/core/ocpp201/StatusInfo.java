package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** Why an answer is what it is. */
public record StatusInfo(String reasonCode, Optional<String> additionalInfo) {}
