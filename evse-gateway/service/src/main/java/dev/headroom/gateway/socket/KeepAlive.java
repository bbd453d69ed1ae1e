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
  private final Duration heartbeat;
  private Instant heard;
  private Instant pinged;

  /**
   * @param interval between pings; zero sends none and never finds a socket dead
   * @param timeout a socket from which nothing came for this long is dead
   * @param heartbeat how often a station was told to send a heartbeat
   */
  KeepAlive(Duration interval, Duration timeout, Duration heartbeat, Instant now) {
    this.heartbeat = heartbeat;
    this.interval = interval;
    this.timeout = timeout;
    this.heard = now;
    this.pinged = now;
  }

  /** Anything came. */
  void heard(Instant now) {
    heard = now;
  }

  /**
   * @param pings whether the station answers pings; one that does not is given the time of two
   *     heartbeats to say something
   */
  Due due(boolean pings, Instant now) {
    if (interval.isZero()) {
      return Due.NOTHING;
    }
    if (!pings) {
      Instant silent = heard.plus(heartbeat.multipliedBy(2)).plus(timeout);
      return now.isBefore(silent) ? Due.NOTHING : Due.DEATH;
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
