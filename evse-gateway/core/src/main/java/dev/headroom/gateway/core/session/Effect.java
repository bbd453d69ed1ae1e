package dev.headroom.gateway.core.session;

import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.core.control.Written;
import dev.headroom.gateway.core.dialect.Outcome;
import dev.headroom.gateway.core.dialect.SecurityEvent;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.rpc.Frame;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a {@link StationSession} wants done, in this order. */
public sealed interface Effect {

  /** Send this to the charger. */
  record SendFrame(Frame frame) implements Effect {}

  /**
   * Publish this on the EVSE's key.
   *
   * @param opens whether it is the record that opens the EVSE's connection: its offset is the epoch
   *     of all that follow, which wait for it
   */
  record PublishState(EvseState state, boolean opens) implements Effect {

    /** The record once the epoch of its connection is known. */
    public EvseState inConnection(long epoch) {
      return new EvseState(
          state.site(),
          state.evse(),
          OptionalLong.of(epoch),
          state.at(),
          state.online(),
          state.session(),
          state.acknowledged(),
          state.settled(),
          state.measured(),
          state.baseAccepted(),
          state.fallbackProven(),
          state.disobeys());
    }
  }

  /** The station said what it is. */
  record StationBooted(StationIdentity identity, Instant at) implements Effect {}

  /** A transaction has started; by its id, once. */
  record SessionStarted(String site, String evse, OpenTransaction transaction) implements Effect {}

  /**
   * A transaction has ended; may come for one that is not on record, and again.
   *
   * @param meterStopWattHours empty if its stop was never seen
   * @param timestamp by the charger's clock, if its stop was seen
   * @param reason the charger's word, or {@code Superseded}
   */
  record SessionEnded(
      String transactionId,
      OptionalLong meterStopWattHours,
      Optional<Instant> timestamp,
      Instant at,
      Optional<String> reason)
      implements Effect {}

  /**
   * An EVSE's energy register in a transaction; every meter period, so write the latest at leisure.
   *
   * @param timestamp by the charger's clock; may come late from its offline queue
   */
  record EnergyRegister(
      String site, String evse, String transactionId, long wattHours, Instant timestamp)
      implements Effect {}

  /**
   * A profile was sent for an EVSE; note how many that makes.
   *
   * @param evseId 0 for one of the whole station
   */
  record ProfileWritten(int evseId, Written written) implements Effect {}

  /**
   * An EVSE's meter was read while the station is only observed.
   *
   * @param milliamps of its fullest line, if it was told
   * @param at by the charger's clock
   */
  record Sampled(int evseId, OptionalInt milliamps, OptionalLong wattHours, Instant at)
      implements Effect {}

  /** What became of the password the station was given; without an answer it may have it or not. */
  record Rekeyed(Outcome outcome) implements Effect {}

  /** The station told of something of weight for security. */
  record SecurityEventHeard(SecurityEvent event, Instant at) implements Effect {}

  /** Close the socket with this WebSocket code. */
  record Close(int code, String reason) implements Effect {}

  /** Count this. */
  record Count(GatewayEvent event) implements Effect {}
}
