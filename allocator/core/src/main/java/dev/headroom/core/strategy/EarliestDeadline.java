package dev.headroom.core.strategy;

import java.time.Instant;
import java.util.Optional;

/**
 * Who departs first. Those who did not say are last, in order of arrival; so is one that is still
 * there at its departure, since that has proved wrong.
 */
record EarliestDeadline() implements Strategy {

  @Override
  public Urgency urgency(Claimant claimant, Instant now, Optional<Urgency> before) {
    return claimant
        .needs()
        .departure()
        .filter(now::isBefore)
        .map(departure -> Urgency.of(departure.getEpochSecond()))
        .orElseGet(() -> Urgency.unknown(claimant.arrival()));
  }
}
