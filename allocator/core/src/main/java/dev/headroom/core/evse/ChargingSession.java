package dev.headroom.core.evse;

import java.time.Instant;

/**
 * A vehicle at an EVSE, in an OCPP transaction.
 *
 * @param wantsCurrent false once the vehicle has stopped taking what it is offered
 * @param needs what it said it needs, for strategies that go by time
 */
public record ChargingSession(
    String id, Instant startedAt, boolean wantsCurrent, ChargingNeeds needs) {

  /** A vehicle that said nothing of its needs. */
  public ChargingSession(String id, Instant startedAt, boolean wantsCurrent) {
    this(id, startedAt, wantsCurrent, ChargingNeeds.UNKNOWN);
  }
}
