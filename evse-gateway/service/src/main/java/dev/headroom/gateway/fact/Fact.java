package dev.headroom.gateway.fact;

import dev.headroom.gateway.core.session.OpenTransaction;
import dev.headroom.gateway.core.session.StationIdentity;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that happened and shall be found in the database later. Writing it twice is harmless.
 */
public sealed interface Fact {

  /** A station said what it is. */
  record StationBooted(String stationId, StationIdentity identity, Instant at) implements Fact {}

  /** A station came or went. */
  record StationSeen(String stationId, Instant at) implements Fact {}

  /** A charging session began. */
  record ChargingStarted(
      String site,
      String evse,
      String stationId,
      Optional<String> tenant,
      OpenTransaction transaction)
      implements Fact {}

  /** What the energy register of a session shows, in watt-hours; a later one replaces it. */
  record EnergyRead(ChargingKey key, long wattHours) implements Fact {}

  /** A charging session ended; without a register reading if its stop was never seen. */
  record ChargingEnded(
      ChargingKey key, OptionalLong meterStopWattHours, Instant at, Optional<String> reason)
      implements Fact {}
}
