package dev.headroom.core.site;

import java.util.Map;

/**
 * By which rule a site's EVSEs share what there is.
 *
 * @param strategy who is served before whom
 * @param tenantWeights the share of each tenant against the others' and against EVSEs without one;
 *     empty: tenants play no part, EVSEs share by their own weights alone
 * @param sums how currents of unlike wirings add up
 */
public record Sharing(Strategy strategy, Map<String, Integer> tenantWeights, Sums sums) {

  /** Who is served before whom; minimums come first for all in any of them. */
  public enum Strategy {
    /** All alike, by weight. */
    FAIR_SHARE,
    /** The higher priority first, alike within one. */
    PRIORITY_TIERS,
    /** Who plugged in first. */
    FIRST_COME,
    /** Who has the least time to spare until departure. */
    LEAST_LAXITY,
    /** Who departs first. */
    EARLIEST_DEADLINE
  }

  /** How currents add up in a conductor. */
  public enum Sums {
    /** As they do, by magnitude and direction. */
    PHASOR,
    /** Magnitudes alone: more conservative, by up to 13 % between two lines. */
    PLAIN
  }

  /** Fair shares, no tenant weights, phasors. */
  public static final Sharing DEFAULT = new Sharing(Strategy.FAIR_SHARE, Map.of(), Sums.PHASOR);

  public Sharing {
    tenantWeights = Map.copyOf(tenantWeights);
    tenantWeights.forEach(
        (tenant, weight) -> {
          if (weight < 1 || weight > 1000) {
            throw new IllegalArgumentException(
                "tenant '" + tenant + "': a weight lies from 1 to 1000, not " + weight);
          }
        });
  }
}
