package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** How a station reaches a mobile network. */
public record Modem(Optional<String> iccid, Optional<String> imsi) {}
