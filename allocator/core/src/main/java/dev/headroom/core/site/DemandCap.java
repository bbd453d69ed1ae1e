package dev.headroom.core.site;

import java.time.Duration;

/**
 * The power a site should not exceed on average over a billing window. It is kept at every instant,
 * which meets every window, fixed or sliding; what a window would allow above it for a while is
 * given away.
 *
 * @param watts of the whole site, base load included
 * @param window 15 or 30 minutes, as the tariff says
 */
public record DemandCap(int watts, Duration window) {

  public DemandCap {
    if (watts < 1) {
      throw new IllegalArgumentException("a demand cap lies above 0 W, not at " + watts);
    }
    if (!window.equals(Duration.ofMinutes(15)) && !window.equals(Duration.ofMinutes(30))) {
      throw new IllegalArgumentException("a demand window is 15 or 30 min, not " + window);
    }
  }
}
