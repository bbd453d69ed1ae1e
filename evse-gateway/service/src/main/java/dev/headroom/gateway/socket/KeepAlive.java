package dev.headroom.gateway.socket;

import java.time.Duration;
import java.time.Instant;

/** Tells when a socket wants a ping and when it is dead. */
final class KeepAlive {

  /** What is due. */
  enum Due {
    NOTHING,
    PING,
    DEATH
  }

  private final Duration interval;
  private final Duration timeout;
  private Instant heard;
  private Instant pinged;

  /**
   * @param interval between pings; zero sends none and never finds a socket dead
   * @param timeout a socket from which nothing came for this long is dead
   */
  KeepAlive(Duration interval, Duration timeout, Instant now) {
    this.interval = interval;
    this.timeout = timeout;
    this.heard = now;
    this.pinged = now;
  }

  /** Anything came. */
  void heard(Instant now) {
    heard = now;
  }

  Due due(Instant now) {
    if (interval.isZero()) {
      return Due.NOTHING;
    }
    if (!now.isBefore(heard.plus(timeout))) {
      return Due.DEATH;
    }
    if (!now.isBefore(pinged.plus(interval))) {
      pinged = now;
      return Due.PING;
    }
    return Due.NOTHING;
  }
}
