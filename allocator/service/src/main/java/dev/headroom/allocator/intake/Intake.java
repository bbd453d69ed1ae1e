package dev.headroom.allocator.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.MalformedRecord;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads records. Nothing a record holds makes it throw: what cannot be used becomes {@link
 * Arrival.Refused} with the reason.
 */
public final class Intake {

  /** What clocks may be apart; a reading later than that would count as fresh for too long. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

  private final int partitions;

  /** For topics of so many partitions. */
  public Intake(int partitions) {
    this.partitions = partitions;
  }

  /** What this record says. */
  public Arrival read(Delivery delivery) {
    if (delivery.key().isEmpty()) {
      return new Arrival.Refused("the record has no key, so no site");
    }
    String key = new String(delivery.key().get(), UTF_8);
    try {
      int partition = SitePartitioner.partitionOf(key, partitions);
      if (partition != delivery.partition()) {
        return new Arrival.Refused(
            "key '%s' belongs on partition %d of %d, not %d: the producer partitions otherwise"
                .formatted(key, partition, partitions, delivery.partition()));
      }
      return delivery
          .value()
          .map(value -> valued(delivery, key, value))
          .orElseGet(() -> tombstone(delivery, key));
    } catch (MalformedRecord | IllegalArgumentException e) {
      return new Arrival.Refused(String.valueOf(e.getMessage()));
    }
  }

  private static Arrival valued(Delivery delivery, String key, byte[] value) {
    return switch (delivery.topic()) {
      case SITE_PROPOSALS -> {
        SiteProposal proposal = Codecs.SITE_PROPOSAL.decode(value);
        requireKey(key, proposal.site());
        yield new Arrival.Proposed(proposal);
      }
      case SITES -> {
        SiteRecord site = Codecs.SITE.decode(value);
        requireKey(key, site.site());
        yield new Arrival.Defined(key, Optional.of(site));
      }
      case METER_READINGS -> {
        MeterReading reading = Codecs.METER_READING.decode(value);
        requireKey(key, Keys.child(reading.site(), reading.meter()));
        requirePast(reading.receivedAt(), delivery.at());
        yield new Arrival.Metered(reading);
      }
      case EVSE_STATES -> {
        EvseState state = Codecs.EVSE_STATE.decode(value);
        requireKey(key, Keys.child(state.site(), state.evse()));
        yield new Arrival.Reported(inItsEpoch(state, delivery.offset()));
      }
      case CEILINGS -> {
        Ceiling ceiling = Codecs.CEILING.decode(value);
        requireKey(key, Keys.child(ceiling.site(), ceiling.source()));
        yield new Arrival.Asked(ceiling);
      }
      case LIMITS, DEMAND, AUDIT, DEAD_LETTERS ->
          throw new IllegalArgumentException("the allocator does not read " + delivery.topic());
    };
  }

  private static Arrival tombstone(Delivery delivery, String key) {
    return switch (delivery.topic()) {
      case SITES -> new Arrival.Defined(key, Optional.empty());
      case CEILINGS -> new Arrival.Withdrawn(Keys.siteOf(key), childOf(key));
      case EVSE_STATES -> new Arrival.Nothing();
      case SITE_PROPOSALS, METER_READINGS, LIMITS, DEMAND, AUDIT, DEAD_LETTERS ->
          new Arrival.Refused("the record has no value");
    };
  }

  /** The record that opens a connection carries no epoch: its own offset is the epoch. */
  private static EvseState inItsEpoch(EvseState state, long offset) {
    if (state.connectionEpoch().isPresent()) {
      return state;
    }
    return new EvseState(
        state.site(),
        state.evse(),
        OptionalLong.of(offset),
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

  private static String childOf(String key) {
    if (key.length() <= Keys.siteOf(key).length() + 1) {
      throw new IllegalArgumentException("key '" + key + "' names no source");
    }
    return key.substring(Keys.siteOf(key).length() + 1);
  }

  private static void requirePast(Instant received, Instant now) {
    if (received.isAfter(now.plus(CLOCK_SKEW))) {
      throw new IllegalArgumentException(
          "received at %s, which is %s from now: the clocks are apart"
              .formatted(received, Duration.between(now, received)));
    }
  }

  private static void requireKey(String key, String value) {
    if (!key.equals(value)) {
      throw new IllegalArgumentException("the key says '" + key + "', the value '" + value + "'");
    }
  }
}
