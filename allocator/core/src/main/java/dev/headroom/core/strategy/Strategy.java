package dev.headroom.core.strategy;

import dev.headroom.core.site.Sharing;
import java.time.Instant;
import java.util.Optional;

/**
 * By what it is decided who is served before whom. Whatever it says, minimums come first for all:
 * it orders who is let in at the minimum where not all can be, and then who gets more.
 *
 * <p>Every strategy is the same function but for the urgency it sees in a claimant; what follows
 * from that is a {@link Precedence}. It depends on nothing but its arguments.
 */
public sealed interface Strategy
    permits FairShare, PriorityTiers, FirstCome, LeastLaxity, EarliestDeadline {

  /** The strategy that a site asks for. */
  static Strategy of(Sharing.Strategy chosen) {
    return switch (chosen) {
      case FAIR_SHARE -> new FairShare();
      case PRIORITY_TIERS -> new PriorityTiers();
      case FIRST_COME -> new FirstCome();
      case LEAST_LAXITY -> new LeastLaxity();
      case EARLIEST_DEADLINE -> new EarliestDeadline();
    };
  }

  /**
   * How early this one is served.
   *
   * @param before what was found for its place at the last look, for a strategy that must not
   *     change its mind at every tick
   */
  Urgency urgency(Claimant claimant, Instant now, Optional<Urgency> before);
}
