package dev.headroom.core.strategy;

import java.time.Instant;
import java.util.Optional;

/** The higher priority first, alike within one. */
record PriorityTiers() implements Strategy {

  @Override
  public Urgency urgency(Claimant claimant, Instant now, Optional<Urgency> before) {
    return Urgency.of(-(long) claimant.priority());
  }
}
