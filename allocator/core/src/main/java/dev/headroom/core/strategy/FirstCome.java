package dev.headroom.core.strategy;

import java.time.Instant;
import java.util.Optional;

/** Who plugged in first; those who did within one second share. */
record FirstCome() implements Strategy {

  @Override
  public Urgency urgency(Claimant claimant, Instant now, Optional<Urgency> before) {
    return Urgency.of(claimant.arrival().getEpochSecond());
  }
}
