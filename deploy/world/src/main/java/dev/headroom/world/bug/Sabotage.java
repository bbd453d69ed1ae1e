package dev.headroom.world.bug;

import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.session.SessionSettings;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the adapters around the cores can be made to do wrong. Each method passes on what it is
 * given; a bug changes one or two of them. One run, one instance.
 */
public interface Sabotage {

  Sabotage NONE = new Sabotage() {};

  /** The site as the allocator's core is given it. */
  default Site defined(Site site) {
    return site;
  }

  /** How the gateway's sessions behave. */
  default SessionSettings settings(SessionSettings settings) {
    return settings;
  }

  /** A reading on its way into the allocator's core; empty drops it. */
  default Optional<MeterReading> metered(MeterReading reading) {
    return Optional.of(reading);
  }

  /** The last readings before a look, as if they had just come, if this bug repeats them. */
  default Optional<MeterReading> repeated(MeterReading last, Instant now) {
    return Optional.empty();
  }

  /** A state on its way into the allocator's core; empty drops it. */
  default Optional<EvseState> reported(EvseState state) {
    return Optional.of(state);
  }

  /** The last state of an EVSE before a look, as if this had just come, if this bug makes it up. */
  default Optional<EvseState> assumed(EvseState last, Instant now) {
    return Optional.empty();
  }

  /**
   * An allocation on its way to the topic.
   *
   * @param newestEpoch of any owner, known or not to the one that issues it
   */
  default Allocation issued(Allocation allocation, long newestEpoch) {
    return allocation;
  }

  /** A profile as it reaches the charger. */
  default ChargingProfile installed(ChargingProfile profile) {
    return profile;
  }
}
