package dev.headroom.core.evse;

import java.time.Instant;

/**
 * A vehicle at an EVSE, in an OCPP transaction.
 *
 * @param wantsCurrent false once the vehicle has stopped taking what it is offered
 */
public record ChargingSession(String id, Instant startedAt, boolean wantsCurrent) {}
