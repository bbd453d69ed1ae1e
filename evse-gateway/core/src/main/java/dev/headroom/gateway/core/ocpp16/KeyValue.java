package dev.headroom.gateway.core.ocpp16;

import java.util.Optional;

/** One configuration key of a charge point. */
public record KeyValue(String key, boolean readonly, Optional<String> value) {}
