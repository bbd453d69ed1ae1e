package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** A part of a station. */
public record Component(String name, Optional<String> instance, Optional<EVSE> evse) {}
