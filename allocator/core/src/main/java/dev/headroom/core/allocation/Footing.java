package dev.headroom.core.allocation;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether an EVSE may still give its own rated maximum, whatever it has accepted. It may while
 * nothing holds it that can be counted on (S10): on a new connection, until it accepted its base
 * profile, and under the base profile of a model that is not proven. And it may thereafter until it
 * had the time to follow what it accepted (S2): a limit has settled since, or, of a proven model,
 * its settle time has passed.
 */
final class Footing {

  /** How long a charger may take to follow its base profile (design §4). */
  static final Duration SETTLE = Duration.ofSeconds(5);

  private OptionalLong connection = OptionalLong.empty();
  private Instant acceptedAt = Instant.MAX;
  private boolean loose = true;
  private Optional<Revision> settledBefore = Optional.empty();

  /**
   * Its gateway spoke.
   *
   * @param underBase whether its base profile could govern, rather than a limit of this owner
   */
  void hear(EvseState state, boolean underBase) {
    if (state.online() && !state.connectionEpoch().equals(connection)) {
      connection = state.connectionEpoch();
      acceptedAt = Instant.MAX;
      loose = true;
      settledBefore = Optional.empty();
    }
    if (!state.baseAccepted()) {
      acceptedAt = Instant.MAX;
    } else if (acceptedAt.equals(Instant.MAX)) {
      acceptedAt = state.at();
    }
    if (underBase && !state.fallbackCounts()) {
      loose = true;
      settledBefore = state.settled();
    } else if (state.settled().isEmpty()) {
      settledBefore = Optional.empty();
    } else if (!state.settled().equals(settledBefore)) {
      loose = false;
    }
  }

  /**
   * Whether it may give its rated maximum now.
   *
   * @param state what was last heard
   */
  boolean mayGiveAll(EvseState state, Instant now) {
    return loose && !(state.fallbackCounts() && !now.isBefore(followsBaseFrom()));
  }

  private Instant followsBaseFrom() {
    return acceptedAt.equals(Instant.MAX) ? acceptedAt : acceptedAt.plus(SETTLE);
  }
}
