package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;
import java.util.OptionalInt;

/** A unit and the power of ten it is taken by; absent they are Wh and 0. */
public record UnitOfMeasure(Optional<String> unit, OptionalInt multiplier) {}
