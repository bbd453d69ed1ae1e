package dev.headroom.core.site;

import java.time.Duration;

/**
 * The power a site should not exceed on average over a billing window.
 *
 * @param watts of the whole site, base load included, on average over a window
 * @param window 15 or 30 minutes, as the tariff says
 * @param windows which windows count
 * @param burstWatts what it must not exceed at any instant; at the cap itself the cap is kept at
 *     every instant, which meets every window
 */
public record DemandCap(int watts, Duration window, Windows windows, int burstWatts) {

  /** Which windows a tariff looks at. */
  public enum Windows {
    /** One after the other, on the quarters of the hour (or halves), UTC. */
    BLOCK,
    /** Any. */
    SLIDING
  }

  public DemandCap {
    if (watts < 1) {
      throw new IllegalArgumentException("a demand cap lies above 0 W, not at " + watts);
    }
    if (!window.equals(Duration.ofMinutes(15)) && !window.equals(Duration.ofMinutes(30))) {
      throw new IllegalArgumentException("a demand window is 15 or 30 min, not " + window);
    }
    if (burstWatts < watts) {
      throw new IllegalArgumentException(
          "a burst of %d W lies below the demand cap of %d W".formatted(burstWatts, watts));
    }
  }

  /** Kept at every instant. */
  public DemandCap(int watts, Duration window) {
    this(watts, window, Windows.BLOCK, watts);
  }
}
