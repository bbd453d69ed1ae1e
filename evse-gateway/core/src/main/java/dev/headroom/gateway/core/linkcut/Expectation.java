package dev.headroom.gateway.core.linkcut;

import java.time.Instant;

/**
 * What an EVSE is to do while its link is cut.
 *
 * @param limitMilliamps what it follows when the link is cut, above the fallback
 * @param fallbackMilliamps what it is to follow from {@code fallsAt} on; 0 means that it pauses
 * @param limitWatts the same, of all its lines together
 * @param fallbackWatts the same, of all its lines together
 * @param fallsAt when its tail cuts, by our clock
 */
public record Expectation(
    int evseId,
    String evse,
    int limitMilliamps,
    int fallbackMilliamps,
    long limitWatts,
    long fallbackWatts,
    Instant fallsAt) {

  public Expectation {
    if (limitMilliamps <= fallbackMilliamps) {
      throw new IllegalArgumentException("a fall from " + limitMilliamps + " mA is none");
    }
  }
}
