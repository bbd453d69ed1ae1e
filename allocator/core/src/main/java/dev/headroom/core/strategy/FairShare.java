package dev.headroom.core.strategy;

import java.time.Instant;
import java.util.Optional;

/** All alike. */
record FairShare() implements Strategy {

  @Override
  public Urgency urgency(Claimant claimant, Instant now, Optional<Urgency> before) {
    return Urgency.of(0);
  }
}
