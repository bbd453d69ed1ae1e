package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** A variable of a component. */
public record Variable(String name, Optional<String> instance) {}
