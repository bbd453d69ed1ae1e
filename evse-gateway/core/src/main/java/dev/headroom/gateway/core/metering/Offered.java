package dev.headroom.gateway.core.metering;

import dev.headroom.core.site.Evse;

/**
 * What a charger says it offers its vehicle ({@code Current.Offered}, {@code Power.Offered}), as
 * current of a line in milliamperes. It is the charger's own word and not a measurement.
 *
 * @param leastMilliamps the offer on its fullest line is no less
 * @param mostMilliamps the offer on none of its lines is more
 */
public record Offered(int leastMilliamps, int mostMilliamps) {

  /** Whether an EVSE behind this breaker can offer it. */
  boolean isSane(Evse evse) {
    return leastMilliamps <= evse.branchBreakerMilliamps() * 3L / 2;
  }
}
