package dev.headroom.gateway.fact;

import dev.headroom.gateway.charging.ChargingKey;
import dev.headroom.gateway.charging.Ending;
import dev.headroom.gateway.charging.Place;
import dev.headroom.gateway.charging.RegisterRead;
import dev.headroom.gateway.core.control.Written;
import dev.headroom.gateway.core.dialect.SecurityEvent;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.session.OpenTransaction;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened and shall be found in the database later. Writing it twice is harmless,
 * and so is writing what belongs to one charging session in another order.
 */
public sealed interface Fact {

  /** A station said what it is. */
  record StationBooted(String stationId, StationIdentity identity, Instant at) implements Fact {}

  /** A station came or went. */
  record StationSeen(String stationId, Instant at) implements Fact {}

  /** A station told of its security. */
  record SecurityEventHeard(String stationId, SecurityEvent event, Instant heardAt)
      implements Fact {}

  /** How many profiles were written for an EVSE on a day; a lower count is an older one. */
  record ProfilesWritten(String stationId, int evseId, Written written) implements Fact {}

  /**
   * A charging session began.
   *
   * @param ocppVersion such as {@code 1.6}
   */
  record ChargingStarted(
      String stationId, Place place, OpenTransaction transaction, String ocppVersion)
      implements Fact {

    ChargingKey key() {
      return new ChargingKey(stationId, transaction.id());
    }
  }

  /** What the energy register of a session showed. */
  record EnergyRead(ChargingKey key, Optional<Place> place, RegisterRead read) implements Fact {}

  /** A charging session ended. */
  record ChargingEnded(ChargingKey key, Ending ending) implements Fact {}
}
