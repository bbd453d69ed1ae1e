package dev.headroom.gateway.socket;

import java.time.Duration;
import java.time.Instant;

/**
 * How many messages a charger may send: 100 in a second for as long as it likes, 500 at once. An
 * honest one waits for each answer and stays far below; one that does not shares its event loop
 * with others.
 */
final class InboundRate {

  static final int BURST = 500;
  private static final Duration EACH = Duration.ofMillis(10);

  private Instant paidUntil;

  InboundRate(Instant now) {
    this.paidUntil = now;
  }

  /** Counts a message; false if it is one too many. */
  boolean admits(Instant now) {
    Instant from = paidUntil.isBefore(now) ? now : paidUntil;
    paidUntil = from.plus(EACH);
    return !paidUntil.isAfter(now.plus(EACH.multipliedBy(BURST)));
  }
}
