package dev.headroom.ingest.publish;

import java.time.Duration;

/**
 * How much of one meter may be under way.
 *
 * @param inFlight packs at the broker, not yet acknowledged
 * @param waiting packs that wait for that; the oldest is given up for a fresh one
 * @param orderMemory how long nothing must have passed before a meter may start its count anew
 */
public record LaneLimits(int inFlight, int waiting, Duration orderMemory) {

  public LaneLimits {
    if (inFlight < 1 || waiting < 1) {
      throw new IllegalArgumentException("a meter needs room for at least one pack");
    }
  }
}
