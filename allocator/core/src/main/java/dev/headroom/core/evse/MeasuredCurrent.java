package dev.headroom.core.evse;

import dev.headroom.core.electrical.PerPhase;
import java.time.Instant;

/**
 * What the charger says the vehicle draws, in milliamperes per phase of the site; {@code at} is the
 * gateway's clock when the sample arrived.
 */
public record MeasuredCurrent(PerPhase milliamps, Instant at) {}
